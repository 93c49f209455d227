import type { LateText } from '../../shared/competition/view.ts'
import { fieldWords } from '../reviewer/field-words.ts'
import { counted } from '../room/number-words.ts'
import { ClockTime } from '../ui/clock-time.tsx'
import { Icon } from '../ui/icon.tsx'
import { whyNotCounted } from './why-not-counted.ts'
import './late-texts.css'

/** Under a person of the panel's table: what they typed that did not count, with when and why, to be opened. */
export function LateTexts({ label, texts }: { label: string; texts: readonly LateText[] }) {
  const amount = amountOf(texts)
  return (
    <tr className="late-texts">
      <td colSpan={7}>
        <details>
          <summary aria-label={`${amount} of ${label} not counted`}>
            <Icon name="tray" size="small" />
            {amount} not counted
          </summary>
          <ul className="late-texts-list">
            {texts.map(({ id, at, field, text, why }) => (
              <li key={id}>
                <p className="late-texts-place">
                  {fieldWords(field)}, <ClockTime at={at} />
                  {why && <>. {whyNotCounted(why)}</>}
                </p>
                <p className={isText(field) ? 'late-texts-text' : 'late-texts-value'}>{text}</p>
              </li>
            ))}
          </ul>
        </details>
      </td>
    </tr>
  )
}

/** "2 texts", or "3 entries" where points or ticks are among them. */
function amountOf(texts: readonly LateText[]): string {
  return texts.every(({ field }) => isText(field))
    ? counted(texts.length, 'text')
    : counted(texts.length, 'entry', 'entries')
}

/** Whether a field holds what a person wrote; the others hold points, ticks and answers. */
function isText(field: string): boolean {
  return /^(strengths|weaknesses|reasons|comment|line|note):/.test(field)
}
