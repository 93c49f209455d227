import { placeText } from '../../../../shared/rubric/rubric-place.ts'
import type { Difference } from '../../../../shared/rubric/edit/differences.ts'
import './changes-list.css'

/** What is another in each part, in words, and what follows for points that were given. */
export function ChangesList({
  changes,
  given = false,
}: {
  readonly changes: readonly Difference[]
  readonly given?: boolean
}) {
  return (
    <ul className="changes-list">
      {changes.map((change) => (
        <li key={placeText(change.at)}>
          <strong>{change.name}</strong>
          <ul>
            {change.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
            {given && change.given !== null && <li className="changes-list-given">{change.given}</li>}
          </ul>
        </li>
      ))}
    </ul>
  )
}
