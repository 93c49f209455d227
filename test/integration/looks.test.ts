import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { limits } from '../../shared/protocol/limits.ts'
import type { CommandAnswer } from '../../shared/protocol/messages.ts'
import type { Look, LooksMessage, PersonLooking } from '../../shared/protocol/looks.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { rowsOf } from '../../shared/rubric/rubric.ts'
import { certify, maine, must } from '../harness/review-moves.ts'
import { startServer, type RunningServer } from '../harness/running-server.ts'
import type { SeatClient } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'

const missouri = 'missouri.1.1'
/** Rows by number, so that each look of a test is another. */
const rows = rowsOf(raceToTheTop).map(({ id }) => id)
const rowAt = (at: number): string => rows[at] ?? ''
const row = rowAt(0)
const atRow = (at: string | null, review = missouri): Look => ({ review, row: at, caret: null })
const caretIn = (field: string): Look => ({
  review: missouri,
  row: null,
  caret: { field, anchor: null, head: { client: 7, clock: 3 } },
})

let server: RunningServer
let r1: SeatClient
let r2: SeatClient
let monitor: SeatClient
let staff: SeatClient
const heard = new Map<SeatClient, LooksMessage[]>()

beforeAll(async () => {
  server = await startServer()
  r1 = await sit('reviewer-1')
  r2 = await sit('reviewer-2')
  monitor = await sit('monitor')
  staff = await sit('staff')
})
afterAll(() => server.close())

/** Sits down and hears all that is said of where people look. */
async function sit(person: string): Promise<SeatClient> {
  const seat = await server.seat(person)
  return listening(seat)
}

function listening(seat: SeatClient): SeatClient {
  const messages: LooksMessage[] = []
  heard.set(seat, messages)
  seat.socket.on('looks', (message) => messages.push(message))
  return seat
}

const messagesTo = (seat: SeatClient): readonly LooksMessage[] => heard.get(seat) ?? []

/** What a seat knows by now of a review. */
function seen(seat: SeatClient, review = missouri): readonly PersonLooking[] {
  return messagesTo(seat).findLast((message) => message.review === review)?.people ?? []
}

const seatsSeen = (seat: SeatClient): readonly string[] =>
  seen(seat).map(({ person, row: at }) => `${person} ${at ?? '–'}`)

function say(seat: SeatClient, message: unknown): Promise<CommandAnswer> {
  return seat.socket.timeout(5_000).emitWithAck('look', message as Look)
}

async function refusal(seat: SeatClient, message: unknown): Promise<string> {
  const answer = await say(seat, message)
  return 'done' in answer ? 'done' : answer.refused
}

/** Waits until a legal look has gone round, so that what was said before it would have come. */
async function goesRound(from: SeatClient, to: SeatClient, at: string): Promise<void> {
  expect(await say(from, atRow(at))).toEqual({ done: true })
  await until(`${at} to come round`, () => seen(to).some((one) => one.row === at))
}

test('LOOK-1 before the reveal no look is taken, and it is refused like one at what does not exist', async () => {
  await certify(r1)
  const [closed, none] = [await say(r1, atRow(row, maine)), await say(r1, atRow(row, 'virginia.1.1'))]
  expect(closed).toEqual({ refused: 'not-found', sentence: 'There is nothing here that you can open.' })
  expect(none).toEqual(closed)
  expect(await refusal(r1, atRow(row))).toBe('not-found')
  for (const seat of [monitor, staff]) expect(await refusal(seat, atRow(row))).toBe('not-found')
  expect([...heard.values()].flat()).toEqual([])
})

test('LOOK-2 from the reveal on those in the room are told who else is there, stamped by the server', async () => {
  await must(monitor, { kind: 'review.reveal', review: missouri })
  await until('the room', () => r1.review(missouri).room !== null)
  expect(await say(r1, atRow(row))).toEqual({ done: true })
  expect(await say(monitor, atRow(null))).toEqual({ done: true })
  await until('both to be seen', () => seen(r2).length === 2)
  expect(seen(r2)).toEqual([
    { person: 'reviewer-1', role: 'reviewer', label: 'Reviewer 1', seat: 1, row, caret: null },
    { person: 'monitor', role: 'monitor', label: 'Panel monitor', seat: null, row: null, caret: null },
  ])
  await until('the others to be told', () => seen(r1).length === 1 && seen(monitor).length === 1)
  expect([seatsSeen(r1), seatsSeen(monitor)]).toEqual([['monitor –'], [`reviewer-1 ${row}`]])
})

test('LOOK-2 a look under a foreign name or seat is refused, and so is whatever else it holds', async () => {
  const forged = [
    { ...atRow(row), person: 'reviewer-2' },
    { ...atRow(row), label: 'Reviewer 2' },
    { ...atRow(row), seat: 2 },
    { ...caretIn('summary:(A)(1)'), person: 'reviewer-2' },
    { ...atRow(row), caret: { field: 'summary:(A)(1)', anchor: null, head: null, label: 'Reviewer 2' } },
    { ...atRow(row), people: [{ person: 'reviewer-2', label: 'Reviewer 2', seat: 2, row, caret: null }] },
    { ...atRow('x'.repeat(10_000)) },
    { ...atRow(row), caret: { field: 'summary:(A)(1)', anchor: null, head: { client: -1, clock: 0 } } },
    { ...atRow(row), caret: { field: 'summary:(A)(1)', anchor: 'AAAA', head: 'AAAA' } },
    [atRow(row)],
    'look',
    7,
  ]
  for (const message of forged) expect(await refusal(r1, message), JSON.stringify(message)).toBe('malformed')
  await goesRound(r1, monitor, rowAt(1))
  const said = messagesTo(monitor).flatMap(({ people }) => people)
  expect(said.filter(({ person, seat }) => person === 'reviewer-2' || seat === 2)).toEqual([])
})

test('LOOK-3 a row that the rubric has not, and a caret in anything but a summary, is refused and not shown', async () => {
  expect(await refusal(r1, atRow('(Z)(9)'))).toBe('malformed')
  for (const field of ['r1/strengths:(A)(1)', 'strengths:(A)(1)', 'minority:(A)(1)', 'summary:(Z)(9)', ''])
    expect(await say(r1, caretIn(field)), field).toEqual({
      refused: 'malformed',
      sentence: 'Carets are shown in a panel’s summaries only.',
    })
  await goesRound(r1, monitor, rowAt(2))
  expect(messagesTo(monitor).flatMap(({ people }) => people.filter(({ caret }) => caret))).toEqual([])
  expect(await say(r1, caretIn('summary:(A)(1)'))).toEqual({ done: true })
  await until('the caret', () => seen(monitor).some(({ caret }) => caret !== null))
  expect(seen(monitor)[0]?.caret).toEqual(caretIn('summary:(A)(1)').caret)
})

test('LOOK-4 staff hear nothing before the lock, and nobody is told of themselves', () => {
  expect(messagesTo(staff)).toEqual([])
  expect(
    messagesTo(r1).flatMap(({ people }) => people.filter(({ person }) => person === 'reviewer-1')),
  ).toEqual([])
})

test('LOOK-5 nothing is told twice; who comes is told who is there', async () => {
  const before = messagesTo(r2).length
  const again = seen(r2)[0]
  for (let times = 0; times < 3; times += 1)
    expect(await say(r1, caretIn('summary:(A)(1)'))).toEqual({ done: true })
  const late = await sit('reviewer-5')
  await until('the newcomer to be told', () => seen(late).length === 2)
  expect(seen(late)[0]).toEqual(again)
  expect(messagesTo(r2).length).toBe(before)
  late.close()
})

test('LOOK-6 of several tabs of a person the newest counts, and what a line said ends with it', async () => {
  const tab = await server.again('reviewer-1', await server.signIn('reviewer-1'))
  await goesRound(r1, monitor, rowAt(3))
  await goesRound(tab, monitor, rowAt(4))
  expect(await say(r1, atRow(rowAt(3)))).toEqual({ done: true })
  await goesRound(r2, monitor, rowAt(5))
  expect(seatsSeen(monitor)).toEqual([`reviewer-1 ${rowAt(4)}`, `reviewer-2 ${rowAt(5)}`])
  tab.close()
  await until('the other tab to count again', () => seatsSeen(monitor)[0] === `reviewer-1 ${rowAt(3)}`)
  expect(await say(r2, null)).toEqual({ done: true })
  await until('Reviewer 2 to look nowhere', () => seatsSeen(monitor).length === 1)
})

test('LOOK-7 a line that says more than any page does is refused, and comes back when it rests', async () => {
  const answers = await Promise.all(
    Array.from({ length: limits.lookBurst * 2 }, (_, at) => say(r2, atRow(at % 2 ? row : null))),
  )
  const refused = answers.filter((answer) => 'refused' in answer && answer.refused === 'too-many')
  expect(refused.length).toBeGreaterThan(0)
  const asked = async (): Promise<boolean> => {
    await pause(150)
    return (await refusal(r2, atRow(row))) === 'done'
  }
  await until('it to be taken again', asked)
})

test('LOOK-8 where people look is written nowhere: no stream of the log moves, and nobody’s view becomes another', async () => {
  const streams = ['journal/rehearsal-1', 'doc/rehearsal-1/missouri.1.1/room', 'access', 'competitions']
  const heads = async () => Promise.all(streams.map((stream) => server.log.head(stream)))
  const before = await heads()
  let views = 0
  for (const seat of [r1, r2, monitor, staff]) seat.socket.on('view', () => (views += 1))
  await goesRound(r1, monitor, rowAt(6))
  await goesRound(r2, monitor, rowAt(7))
  expect(await say(r1, caretIn('summary:(A)(1)'))).toEqual({ done: true })
  await until('the caret', () => seen(monitor).some(({ caret }) => caret !== null))
  expect(await heads()).toEqual(before)
  expect(views).toBe(0)
})

test('LOOK-9 a recusal takes a person out at once, and no more reaches them', async () => {
  await goesRound(r2, r1, rowAt(8))
  await must(r2, { kind: 'conflict.answer', review: missouri, answer: 'recused', reason: 'A relative.' })
  await until('Reviewer 2 to be gone', () => seen(r1).every(({ person }) => person !== 'reviewer-2'))
  const before = messagesTo(r2).length
  expect(await refusal(r2, atRow(row))).toBe('not-found')
  await goesRound(r1, monitor, rowAt(9))
  expect(messagesTo(r2).length).toBe(before)
  expect(seen(monitor).map(({ person }) => person)).toEqual(['reviewer-1'])
})
