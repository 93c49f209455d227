import type { ReviewView } from '../../shared/competition/view.ts'
import { formTotal } from '../../shared/form/form-record.ts'
import { missingFromColumn } from '../../shared/form/missing.ts'
import { shownPoints } from '../../shared/rubric/shown-points.ts'
import {
  bestInWords,
  missesInWords,
  ofReach,
  reachOfTotal,
  shownOrNone,
} from '../../shared/rubric/told-points.ts'
import { formNoun } from '../../shared/rubric/total-words.ts'
import { reviewPath } from '../pages.ts'
import { NotCounted } from '../reviewer/not-counted.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { ChangedValue } from '../ui/changed-value.tsx'
import { Column } from '../ui/columns.tsx'
import { Link } from '../ui/link.tsx'
import { attestedTotal, finalRows } from './final-rows.ts'
import { capitalized } from './number-words.ts'
import type { MyColumn, OpenRoom } from './open-room.tsx'
import { Signatures } from './signatures.tsx'
import { SummariesPart } from './summary/summaries-part.tsx'
import { WhoIsHere } from './summary/who-is-here.tsx'
import { NotSent } from './thread/not-sent.tsx'
import { differSentence, standingSentence, voteTopic } from './vote-words.ts'
import './your-part.css'

/** Beside the rows: one's own total and changes, the vote, and the way to the final form. */
export function YourPart({ room }: { room: OpenRoom }) {
  const { review, rubric, columns, mine } = room
  const topic = voteTopic(rubric)
  const { vote } = review
  const toVote = vote?.status === 'open' && mine?.column.excused === false && vote.mine?.ballot === null
  return (
    <Column kind="do" label="Your part" ground="inset">
      <div className="your-part">
        {mine && <Own room={room} mine={mine} />}
        {vote && topic && (
          <section className="your-part-section" aria-labelledby="your-part-vote">
            <h2 className="t-subheading" id="your-part-vote">
              {topic.short || topic.name} priority
            </h2>
            <p className="second">
              {vote.status === 'differ'
                ? `${differSentence(vote, columns)} The vote is not open yet.`
                : standingSentence(rubric, vote)}
            </p>
            <ButtonLink kind={toVote ? 'primary' : 'plain'} href={reviewPath(review.id, 'vote')}>
              {toVote ? 'Vote' : 'See the vote'}
            </ButtonLink>
            {!mine && <Link href={reviewPath(review.id, 'final')}>The other priorities</Link>}
          </section>
        )}
        {!vote && !mine && rubric.priorities.length > 0 && (
          <Link href={reviewPath(review.id, 'final')}>Priorities</Link>
        )}
        <AbsoluteLine review={review} />
        <SummariesPart room={room} className="your-part-section" />
        <WhoIsHere review={review} />
        <Signatures columns={columns} />
        {review.mine && <NotCounted mine={review.mine} open={room.document} />}
        <NotSent review={review} />
      </div>
    </Column>
  )
}

/** After the close: whether one has confirmed or changed the absolute priority, and the way there. */
function AbsoluteLine({ review }: { review: ReviewView }) {
  return (review.absolute ?? []).map(({ priority, answered, of, mine }) => {
    const toAnswer = mine !== null && mine.at === null && !review.lock
    return (
      <section key={priority} className="your-part-section" aria-labelledby="your-part-absolute">
        <h2 className="t-subheading" id="your-part-absolute">
          Absolute priority
        </h2>
        <p className="second">
          {answered} of {of} have answered since the close.
        </p>
        <ButtonLink kind={toAnswer ? 'primary' : 'plain'} href={reviewPath(review.id, 'final')}>
          {toAnswer ? 'Confirm or change your answer' : 'See the absolute priority'}
        </ButtonLink>
      </section>
    )
  })
}

function Own({ room, mine }: { room: OpenRoom; mine: MyColumn }) {
  const { review, rubric } = room
  const { column } = mine
  const total = formTotal(rubric, column.record)
  const reach = reachOfTotal(rubric)
  const notes = [bestInWords(rubric, reach), missesInWords(rubric, total, rubric.threshold)].filter(
    (note) => note !== null,
  )
  const changed = finalRows(column, rubric).filter((row) => row.changed)
  const unexplained = missingFromColumn(
    column.record,
    column.attested,
    rubric,
    room.view.competition.rules.comments,
  ).filter(({ at }) => at.kind === 'row' && changed.some(({ row }) => row.id === at.id))
  return (
    <section className="your-part-section" aria-labelledby="your-part-own">
      <div className="your-part-total">
        <h2 className="t-heading" id="your-part-own">
          Your {formNoun(rubric)}
        </h2>
        <ChangedValue
          value={shownPoints(rubric, total)}
          was={shownPoints(rubric, attestedTotal(rubric, column))}
          yours
          of={ofReach(rubric, reach)}
        />
      </div>
      {notes.length > 0 && <p className="second">{capitalized(notes.join(', '))}</p>}
      <p className="second">
        {changed.length === 0 ? 'You have changed nothing since the reveal.' : 'Changed since the reveal:'}
      </p>
      {changed.length > 0 && (
        <ul className="your-part-changes">
          {changed.map(({ row, attested, now }) => (
            <li key={row.id}>
              <Link href={reviewPath(review.id, 'room', row.id)}>{row.id}</Link>{' '}
              <ChangedValue
                value={shownOrNone(rubric, now)}
                was={shownOrNone(rubric, attested)}
                yours
                size="body"
              />
              {unexplained.some(({ at }) => at.id === row.id) && (
                <span className="your-part-needed">Reason needed</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <ButtonLink href={reviewPath(review.id, 'final')}>
        {mine.writable ? 'Final form and sign' : 'Your final form'}
      </ButtonLink>
      <Link href={reviewPath(review.id, 'print')}>Print view of your form</Link>
    </section>
  )
}
