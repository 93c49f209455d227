import type { ReactNode } from 'react'
import type { VoteResult, VoteView } from '../../shared/competition/vote-view.ts'
import { votedPriority } from '../../shared/rubric/rubric.ts'
import type { MajorityRules } from '../../shared/scoring/majority.ts'
import { reviewPath } from '../pages.ts'
import { Answers } from '../reviewer/answers.tsx'
import { Dated } from '../reviewer/dated.tsx'
import { inSentence } from '../staff/in-sentence.ts'
import { ClockTime } from '../ui/clock-time.tsx'
import { Column, Columns } from '../ui/columns.tsx'
import { Empty } from '../ui/empty.tsx'
import { Link } from '../ui/link.tsx'
import { Ballots } from '../ui/envelope.tsx'
import { Tray } from '../ui/tray.tsx'
import { Ballot } from './ballot.tsx'
import { leftDraft, type BallotDrafting } from './ballot-draft.ts'
import { BackToRows } from './back-to-rows.tsx'
import type { OpenRoom } from './open-room.tsx'
import { VoteControls } from './vote-controls.tsx'
import { Determinations, DeterminationsHead, VoteCount } from './vote-result.tsx'
import {
  answerWord,
  differSentence,
  hurdleSentence,
  notVotedSentence,
  seatsSentence,
  voteQuestion,
  voteTopic,
} from './vote-words.ts'
import './vote.css'

export interface VotePageProps {
  readonly room: OpenRoom
  /** One's own ballot while the vote is open. */
  readonly drafting?: BallotDrafting
}

/** The panel's decision on the all-or-nothing priority: the sealed vote while it is open, and its result. */
export function VotePage(props: VotePageProps) {
  const { room } = props
  const { review, rubric, columns } = room
  const { vote } = review
  const { rules } = room.view.competition
  const topic = voteTopic(rubric)
  if (!vote || !topic) {
    return (
      <Columns layout="single">
        <Column kind="read" label="Vote">
          <Empty title="No vote here." sentence="This rubric has no priority that the panel votes on." />
        </Column>
      </Columns>
    )
  }
  return (
    <Columns layout="halves">
      <Column
        kind="do"
        label="Vote"
        head={
          <>
            <BackToRows room={room} />
            {room.mine && (
              <span className="vote-onward">
                <Link href={reviewPath(review.id, 'final')}>Your final form</Link>
              </span>
            )}
          </>
        }
      >
        <div className="vote">
          <header className="vote-head">
            <p className="vote-topic">
              <strong>{topic.name}</strong> {topic.title}
            </p>
            <h1 className="t-title">{voteQuestion(rubric, topic, review.application.applicant)}</h1>
            <p className="second">
              {vote.status === 'closed' && vote.result ? (
                <ClosedLine result={vote.result} rules={rules} />
              ) : (
                hurdleSentence(vote.seats, rules)
              )}
            </p>
          </header>
          <Answers item={votedPriority(rubric)?.id ?? ''} />
          <Reopened vote={vote} />
          <Standing {...props} vote={vote} />
        </div>
      </Column>
      <Column kind="read" label="Determinations" head={<DeterminationsHead vote={vote} />}>
        <Determinations vote={vote} columns={columns} />
      </Column>
    </Columns>
  )
}

function ClosedLine({ result, rules }: { result: VoteResult; rules: MajorityRules }) {
  const { closedAt, closedBy } = result
  return (
    <>
      {closedAt !== null && closedBy !== null && (
        <>
          Closed at <ClockTime at={closedAt} /> by {inSentence({ seat: null, label: closedBy })}.{' '}
        </>
      )}
      {seatsSentence(result, rules)}
    </>
  )
}

/** Why staff opened a closed vote again. */
function Reopened({ vote: { reopened } }: { vote: VoteView }) {
  if (!reopened) return null
  return (
    <div className="vote-reopened">
      <p>
        <strong>Staff opened the vote again</strong>, <Dated at={reopened.at} />. What was voted and signed
        before is void.
      </p>
      <blockquote className="t-side">{reopened.reason}</blockquote>
    </div>
  )
}

function Standing({ room, vote, drafting }: VotePageProps & { vote: VoteView }) {
  const { review, view } = room
  const monitors = view.me.role === 'monitor'
  switch (vote.status) {
    case 'differ':
      return (
        <Part>
          <p className="vote-words">
            {differSentence(vote, room.columns)}{' '}
            {monitors
              ? 'Once it is open, each reviewer confirms or changes their own answer. Nobody sees a vote until you close it.'
              : 'The monitor opens the vote. Then you confirm or change your own answer, and nobody sees it until the vote closes.'}
          </p>
          {monitors && <VoteControls review={review} kind="primary" />}
        </Part>
      )
    case 'open':
      return (
        <>
          <div className="vote-part vote-sealed">
            <p className="vote-figure">
              <span className="t-figure">{vote.cast}</span>{' '}
              <span>
                of {vote.seats} have voted<span className="vote-sealed-wide">. {sealedSentence}</span>
                <span className="vote-sealed-narrow">, sealed</span>
              </span>
            </p>
            <Ballots cast={vote.cast} seats={vote.seats} />
            <p className="vote-note">{notVotedSentence(vote)}</p>
          </div>
          {monitors && <VoteControls review={review} kind="primary" />}
          {drafting && <Ballot review={review} vote={vote} {...drafting} />}
          {room.mine?.column.excused && (
            <p className="vote-words">
              Staff excused your seat: it casts no vote. What your form says counts:{' '}
              {answerWord(vote.mine?.form ?? null)}.
            </p>
          )}
        </>
      )
    case 'agreed':
      return (
        <Part>
          <p className="vote-words">All who answered say the same on their forms: no vote is needed.</p>
          {vote.result && <VoteCount rubric={room.rubric} vote={vote} result={vote.result} />}
        </Part>
      )
    case 'closed':
      return (
        <Part>
          {vote.result && <VoteCount rubric={room.rubric} vote={vote} result={vote.result} />}
          <p className="vote-note">Only staff can open a closed vote again. It is decided anew in tier 2.</p>
          {room.mine && <LeftDraft review={review.id} />}
        </Part>
      )
  }
}

const sealedSentence = 'Nobody sees a vote until the monitor closes it.'

/** A vote that was still being made up when the vote closed is shown to its author, and is not counted. */
function LeftDraft({ review }: { review: string }) {
  const draft = leftDraft(review)
  if (!draft?.answer) return null
  return (
    <Tray
      sentence={`You had chosen ${answerWord(draft.answer)} and not sealed it when the vote closed. It is kept in this tab alone.`}
    >
      {draft.reasons}
    </Tray>
  )
}

function Part({ children }: { children: ReactNode }) {
  return <div className="vote-part">{children}</div>
}
