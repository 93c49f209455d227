import type { MessageView } from '../../../shared/competition/discussion-view.ts'
import {
  answering,
  between,
  holding,
  moving,
  opinions,
  places,
  type Direction,
} from '../../../shared/rehearsal/discussion-sentences.ts'
import { steadyShare } from '../../../shared/rehearsal/invented-scores.ts'
import { bandOf } from '../../../shared/rubric/bands.ts'
import { findRow, type Row } from '../../../shared/rubric/rubric.ts'
import { direction, farFrom, givePoints, middleOf, towardMiddle } from './middle.ts'
import { sends, type Move } from './move.ts'
import { pointsOn, type RoomAtHand } from './room-at-hand.ts'

/** How one stands on the row in focus. */
interface Standing {
  readonly row: Row
  readonly points: number
  readonly middle: number
  /** Which way one lies far from the others; null where one does not. */
  readonly far: Direction | null
  readonly farthest: boolean
  readonly moved: boolean
  readonly stand: 'holds' | 'changed' | null
  readonly own: readonly MessageView[]
  readonly others: readonly MessageView[]
}

/** What a reviewer does about the row that the monitor has brought everybody to: says why, hears the others, holds or moves. */
export function* talkMoves(room: RoomAtHand): Generator<Move> {
  const { discussion, mine, review } = room
  if (discussion.recess) return
  const handIsUp = discussion.hands.some(({ seat }) => seat === mine.seat)
  const lowers = sends(review.id, 1, { kind: 'hand.set', review: review.id, up: false })
  const row = discussion.focus && findRow(room.rubric, discussion.focus.row)
  if (!row) {
    if (handIsUp) yield lowers
    return
  }
  const standing = standingOn(room, row)
  if (!standing) return
  const speaks = willSpeak(room, standing)
  if (handIsUp && !speaks) yield lowers
  const about = `${review.id} ${row.id}`
  if (speaks && standing.far && !handIsUp && room.leaning(`hand ${row.id}`) < 0.4)
    yield sends(about, 2, { kind: 'hand.set', review: review.id, up: true })
  if (speaks) yield writes(room, about, 4, row, firstWords(room, standing), null)
  yield* standMoves(room, standing, about)
  const said = standing.others.at(-1)
  const replied = standing.own.some(({ replyTo }) => replyTo !== null)
  if (standing.stand && said && !replied && room.leaning(`replies ${row.id}`) < 0.6)
    yield writes(room, `${about} reply`, 3, row, lastWords(room, standing), said.id)
}

/** Holds, or goes some way to the middle: once on a row, and only when somebody else has given a reason. */
function* standMoves(room: RoomAtHand, standing: Standing, about: string): Generator<Move> {
  const { review, document, mine, record, leaning } = room
  const { row, points, middle, far, moved, stand, others } = standing
  if (stand || moved || !far || others.length === 0) return
  if (leaning(`holds ${row.id}`) < 0.4) {
    yield sends(about, 4, { kind: 'stand.set', review: review.id, row: row.id, as: 'holds' })
    return
  }
  const next = towardMiddle(row, points, middle, 0.5 + leaning(`how far ${row.id}`) / 2)
  yield {
    key: `move ${about}`,
    beats: 5,
    does: 'write',
    document,
    edit: (doc) => givePoints({ doc, seat: mine.seat }, row, record, next),
  }
}

/** Null where one has no say in it any more, and while what was said is on its way. */
function standingOn(room: RoomAtHand, row: Row): Standing | null {
  const { discussion, mine, record, attested } = room
  const points = record.scores[row.id] ?? null
  const messages = room.thread(row.id)
  if (points === null || !messages || !room.review.room?.writable) return null
  const all = pointsOn(room, row)
  const middle = middleOf(all)
  return {
    row,
    points,
    middle,
    far: farFrom(middle, points, row, room.rubric.scale?.best),
    farthest: points === Math.min(...all) || points === Math.max(...all),
    moved: points !== (attested[row.id] ?? null),
    stand: discussion.stands[row.id]?.[mine.seat] ?? null,
    own: messages.filter(({ yours }) => yours),
    others: messages.filter(({ yours, text }) => !yours && text !== null),
  }
}

/** Who lies farthest out says why; others answer now and then, and one of them always does, so that nobody talks into the void. */
function willSpeak(room: RoomAtHand, standing: Standing): boolean {
  const { row, far, farthest, stand, own, others } = standing
  if (own.length > 0 || stand) return false
  if (far && farthest) return true
  if (others.length === 0 || others.length > 3) return false
  return room.leaning(`speaks ${row.id}`) < 0.4 || isToAnswer(room, standing)
}

/** Whether it is this seat that answers where nobody else has: one of those who have not spoken, steadily drawn. */
function isToAnswer({ review, mine }: RoomAtHand, { row, others }: Standing): boolean {
  const spoken = new Set(others.map(({ seat }) => seat))
  const drawn = (seat: number): number => steadyShare(`answers ${review.id} ${row.id} ${seat}`)
  const silent = (review.panel ?? []).filter(({ seat, excused }) => !excused && !spoken.has(seat))
  const [first] = silent.map(({ seat }) => seat).toSorted((left, right) => drawn(left) - drawn(right))
  return others.length === 1 && first === mine.seat
}

function firstWords(room: RoomAtHand, { row, points, far, others }: Standing): string {
  if (!far) return one(room, row, others.length > 1 ? between : answering)
  const band = bandOf(row.bands, points)
  const place = band ? ` ${one(room, row, places[band])}` : ''
  return one(room, row, opinions[far]) + place
}

function lastWords(room: RoomAtHand, { row, points, stand }: Standing): string {
  const from = room.attested[row.id] ?? points
  const way = direction(from, points, room.rubric.scale?.best)
  return one(room, row, stand === 'holds' ? holding : moving[way])
}

function one({ mine, leaning }: RoomAtHand, row: Row, sentences: readonly string[]): string {
  // By seat as well, so that two who lie on the same side do not say the same.
  const at = mine.seat + Math.floor(leaning(`says ${row.id}`) * 2)
  return sentences[at % sentences.length] ?? ''
}

function writes(
  { review }: RoomAtHand,
  key: string,
  beats: number,
  row: Row,
  text: string,
  replyTo: number | null,
): Move {
  return sends(key, beats, { kind: 'thread.write', review: review.id, row: row.id, text, replyTo })
}
