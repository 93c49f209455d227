import { ClockTime } from '../ui/clock-time.tsx'
import { Icon } from '../ui/icon.tsx'
import { ReviewerMark } from '../ui/reviewer-mark.tsx'
import { columnName, type RoomColumn } from './room-columns.ts'
import './signatures.css'

/** Who has signed, and when. Excused seats sign nothing. */
export function Signatures({ columns }: { columns: readonly RoomColumn[] }) {
  const signing = columns.filter(({ excused }) => !excused)
  const signed = signing.filter(({ signedAt }) => signedAt !== null).length
  return (
    <section className="signatures" aria-labelledby="signatures">
      <h2 className="t-subheading" id="signatures">
        Signed: {signed} of {signing.length}
      </h2>
      <ul>
        {signing.map((column) => (
          <li key={column.seat} className="signature">
            <ReviewerMark number={column.seat} yours={column.yours} />
            <span>{columnName(column)}</span>
            <span className="signature-at">
              {column.signedAt === null ? (
                'not yet'
              ) : (
                <>
                  <Icon name="check" size="small" /> <ClockTime at={column.signedAt} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
