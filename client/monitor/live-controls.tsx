import { reviewPath } from '../pages.ts'
import type { OpenRoom } from '../room/open-room.tsx'
import { VoteControls } from '../room/vote-controls.tsx'
import { differSentence, standingSentence, unanswered, voteTopic } from '../room/vote-words.ts'
import { ClockTime } from '../ui/clock-time.tsx'
import { Column } from '../ui/columns.tsx'
import { Ballots, VoteSeats } from '../ui/envelope.tsx'
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'
import { ReviewerMark } from '../ui/reviewer-mark.tsx'
import { CloseReview } from './close-review.tsx'
import './live-controls.css'

/** What the monitor does after the reveal: the vote, who has signed, the close. */
export function LiveControls({ room }: { room: OpenRoom }) {
  return (
    <Column kind="do" label="Live controls">
      <div className="live-controls">
        <VotePart room={room} />
        <HerePart room={room} />
        <CloseReview review={room.review} />
      </div>
    </Column>
  )
}

function VotePart({ room: { review, rubric, columns } }: { room: OpenRoom }) {
  const { vote } = review
  const topic = voteTopic(rubric)
  if (!vote || !topic) return null
  const everybody = vote.status === 'open' && vote.cast === vote.seats
  return (
    <section className="live-controls-part" aria-labelledby="live-vote">
      <h2 className="t-subheading" id="live-vote">
        {topic.short || topic.name} priority
      </h2>
      <p>{vote.status === 'differ' ? differSentence(vote, columns) : standingSentence(vote)}</p>
      {vote.status === 'open' && <Ballots cast={vote.cast} seats={vote.seats} size="small" />}
      {vote.status === 'closed' && vote.result && (
        <VoteSeats
          yes={vote.result.yes}
          seats={vote.seats}
          unanswered={unanswered(vote.result)}
          needed={vote.result.needed}
          size="small"
        />
      )}
      <VoteControls review={review} kind={everybody ? 'primary' : 'plain'} />
      <p>
        <Link href={reviewPath(review.id, 'vote')}>
          {vote.status === 'differ' || vote.status === 'open'
            ? 'What the forms say'
            : 'Determinations and reasons'}
        </Link>
      </p>
      <p>
        <Link href={reviewPath(review.id, 'final')}>The other priorities</Link>
      </p>
    </section>
  )
}

function HerePart({ room: { review, columns } }: { room: OpenRoom }) {
  const people = (review.progress ?? []).filter((person) => columns.some(({ seat }) => seat === person.seat))
  const here = people.filter(({ online }) => online).length
  const signing = columns.filter(({ excused }) => !excused)
  const signed = signing.filter(({ signedAt }) => signedAt !== null).length
  return (
    <section className="live-controls-part" aria-labelledby="live-signed">
      <h2 className="t-subheading" id="live-signed">
        Signed: {signed} of {signing.length}
      </h2>
      <p className="second">
        Here: {here} of {people.length}
      </p>
      <ul>
        {columns.map(({ seat, label, excused, signedAt }) => (
          <li key={seat} className="live-controls-person">
            <ReviewerMark number={seat} />
            <span>{label}</span>
            <span className="live-controls-status">
              {excused ? (
                'excused'
              ) : signedAt !== null ? (
                <>
                  <Icon name="check" size="small" /> signed <ClockTime at={signedAt} />
                </>
              ) : people.find((person) => person.seat === seat)?.online ? (
                'here, not signed'
              ) : (
                'away, not signed'
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
