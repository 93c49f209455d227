import type { LateText } from '../../shared/competition/view.ts'
import { fieldWords } from '../reviewer/field-words.ts'
import { counted } from '../room/number-words.ts'
import { ClockTime } from '../ui/clock-time.tsx'
import { Icon } from '../ui/icon.tsx'
import './late-texts.css'

/** Under a person of the panel's table: what they typed too late to count, to be opened. */
export function LateTexts({ label, texts }: { label: string; texts: readonly LateText[] }) {
  return (
    <tr className="late-texts">
      <td colSpan={7}>
        <details>
          <summary aria-label={`${counted(texts.length, 'text')} of ${label} not counted`}>
            <Icon name="tray" size="small" />
            {counted(texts.length, 'text')} not counted
          </summary>
          <ul className="late-texts-list">
            {texts.map(({ at, field, text }, index) => (
              <li key={index}>
                <p className="late-texts-place">
                  {fieldWords(field)}, <ClockTime at={at} />
                </p>
                <p className="late-texts-text">{text}</p>
              </li>
            ))}
          </ul>
        </details>
      </td>
    </tr>
  )
}
