import { expect, test } from 'vitest'
import { setScore } from '../../shared/form/edits.ts'
import type { Log } from '../../server/log/log.ts'
import { openMemoryLog } from '../../server/log/memory-log.ts'
import { nodesOfTests } from '../harness/nodes.ts'
import { attest, certify, fillForm, maine } from '../harness/review-moves.ts'
import { until } from '../harness/until.ts'
import { formOf, hallsOfTests, room } from './sync-hall.ts'
import { alpha } from '../harness/pure-play.ts'

const startNodes = nodesOfTests()
const openHall = hallsOfTests()

test('NODE-15 the monitor on one node sees the rows count up that are scored on another, and no reviewer is sent anything for it', async () => {
  const { a, b } = await startNodes(2)
  const [monitor, one] = [await a.seat('monitor'), await b.seat('reviewer-1')]
  const watching = [await a.seat('reviewer-2'), await b.seat('reviewer-3')]
  for (const seat of [monitor, one, ...watching]) await certify(seat)
  const form = await one.open('rehearsal-1/maine.1.1/form-1')
  const rows = (): number | undefined =>
    monitor.review(maine).progress?.find(({ person }) => person === 'reviewer-1')?.rows
  await until('the monitor to see nothing yet', () => rows() === 0)
  let sent = 0
  for (const seat of watching) {
    // An answer comes behind whatever was sent before it.
    await seat.socket.timeout(5000).emitWithAck('command', null as never)
    seat.socket.on('view', () => (sent += 1))
  }
  setScore({ doc: form.doc }, '(A)(1)(i)', 3)
  await until('one row', () => rows() === 1)
  await fillForm(one, form)
  await until('all rows', () => (rows() ?? 0) > 15)
  await attest(one, form)
  await until('who is ready to be seen', () =>
    watching.every((seat) => seat.review(maine).ready?.count === 1),
  )
  expect(sent).toBe(watching.length)
})

/** The streams that are being followed. */
function countFollowers(log: Log): { readonly log: Log; readonly followed: () => readonly string[] } {
  const followed: string[] = []
  return {
    followed: () => followed,
    log: {
      ...log,
      follow: (stream, from, onEntries) => {
        const following = log.follow(stream, from, onEntries)
        followed.push(stream)
        return {
          ready: following.ready,
          stop: () => {
            followed.splice(followed.indexOf(stream), 1)
            following.stop()
          },
        }
      },
    },
  }
}

test('NODE-15 … also when nobody has had a form open there for long', async () => {
  const shared = openMemoryLog()
  const { log, followed } = countFollowers(shared)
  const a = await openHall({ log, timing: { unloadAfterMs: 20 } })
  const b = await openHall({ log: shared })
  let told = 0
  a.documents.onProgress(() => (told += 1))
  expect(a.documents.rowsDone(alpha, 1)).toBe(0)
  await until('the form to be followed', () => followed().length === 1)
  // Another form that nobody watches is read, and put away again.
  await a.documents.record(formOf(2))
  await until('what is not watched to be put away', () => followed().length === 1)
  const form = await b.open('r1', formOf(1))
  setScore({ doc: form.doc }, '(A)(1)(i)', 3)
  await form.saved()
  await until('the count to be told', () => told === 1)
  expect(a.documents.rowsDone(alpha, 1)).toBe(1)
})

test('NODE-6 a room that is opened is looked at, though all that was changed in it was changed before', async () => {
  const log = openMemoryLog()
  const [a, b] = [await openHall({ log, step: 'revealed' }), await openHall({ log, step: 'revealed' })]
  const copy = await a.open('r1', room)
  setScore({ doc: copy.doc, seat: 1 }, '(A)(1)(i)', 3)
  await copy.saved()
  const seen: string[] = []
  b.documents.onRoomChange((review) => seen.push(review))
  await b.documents.record(room, 1)
  expect(seen).toEqual([alpha])
})
