import type { DiscussionView } from '../../../shared/competition/discussion-view.ts'
import type { ReviewView } from '../../../shared/competition/view.ts'
import { openings } from '../../../shared/rehearsal/discussion-sentences.ts'
import { steadyShare } from '../../../shared/rehearsal/invented-scores.ts'
import type { Desk } from './desk.ts'
import { sends, type Move } from './move.ts'
import { conflictMoves } from './reviewer-moves.ts'

/** Beats for which a row stays in focus: everybody who lies far out has spoken by then, and heard the others. */
const talkBeats = 24
/** Beats after which a vote is closed in which somebody has not voted: they stand by what their form says. */
const patienceBeats = 90

/** What a monitor does: leads the panel through one application after the other, in its order. */
export function* monitorMoves(desk: Desk): Generator<Move> {
  const reviews = desk.view.reviews.toSorted(
    (left, right) => (left.turn?.place ?? 0) - (right.turn?.place ?? 0),
  )
  for (const review of reviews) yield* conflictMoves(review)
  const current = reviews.find(({ revealed, closed }) => revealed && !closed)
  if (current?.discussion) yield* leadMoves(desk, current, current.discussion)
  if (current) return
  const ready = reviews.find(({ revealed, blockers }) => !revealed && blockers?.reveal.length === 0)
  if (ready) yield sends(ready.id, 5, { kind: 'review.reveal', review: ready.id })
}

function* leadMoves(desk: Desk, review: ReviewView, discussion: DiscussionView): Generator<Move> {
  const { id } = review
  const { agenda, focus, hands, marks } = discussion
  const signing = review.panel?.some(({ signedAt }) => signedAt !== null) ?? false
  if (!agenda && !signing) yield sends(id, 3, { kind: 'agenda.order', review: id, by: 'spread' })
  const [hand] = hands
  if (hand) yield sends(`${id} ${hand.seat}`, 12, { kind: 'hand.lower', review: id, seat: hand.seat })
  if (focus && !marks[focus.row]) {
    yield* openingMoves(desk, review, focus.row)
    const { row } = focus
    yield sends(`${id} ${row}`, talkBeats, { kind: 'row.mark', review: id, row, as: 'discussed' })
    return
  }
  const next = signing ? undefined : withinSlot(desk, agenda).find((row) => !marks[row])
  if (next !== undefined) yield sends(`${id} ${next}`, 3, { kind: 'focus.set', review: id, row: next })
  else if (focus) yield sends(id, 3, { kind: 'focus.set', review: id, row: null })
  yield* endMoves(review)
}

function* openingMoves(desk: Desk, review: ReviewView, row: string): Generator<Move> {
  const about = `opening ${review.id} ${row}`
  const text = openings[Math.floor(steadyShare(about) * openings.length * 2)]
  const said = desk.thread(review, row)
  if (text === undefined || !said || said.some(({ yours }) => yours)) return
  yield sends(about, 3, { kind: 'thread.write', review: review.id, row, text, replyTo: null })
}

/** As many rows as the panel's time has minutes for, the first of the agenda. */
function withinSlot({ view }: Desk, agenda: DiscussionView['agenda']): readonly string[] {
  let left = view.competition.rules.slotMinutes
  return (agenda?.items ?? []).flatMap(({ row, minutes }) => {
    left -= minutes
    return left >= 0 ? [row] : []
  })
}

function* endMoves({ id, vote, blockers }: ReviewView): Generator<Move> {
  if (vote?.status === 'differ') yield sends(id, 4, { kind: 'vote.open', review: id })
  if (vote?.status === 'open') {
    const beats = vote.cast === vote.seats ? 3 : patienceBeats
    yield sends(`${id} ${vote.cast}`, beats, { kind: 'vote.close', review: id })
  }
  if (blockers?.close.length === 0)
    yield sends(id, 8, { kind: 'review.close', review: id, commentsRead: true })
}
