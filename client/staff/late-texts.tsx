import type { LateText } from '../../shared/competition/late-texts.ts'
import { columnFields } from '../../shared/form/fields.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { useRubric } from '../live/read.ts'
import { fieldWords } from '../reviewer/field-words.ts'
import { entryOf, pieceWords, whyWords } from '../reviewer/kept-piece.ts'
import { counted } from '../room/number-words.ts'
import { ClockTime } from '../ui/clock-time.tsx'
import { Icon } from '../ui/icon.tsx'
import './late-texts.css'

interface LateTextsProps {
  /** The version of the rubric that the review goes by. */
  readonly rubric: string
  readonly label: string
  readonly texts: readonly LateText[]
}

/** Under a person of the panel's table: what they typed or set that did not count, with when and why, to be opened. */
export function LateTexts({ rubric: name, label, texts }: LateTextsProps) {
  const rubric = useRubric(name)
  if (rubric.is !== 'read') return null
  const amount = amountOf(texts, rubric.value)
  return (
    <tr className="late-texts">
      <td colSpan={7}>
        <details>
          <summary aria-label={`${amount} of ${label} not counted`}>
            <Icon name="tray" size="small" />
            {amount} not counted
          </summary>
          <ul className="late-texts-list">
            {texts.map((piece) => (
              <li key={piece.id}>
                <p className="late-texts-place">
                  {fieldWords(piece.field)}, <ClockTime at={piece.at} />
                  {piece.why && <>. {whyWords(piece.why)}</>}
                </p>
                <p className={isText(piece, rubric.value) ? 'late-texts-text' : 'late-texts-value'}>
                  {pieceWords(rubric.value, piece)}
                </p>
              </li>
            ))}
          </ul>
        </details>
      </td>
    </tr>
  )
}

/** "2 texts", or "3 entries" where points or ticks are among them. */
function amountOf(texts: readonly LateText[], rubric: Rubric): string {
  return texts.every((piece) => isText(piece, rubric))
    ? counted(texts.length, 'text')
    : counted(texts.length, 'entry', 'entries')
}

/** Whether it is what a person wrote; the rest are points, ticks and answers. */
function isText({ field }: LateText, rubric: Rubric): boolean {
  return entryOf(columnFields(rubric), field) === null
}
