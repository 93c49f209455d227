import { useLooks } from '../../live/looks.ts'
import { MonitorMark, ReviewerMark } from '../../ui/reviewer-mark.tsx'
import './looking-here.css'

/** Who else looks at a row now, as their marks; nothing where nobody does. Nothing of it is kept anywhere. */
export function LookingHere({ review, row }: { readonly review: string; readonly row: string }) {
  const here = useLooks(review).filter((person) => person.row === row)
  if (here.length === 0) return null
  return (
    <p className="looking-here">
      <span>Also here</span>
      {here.map(({ person, label, seat }) =>
        seat === null ? (
          <MonitorMark key={person} label={label} />
        ) : (
          <ReviewerMark key={person} number={seat} label={label} />
        ),
      )}
    </p>
  )
}
