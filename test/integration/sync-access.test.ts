import { expect, test } from 'vitest'
import { updateFrame } from '../../server/sync/frames.ts'
import { closeCodes } from '../../shared/protocol/close-codes.ts'
import type { DocumentKey } from '../../shared/protocol/names.ts'
import { playTo, recuse, reveal } from '../harness/pure-play.ts'
import { until } from '../harness/until.ts'
import { formOf, room, type Hall, hallsOfTests } from './sync-hall.ts'

const hall = hallsOfTests()

/** All that a socket is told until it is closed. */
async function told(at: Hall, person: string, key: DocumentKey | string): Promise<readonly unknown[]> {
  const line = at.raw(person, key)
  const code = await line.closed()
  return [...line.frames, code]
}

test('SYNC-6 what one may not read and what does not exist answer exactly alike', async () => {
  const at = await hall()
  const nothing = await told(at, 'r1', 'trial/gamma.1.1/form-1')
  expect(nothing).toHaveLength(2)
  expect(nothing.at(-1)).toBe(closeCodes.notFound)
  const hidden: [string, DocumentKey | string][] = [
    ['r1', formOf(2)],
    ['r1', formOf(7)],
    ['r1', room],
    ['monitor', formOf(1)],
    ['staff', formOf(1)],
    ['staff', room],
    ['r1', { ...formOf(1), competition: 'another' }],
    ['r1', { ...room, review: 'beta.1.1' }],
    ['r1', 'no document at all'],
    ['r1', '../journal/trial'],
    ['r1', ''],
  ]
  for (const [person, key] of hidden) expect(await told(at, person, key)).toEqual(nothing)
})

test('SYNC-6 what a hidden document is sent changes nothing and is not answered', async () => {
  const at = await hall()
  const line = at.raw('r1', formOf(2))
  await line.send(updateFrame(new Uint8Array([0, 0])))
  expect(await line.closed()).toBe(closeCodes.notFound)
  expect(line.frames).toHaveLength(1)
  expect(await at.log.streams('doc/')).toEqual([])
})

test('SYNC-7 who is not signed in is told so after the upgrade, and the stock client stops', async () => {
  const at = await hall()
  const stranger = at.dial('nobody', formOf(1))
  await until('the code', () => stranger.closed() !== null)
  expect(stranger.closed()).toBe(closeCodes.signedOut)
  expect(stranger.refusal()?.reason).toBe('signedOut')
  expect(stranger.provider.shouldConnect).toBe(false)
})

test('SYNC-7 who signs out loses all lines, and nobody else does', async () => {
  const at = await hall()
  const [first, second, other] = [
    await at.open('r1', formOf(1)),
    await at.open('r1', formOf(1)),
    await at.open('r2', formOf(2)),
  ]
  at.signOut('r1')
  for (const copy of [first, second]) await until('the code', () => copy.closed() === closeCodes.signedOut)
  await other.saved()
})

test('SYNC-7 who loses the right to read is closed by the event that takes it', async () => {
  const at = await hall({ step: 'ready' })
  const own = await at.open('r1', formOf(1))
  expect((await at.open('r1', room)).closed()).toBe(closeCodes.notFound)
  at.change((play) => play.must('monitor', reveal))
  const [revealed, other] = [await at.open('r1', room), await at.open('r2', room)]
  expect(revealed.closed()).toBe(null)
  at.change((play) => play.must('r1', recuse))
  for (const copy of [own, revealed]) await until('the code', () => copy.closed() === closeCodes.notFound)
  await other.saved()
})

test('SYNC-7 staff read a room once it is locked', async () => {
  const at = await hall({ step: 'closed' })
  expect((await at.open('staff', room)).closed()).toBe(closeCodes.notFound)
  at.change((play) => playTo(play, 'locked'))
  const record = await at.open('staff', room)
  expect(record.provider.synced).toBe(true)
  record.doc.getMap('r1/scores').set('(A)(1)(i)', 1)
  await until('the code', () => record.closed() === closeCodes.notYours)
})
