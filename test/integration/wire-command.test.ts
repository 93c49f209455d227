import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { io } from 'socket.io-client'
import type { JournalEvent } from '../../shared/competition/event.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { canonicalJson } from '../../shared/record/canonical.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { votedPriority } from '../../shared/rubric/rubric.ts'
import { setScore } from '../../shared/form/edits.ts'
import { readJournal } from '../harness/read-journal.ts'
import { attest, certify, fillForm, maine, must, openForm, openRoom } from '../harness/review-moves.ts'
import { startServer, type RunningServer } from '../harness/running-server.ts'
import type { OpenCopy, SeatClient } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'

let server: RunningServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const journal = (): Promise<readonly JournalEvent[]> => readJournal(server.log)
const missouri = 'missouri.1.1'
const massachusetts = 'massachusetts.1.1'

describe('a command', () => {
  test('COMMAND-1 that comes again with its id is carried out once and answered the same', async () => {
    const seat = await server.seat('reviewer-1')
    const command = { kind: 'text.keep', review: missouri, field: 'strengths:(A)(1)', text: 'Late.' } as const
    const together = await Promise.all([1, 2, 3].map(() => seat.send(command, 'the-same-id')))
    const later = await seat.send(command, 'the-same-id')
    expect([...together, later]).toEqual([{ done: true }, { done: true }, { done: true }, { done: true }])
    expect((await journal()).filter(({ command: id }) => id === 'the-same-id')).toHaveLength(1)
  })

  test('COMMAND-1 that comes again on a new line is carried out once', async () => {
    const cookie = await server.signIn('reviewer-1')
    const before = await server.again('reviewer-1', cookie)
    const command = {
      kind: 'text.keep',
      review: missouri,
      field: 'strengths:(A)(1)',
      text: 'Later.',
    } as const
    before.socket.emit('command', { id: 'lost-answer', command }, () => undefined)
    before.close()
    const after = await server.again('reviewer-1', cookie)
    expect(await after.send(command, 'lost-answer')).toEqual({ done: true })
    expect((await journal()).filter(({ command: id }) => id === 'lost-answer')).toHaveLength(1)
  })

  test('COMMAND-1 of one person is not taken for another’s by its id', async () => {
    const [one, two] = [await server.seat('reviewer-1'), await server.seat('reviewer-2')]
    const command = { kind: 'text.keep', review: missouri, field: 'strengths:(A)(1)', text: 'Mine.' } as const
    expect(await one.send(command, 'chosen-by-both')).toEqual({ done: true })
    expect(await two.send(command, 'chosen-by-both')).toEqual({ done: true })
    expect(
      (await journal()).filter(({ command: id }) => id === 'chosen-by-both').map(({ by }) => by),
    ).toEqual(['reviewer-1', 'reviewer-2'])
  })

  test('COMMAND-2 that cannot be read changes nothing and says so', async () => {
    const seat = await server.seat('monitor')
    const before = await seen(seat)
    const reveal = { kind: 'review.reveal', review: missouri }
    const unreadable: unknown[] = [
      null,
      'review.reveal',
      [],
      {},
      { id: 'good-enough' },
      { command: reveal },
      { id: 'short', command: reveal },
      { id: 'with a blank', command: reveal },
      { id: 'x'.repeat(65), command: reveal },
      { id: 'good-enough', command: { ...reveal, kind: 'review.destroy' } },
      { id: 'good-enough', command: { ...reveal, more: 1 } },
      { id: 'good-enough', command: { kind: 'review.reveal' } },
      { id: 'good-enough', command: { ...reveal, review: 7 } },
      { id: 'good-enough', command: reveal, person: 'staff' },
      { id: 'good-enough', command: { kind: '__proto__', review: missouri } },
    ]
    for (const message of unreadable) {
      const answer: unknown = await seat.socket.timeout(5000).emitWithAck('command', message as never)
      expect([message, answer]).toEqual([
        message,
        { refused: 'malformed', sentence: 'The server could not read that. Reload the page and try again.' },
      ])
    }
    // Without somebody to answer, without anything at all, and events that there are none of.
    const wild = seat.socket as unknown as { emit: (...event: unknown[]) => void }
    wild.emit('command', { id: 'good-enough', command: reveal })
    wild.emit('command')
    wild.emit('view', {})
    wild.emit('reveal', missouri)
    expect(await seen(seat)).toEqual(before)
  })

  test('COMMAND-3 that is larger than any command closes its own line alone', async () => {
    const [seat, other] = [await server.seat('reviewer-1'), await server.seat('reviewer-2')]
    const before = await seen(other)
    let closed = ''
    seat.socket.on('disconnect', (reason) => (closed = reason))
    const text = 'x'.repeat(limits.commandBytes)
    seat.socket.emit(
      'command',
      { id: 'a-giant-one', command: { kind: 'text.keep', review: missouri, field: 'f', text } },
      () => undefined,
    )
    await until('the line to be closed', () => closed !== '')
    expect(await seen(other)).toEqual(before)
    expect(other.socket.connected).toBe(true)
    await until('the page to be back', () => seat.socket.connected)
  })

  test('COMMAND-3 with a text over its limit is refused and changes nothing', async () => {
    const seat = await server.seat('reviewer-1')
    const before = await seen(seat)
    const text = 'x'.repeat(limits.textLength + 1)
    const answer = await seat.send({ kind: 'text.keep', review: missouri, field: 'strengths:(A)(1)', text })
    expect(answer).toMatchObject({ refused: 'malformed' })
    expect(await seen(seat)).toEqual(before)
  })

  test('COMMAND-4 more than ten in a second are refused to their sender alone', async () => {
    const [seat, other] = [await server.seat('staff'), await server.seat('reviewer-2')]
    const lock = { kind: 'review.lock', review: missouri } as const
    const answers = await Promise.all(
      Array.from({ length: 3 * limits.commandsPerSecond }, () => seat.send(lock)),
    )
    const codes = new Set(answers.map((answer) => ('refused' in answer ? answer.refused : 'done')))
    expect([...codes].toSorted()).toEqual(['out-of-turn', 'too-many'])
    expect(
      answers.filter((answer) => 'refused' in answer && answer.refused === 'too-many').length,
    ).toBeGreaterThan(0)
    expect(await other.send({ kind: 'vote.open', review: missouri })).toMatchObject({ refused: 'not-yours' })
    await until('staff to be heard again', async () => {
      const answer = await seat.send(lock)
      return 'refused' in answer && answer.refused === 'out-of-turn'
    })
  })

  test('COMMAND-5 out of turn is refused with what it waits for, and changes nothing', async () => {
    const [seat, monitor] = [await server.seat('reviewer-2'), await server.seat('monitor')]
    const before = await seen(monitor)
    expect(await seat.send({ kind: 'column.takeBack', review: missouri })).toEqual({
      refused: 'out-of-turn',
      sentence: 'You have not signed.',
    })
    expect(await monitor.send({ kind: 'review.reveal', review: massachusetts })).toEqual({
      refused: 'out-of-turn',
      sentence: 'Reviewer 1 is not ready.',
    })
    expect(await monitor.send({ kind: 'review.close', review: missouri, commentsRead: true })).toMatchObject({
      refused: 'out-of-turn',
    })
    expect(await seen(monitor)).toEqual(before)
  })

  test('COMMAND-6 two who say ready at the same moment are both ready', async () => {
    const three = await filledIn('reviewer-3')
    const four = await filledIn('reviewer-4')
    await Promise.all([attest(three.seat, three.form), attest(four.seat, four.form)])
    await until('two ready', () => [three, four].every(({ seat }) => seat.review(maine).ready?.count === 2))
    const ready = (await journal()).filter(
      (event) => event.kind === 'form.attested' && event.data.review === maine,
    )
    expect(ready.map(({ by }) => by).toSorted()).toEqual(['reviewer-3', 'reviewer-4'])
  })

  test('COMMAND-7 what two tabs of the monitor reveal at once is revealed once', async () => {
    const cookie = await server.signIn('monitor')
    const tabs = [await server.again('monitor', cookie), await server.again('monitor', cookie)]
    const answers = await Promise.all(
      tabs.map((tab) => tab.send({ kind: 'review.reveal', review: missouri })),
    )
    expect(answers.filter((answer) => 'done' in answer)).toHaveLength(1)
    expect(answers.filter((answer) => 'refused' in answer)).toEqual([
      { refused: 'out-of-turn', sentence: 'The scores are already revealed.' },
    ])
    expect((await journal()).filter(({ kind }) => kind === 'review.revealed')).toHaveLength(1)
    await until('both tabs show it', () => tabs.every((tab) => tab.review(missouri).revealed !== null))
  })
})

test('COMMAND-10 a page of another version is told to reload, and is not heard', async () => {
  const cookie = await server.signIn('reviewer-1')
  const seat = await server.again('reviewer-1', cookie)
  for (const auth of [{ protocol: 0 }, { protocol: '1' }, {}]) {
    const socket = io(`http://127.0.0.1:${server.port}`, {
      transports: ['websocket'],
      extraHeaders: { ...seat.headers },
      auth,
      forceNew: true,
      reconnection: false,
    })
    const got: unknown[] = []
    socket.onAny((...event: unknown[]) => got.push(event))
    socket.emit('command', { id: 'too-old-a-page', command: { kind: 'form.takeBack', review: missouri } })
    await until('the line to be closed', () => got.length > 0 && !socket.connected)
    expect(got).toEqual([['signedOut', 'Panelroom has been updated. Reload the page.']])
  }
  expect((await journal()).filter(({ command: id }) => id === 'too-old-a-page')).toEqual([])
})

describe('a score', () => {
  test('COMMAND-8 off its rule is refused over the socket, and nothing is changed', async () => {
    const seat = await server.seat('reviewer-5')
    await certify(seat)
    const before = (await openForm(seat)).doc.getMap('scores').toJSON()
    for (const [row, points] of [
      ['(A)(1)(i)', 6],
      ['(A)(1)(i)', -1],
      ['(A)(1)(i)', 2.5],
      ['(E)(1)', 7],
      ['(C)(1)', 4],
      ['(Z)(9)', 1],
    ] as const) {
      const copy = await openForm(seat)
      setScore({ doc: copy.doc }, row, points)
      await until(`${row} = ${points} to be refused`, () => copy.closed() !== null)
      expect([row, points, copy.closed(), copy.refusal()?.code]).toEqual([row, points, 4422, 4422])
    }
    expect((await openForm(seat)).doc.getMap('scores').toJSON()).toEqual(before)
  })

  test('COMMAND-9 that is being typed when a command comes is witnessed before it', async () => {
    const own = await startServer()
    onTestFinished(own.close)
    const [seat, monitor] = [await own.seat('reviewer-1'), await own.seat('monitor')]
    await must(monitor, { kind: 'review.reveal', review: missouri })
    await until('the room', () => seat.review(missouri).room !== null)
    const room = await openRoom(seat, missouri)
    const from = Number(room.doc.getMap('r1/scores').get('(A)(2)(i)'))
    const to = from === 3 ? 4 : 3
    setScore({ doc: room.doc, seat: 1 }, '(A)(2)(i)', to)
    await room.saved()
    await must(monitor, { kind: 'vote.open', review: missouri })
    const events = (await readJournal(own.log)).slice(-2)
    expect(events.map(({ kind, by, data }) => [kind, by, data])).toEqual([
      ['score.changed', 'server', { review: missouri, seat: 1, row: '(A)(2)(i)', from, to }],
      ['vote.opened', 'monitor', { review: missouri, priority: votedPriority(raceToTheTop)?.id }],
    ])
  })
})

/** A seat whose form lacks nothing any more. */
async function filledIn(person: string): Promise<{ readonly seat: SeatClient; readonly form: OpenCopy }> {
  const seat = await server.seat(person)
  await certify(seat)
  const form = await openForm(seat)
  await fillForm(seat, form)
  return { seat, form }
}

/** What a person sees once everything sent before has arrived, and where the journal stands. */
async function seen(seat: SeatClient): Promise<string[]> {
  await seat.socket.timeout(5000).emitWithAck('command', null as never)
  return [canonicalJson(seat.view()), String(await server.log.head('journal/rehearsal-1'))]
}
