import { setReason, textAt, writeText } from '../../../shared/form/edits.ts'
import { lineField } from '../../../shared/form/fields.ts'
import { changedRows, missingFromColumn } from '../../../shared/form/missing.ts'
import { readSummaries, summaryField } from '../../../shared/form/summary.ts'
import { changeLines } from '../../../shared/rehearsal/discussion-sentences.ts'
import { inventedWords, picked } from '../../../shared/rehearsal/invented-words.ts'
import type { ReviewView } from '../../../shared/competition/view.ts'
import { direction } from './middle.ts'
import { sends, type Move } from './move.ts'
import type { RoomAtHand } from './room-at-hand.ts'
import { talkMoves } from './talk-moves.ts'

/** What a reviewer does from the reveal to the close: talks, gives a reason for every change, votes, agrees, signs. */
export function* roomMoves(room: RoomAtHand): Generator<Move> {
  yield* voteMoves(room)
  yield* reasonMoves(room)
  yield* talkMoves(room)
  yield* agreeMoves(room)
  yield* signMoves(room)
}

/** After the close each confirms what their form says of an absolute priority. */
export function* absoluteMoves({ id: review, absolute, lock }: ReviewView): Generator<Move> {
  if (lock) return
  for (const { priority, mine } of absolute ?? []) {
    if (!mine || mine.at !== null || mine.answer === null) continue
    const answer = { kind: 'absolute.answer', review, priority, answer: mine.answer, reasons: '' } as const
    yield sends(`${review} ${priority}`, 4, answer)
  }
}

/** Nearly all stay with what their form says. */
function* voteMoves({ review: { id, application, vote }, mine, leaning }: RoomAtHand): Generator<Move> {
  const form = vote?.mine?.form
  if (vote?.status !== 'open' || !form || vote.mine?.ballot || mine.excused) return
  const changes = leaning('ballot') < 0.12
  const answer = changes ? (form === 'yes' ? 'no' : 'yes') : form
  const reasons = changes ? inventedWords(application.id, mine.seat).reasons(vote.priority, answer) : ''
  yield sends(id, 4, { kind: 'ballot.cast', review: id, answer, reasons })
}

/** Every change is owned up to and gets its reason and a line, also one that somebody made who sat here before. */
function* reasonMoves(room: RoomAtHand): Generator<Move> {
  const { review, mine, rubric, discussion, record, attested, document } = room
  if (!review.room?.writable) return
  for (const row of changedRows(attested, record.scores, rubric)) {
    const change = record.changes[row]
    if (change?.reason && change.line.trim() !== '') {
      const says = { kind: 'stand.set', review: review.id, row, as: 'changed' } as const
      if (!discussion.stands[row]?.[mine.seat]) yield sends(`${review.id} ${row}`, 2, says)
      continue
    }
    const way = direction(attested[row] ?? 0, record.scores[row] ?? 0, rubric.scale?.best)
    const line = picked(`line ${review.id} ${row}`, mine.seat, changeLines[way])
    yield {
      key: `reason ${review.id} ${row}`,
      beats: 2,
      does: 'write',
      document,
      edit: (doc) => {
        const place = { doc, seat: mine.seat }
        if (!change?.reason) setReason(place, row, 'reading')
        // A line of blanks is none.
        const text = textAt(place, lineField(row))
        if (text.toString().trim() === '') text.delete(0, text.length)
        writeText(place, lineField(row), line)
      },
    }
  }
}

/** Agrees with most summaries as they stand, once they have stood for a while: another letter, and it is read again. */
function* agreeMoves({ review, mine, rubric, doc, leaning }: RoomAtHand): Generator<Move> {
  const written = rubric.criteria.filter(({ id }) => doc.getText(summaryField(id)).length > 0)
  if (!review.summary || review.closed || mine.excused || written.length === 0) return
  const seats = (review.panel ?? []).filter(({ excused }) => !excused).map(({ seat }) => seat)
  const summaries = readSummaries(doc, rubric, seats)
  for (const { id } of written) {
    const hash = summaries[id]?.hash
    const agreed = review.summary.agreed[id]?.find(({ seat }) => seat === mine.seat)?.hash
    if (hash === undefined || agreed === hash || leaning(`agrees ${id}`) < 0.2) continue
    const agree = { kind: 'summary.agree', review: review.id, criterion: id, hash } as const
    yield sends(`${review.id} ${id} ${hash}`, 8, agree)
  }
}

/** Signs when nothing more is to be decided and nothing is talked about, or when it is waited for. */
function* signMoves(room: RoomAtHand): Generator<Move> {
  const { review, mine, rubric, record, attested, document } = room
  if (!review.room?.writable || mine.signedAt !== null || !isOver(room)) return
  if (missingFromColumn(record, attested, rubric).length > 0) return
  const beats = mine.nudgedAt === null ? 10 : 3
  yield { key: `sign ${review.id}`, beats, does: 'sign', review: review.id, document, seat: mine.seat }
}

function isOver({
  review: { vote },
  discussion: { agenda, focus, marks, spent },
  mine,
}: RoomAtHand): boolean {
  if (vote && vote.status !== 'agreed' && vote.status !== 'closed') return false
  if (mine.nudgedAt !== null) return true
  if (agenda && agenda.items.length > 0 && agenda.items.every(({ row }) => marks[row])) return true
  return focus === null && (vote?.status === 'closed' || Object.keys(spent).length > 0)
}
