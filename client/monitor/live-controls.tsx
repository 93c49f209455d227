import { reviewPath } from '../pages.ts'
import type { OpenRoom } from '../room/open-room.tsx'
import { VoteControls } from '../room/vote-controls.tsx'
import {
  differSentence,
  neededSentence,
  standingSentence,
  unanswered,
  voteTopic,
} from '../room/vote-words.ts'
import { SummariesPart } from '../room/summary/summaries-part.tsx'
import { Column } from '../ui/columns.tsx'
import { Ballots, VoteSeats } from '../ui/envelope.tsx'
import { Link } from '../ui/link.tsx'
import { LateSeats } from './before-reveal/late-seats.tsx'
import { ClosePart } from './close-out/close-part.tsx'
import { Here } from './focus/here.tsx'
import { InFocus } from './focus/in-focus.tsx'
import { RecessAndCall } from './focus/recess-and-call.tsx'
import { WhereWeTalk } from './focus/where-we-talk.tsx'
import type { Steering } from './use-steering.ts'
import './live-controls.css'

export interface LiveControlsProps {
  readonly room: OpenRoom
  readonly steering: Steering
}

/** What the monitor steers after the reveal: the focus and its clock, hands, the vote, recess, the call, the close. */
export function LiveControls({ room, steering }: LiveControlsProps) {
  return (
    <Column
      kind="do"
      label="Live controls"
      head={<h2 className="t-heading">{room.review.closed ? 'Handed over' : 'In focus'}</h2>}
    >
      <div className="live-controls">
        <InFocus room={room} steering={steering} />
        <Here room={room} />
        <LateSeats review={room.review} />
        <VotePart room={room} />
        <SummariesPart room={room} className="live-controls-part" />
        <WhereWeTalk room={room} />
        <RecessAndCall room={room} steering={steering} />
        <ClosePart review={room.review} />
      </div>
    </Column>
  )
}

/** Where nothing is voted: what each form says on the priorities. */
function PrioritiesPart({ review }: { review: OpenRoom['review'] }) {
  return (
    <section className="live-controls-part" aria-labelledby="live-priorities">
      <h2 className="t-subheading" id="live-priorities">
        Priorities
      </h2>
      <p>
        <Link href={reviewPath(review.id, 'final')}>What the forms say</Link>
      </p>
    </section>
  )
}

function VotePart({ room: { view, review, rubric, columns } }: { room: OpenRoom }) {
  const { vote } = review
  const topic = voteTopic(rubric)
  if (!vote || !topic) return rubric.priorities.length > 0 ? <PrioritiesPart review={review} /> : null
  const everybody = vote.status === 'open' && vote.cast === vote.seats
  return (
    <section className="live-controls-part" aria-labelledby="live-vote">
      <h2 className="t-subheading" id="live-vote">
        {topic.short || topic.name} priority
      </h2>
      <p>
        {vote.status === 'differ' ? differSentence(vote, columns) : standingSentence(rubric, vote)}{' '}
        {(vote.status === 'differ' || vote.status === 'open') &&
          neededSentence(vote.seats, view.competition.rules)}
      </p>
      {vote.reopened && (
        <p>
          Staff opened the vote again: <span className="live-controls-said">{vote.reopened.reason}</span>
        </p>
      )}
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
