import { readForm } from '../../shared/form/form-record.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import type { JournalEvent } from '../../shared/competition/event.ts'
import type { Log } from '../../server/log/log.ts'
import { decodeEntry } from '../../server/sync/entry.ts'
import type { Node } from './nodes.ts'
import { readJournal } from './read-journal.ts'
import { must, sign } from './review-moves.ts'
import { hostOf } from './running-server.ts'
import type { OpenCopy, SeatClient } from './seat-client.ts'
import { until } from './until.ts'
import { ask, type Answer, type Asking } from './ask.ts'

/** The review that all five have said ready for when a rehearsal begins. */
export const missouri = 'missouri.1.1'
export const missouriRoom = 'rehearsal-1/missouri.1.1/room'
export const reviewers = [1, 2, 3, 4, 5].map((number) => `reviewer-${number}`)

/** Sits down on one node and opens live lines there and on others, with the same cookie. */
export async function seatOn(
  person: string,
  [first, ...others]: readonly [Node, ...Node[]],
): Promise<SeatClient[]> {
  const cookie = await first.signIn(person)
  const seats: SeatClient[] = []
  for (const node of [first, ...others]) seats.push(await node.again(person, cookie))
  return seats
}

/** Reveals Missouri. */
export async function reveal(monitor: SeatClient): Promise<void> {
  await must(monitor, { kind: 'review.reveal', review: missouri })
}

/** Settles Missouri's priority, so that columns can be signed. */
export async function settlePriority(monitor: SeatClient): Promise<void> {
  await must(monitor, { kind: 'vote.open', review: missouri })
  await must(monitor, { kind: 'vote.close', review: missouri })
}

/** Takes Missouri from the reveal to the close, its reviewers by turns on one node and the other. */
export async function playToClose(a: Node, b: Node): Promise<void> {
  const monitor = await a.seat('monitor')
  await reveal(monitor)
  await settlePriority(monitor)
  for (const [at, person] of reviewers.entries()) {
    const seat = await (at % 2 === 0 ? a : b).seat(person)
    await sign(seat, await seat.open(missouriRoom), missouri)
  }
  await must(monitor, { kind: 'review.close', review: missouri, commentsRead: true })
}

/** What a copy of a room has of a seat's row. */
export function pointsIn(room: OpenCopy, seat: number, row: string): number | null {
  return readForm(room.doc, raceToTheTop, seat).scores[row] ?? null
}

/** The events of one kind, as the log has them. */
export async function eventsOf<K extends JournalEvent['kind']>(
  log: Log,
  kind: K,
  competition?: string,
): Promise<readonly Extract<JournalEvent, { kind: K }>[]> {
  const isOf = (event: JournalEvent): event is Extract<JournalEvent, { kind: K }> => event.kind === kind
  return (await readJournal(log, competition)).filter(isOf)
}

/** Who wrote the entries of a document, in order. */
export async function authorsOf(log: Log, name: string): Promise<readonly string[]> {
  const { entries } = await log.read(`doc/${name}`, 0, 100_000)
  return entries.map(({ bytes }) => decodeEntry(bytes).author)
}

/** Asks a node as a seat's page does. */
export function askAs(
  node: Node,
  person: string,
  cookie: string,
  path: string,
  asking: Asking = {},
): Promise<Answer> {
  const host = hostOf(person)
  const headers = { cookie, origin: `http://${host}:${node.port}` }
  return ask(node.port, host, path, { ...asking, headers })
}

/** Waits until a node has asked the log how far it goes: whatever it was asked meanwhile waits for the answer. */
export function asksTheLog(node: Node, times = 1): Promise<void> {
  return until('the node to ask how far the log goes', () => node.log.asked() >= times)
}
