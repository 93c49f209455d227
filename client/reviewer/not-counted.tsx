import type { MineView } from '../../shared/competition/view.ts'
import { columnOf } from '../../shared/form/fields.ts'
import { dismissSetAside, type OpenDocument } from '../live/documents.ts'
import { ClockTime } from '../ui/clock-time.tsx'
import { Link } from '../ui/link.tsx'
import { Tray } from '../ui/tray.tsx'
import { fieldWords } from './field-words.ts'
import './not-counted.css'

interface NotCountedProps {
  readonly mine: MineView
  readonly open: OpenDocument
}

/** What one typed that did not count: kept on the server, or still only in this page. */
export function NotCounted({ mine, open }: NotCountedProps) {
  const kept = mine.notCounted
  const here = open.setAside
  return (
    <>
      {kept.length > 0 && (
        <Tray
          sentence={`${amount(kept)} came when your form could not be written. They are kept for you and for staff.`}
        >
          <ul className="not-counted">
            {kept.map(({ at, field, text }) => (
              <li key={`${at} ${field} ${text}`}>
                <Place field={field} at={at} />
                <span>{text.trim()}</span>
              </li>
            ))}
          </ul>
        </Tray>
      )}
      {here.length > 0 && (
        <Tray sentence="This was typed here and is only on this page. Copy what you need before you leave it.">
          <ul className="not-counted">
            {here.map((item) => (
              <li key={`${item.at} ${item.root} ${item.key}`}>
                <Place field={fieldName(item.root, item.key)} at={item.at} />
                <span>{item.text.trim()}</span>
                <Link onClick={() => dismissSetAside(open.name, item)}>Put away</Link>
              </li>
            ))}
          </ul>
        </Tray>
      )}
    </>
  )
}

function Place({ field, at }: { field: string; at: number }) {
  return (
    <span className="not-counted-place">
      {fieldWords(field)}, <ClockTime at={at} />
    </span>
  )
}

function fieldName(root: string, key: string | null): string {
  const field = columnOf(root)?.field ?? root
  return key === null || key === 'answer' ? field : `${field}:${key}`
}

const figures = new Intl.NumberFormat('en-US')

function amount(kept: MineView['notCounted']): string {
  const characters = kept.reduce((sum, { text }) => sum + text.length, 0)
  return characters === 1 ? '1 character' : `${figures.format(characters)} characters`
}
