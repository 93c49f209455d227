import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Log } from '../../server/log/log.ts'
import { openMemoryLog } from '../../server/log/memory-log.ts'
import { encodeEntry, emptyUpdate } from '../../server/sync/entry.ts'
import { answerFrame, questionFrame, savedFrame, updateFrame } from '../../server/sync/frames.ts'
import { inColumn, strengthsField } from '../../shared/form/fields.ts'
import { closeCodes } from '../../shared/protocol/close-codes.ts'
import { documentName } from '../../shared/protocol/names.ts'
import { until } from '../harness/until.ts'
import { hallsOfTests, logged, room, type RawSocket } from './sync-hall.ts'

const openHall = hallsOfTests()
const stream = `doc/${documentName(room)}`
const field = (seat: number) => inColumn(seat, strengthsField('(A)(1)'))
const hex = (frame: Uint8Array) => Buffer.from(frame).toString('hex')

/** A log that others write too, whose appends can be kept waiting, and answered once they may go on. */
function waitingLog() {
  const log = openMemoryLog()
  let waiting: { readonly goOn: () => void }[] | null = null
  let ending: () => ReturnType<Log['append']> | null = () => null
  const append: Log['append'] = async (...asked) => {
    const queue = waiting
    if (queue) await new Promise<void>((goOn) => queue.push({ goOn }))
    return ending() ?? log.append(...asked)
  }
  return {
    /** As others have it. */
    shared: log,
    log: { ...log, append },
    hold: () => {
      waiting = []
    },
    held: () => waiting?.length ?? 0,
    /** Lets the one append that waits reach the log; the next ones wait. */
    letOneGo: () => waiting?.splice(0, 1).forEach(({ goOn }) => goOn()),
    /** Answers what waits, and all that comes. */
    answer: (how: typeof ending) => {
      ending = how
      const queue = waiting ?? []
      waiting = null
      for (const { goOn } of queue) goOn()
    },
  }
}

/** Sends frames; resolves once the server has taken them in: an answer to a question says so, since it does not wait for the log. */
async function taken(line: RawSocket, ...frames: readonly Uint8Array[]): Promise<void> {
  const before = line.frames.length
  for (const frame of [...frames, questionFrame(new Y.Doc())]) await line.send(frame)
  // Sync, answer.
  await until('an answer', () => line.frames.slice(before).some((frame) => frame.startsWith('0001')))
}

/** What elsewhere is written into the room at its second version, where the group here was to stand. */
function fromElsewhere(): { readonly bytes: Uint8Array } {
  const doc = new Y.Doc()
  doc.getText(field(2)).insert(0, 'From another node. ')
  return { bytes: encodeEntry({ author: 'r2', update: Y.encodeStateAsUpdate(doc) }) }
}

test.each([
  {
    ending: 'unknown',
    code: closeCodes.notSaved,
    make: () => async () => ({ kind: 'unknown', sentence: 'The log does not answer.' }) as const,
    meanwhile: fromElsewhere,
  },
  {
    ending: 'sealed',
    code: closeCodes.readOnly,
    make: () => () => null,
    meanwhile: () => ({ bytes: encodeEntry({ author: 'server', update: emptyUpdate }), seal: true }),
  },
])(
  'SAVE-8 what another line of the same person sent again in the same group is not called saved where its append ends $ending; others go on',
  async ({ code, make, meanwhile }) => {
    const { shared, log, hold, held, letOneGo, answer } = waitingLog()
    const hall = await openHall({ log, step: 'revealed', timing: { retryMs: 20 } })
    const [old, again, other] = ['r1', 'r1', 'r2'].map((person) => hall.raw(person, room)) as [
      RawSocket,
      RawSocket,
      RawSocket,
    ]
    const reader = await hall.open('r3', room)
    const page = new Y.Doc()
    const updates: Uint8Array[] = []
    page.on('update', (update) => updates.push(update))
    const nothing = answerFrame(new Y.Doc(), Y.encodeStateVector(new Y.Doc()))
    await taken(old, nothing)
    hold()
    page.getText(field(1)).insert(0, 'Slow. ')
    await taken(old, updateFrame(updates[0] ?? emptyUpdate))
    await until('the first append', () => held() === 1)
    // The line breaks with this on its way, and the page comes back with all that it has.
    page.getText(field(1)).insert(6, 'Again. ')
    await taken(old, updateFrame(updates[1] ?? emptyUpdate), savedFrame(1))
    await taken(again, answerFrame(page, Y.encodeStateVector(new Y.Doc())), savedFrame(7))
    await taken(other, nothing, savedFrame(9))
    letOneGo()
    await until('all that came meanwhile to be appended as one', () => held() === 1)
    expect((await logged(shared, room)).getText(field(1)).toString()).toBe('Slow. ')
    await shared.append(stream, 1, [meanwhile()], { id: 'elsewhere' })
    answer(make())
    const echo = (line: RawSocket, number: number) => line.frames.includes(hex(savedFrame(number)))
    await until('the other line to be answered', () => echo(other, 9) || other.code() !== null)
    await until('the old line to be told', () => echo(old, 1) || old.code() !== null)
    await until('the new line to be told', () => echo(again, 7) || again.code() !== null)
    expect([old.code(), again.code(), other.code(), reader.closed()]).toEqual([code, code, null, null])
    expect([echo(old, 1), echo(again, 7), echo(other, 9)]).toEqual([false, false, true])
  },
)

test('SAVE-8 … and what is called saved afterwards is in the log, though the first line is gone', async () => {
  const { shared, log, hold, held, letOneGo, answer } = waitingLog()
  const hall = await openHall({ log, step: 'revealed', timing: { retryMs: 20 } })
  const [first, tab] = [await hall.open('r1', room), await hall.open('r1', room)]
  const reader = await hall.open('r3', room)
  hold()
  first.doc.getText(field(1)).insert(0, 'Slow. ')
  await until('the first append', () => held() === 1)
  first.doc.getText(field(1)).insert(6, 'Again. ')
  await first.caughtUp()
  Y.applyUpdate(tab.doc, Y.encodeStateAsUpdate(first.doc))
  await tab.caughtUp()
  first.provider.destroy()
  letOneGo()
  await until('all that came meanwhile to be appended as one', () => held() === 1)
  await shared.append(stream, 1, [fromElsewhere()], { id: 'elsewhere' })
  const saved = tab.saved()
  await tab.caughtUp()
  answer(async () => ({ kind: 'unknown', sentence: 'The log does not answer.' }))
  await expect(saved).rejects.toThrow(/4503/)
  answer(() => null)
  await until('the tab to be back', () => tab.provider.synced)
  await tab.saved()
  for (const { doc } of [reader, { doc: await logged(shared, room) }]) {
    await until('all of it', () => doc.getText(field(1)).toString() === 'Slow. Again. ')
    expect(doc.getText(field(2)).toString()).toBe('From another node. ')
  }
  expect(reader.closed()).toBe(null)
})
