import { expect, test } from 'vitest'
import { openMemoryLog } from '../../server/log/memory-log.ts'
import { holdCommits } from '../harness/held-log.ts'
import { show, texts, write } from './log-under-test.ts'

test('a held append reaches neither the log nor a follower until it is released, then in order', async () => {
  const log = holdCommits(openMemoryLog())
  const seen: string[] = []
  await log.follow('form/1', 0, (entries) => seen.push(...entries.map(show))).ready
  log.hold()
  const outcomes = [write(log, 'form/1', 0, ['a']), write(log, 'form/1', 1, ['b'])]
  expect(log.held()).toBe(2)
  expect(await log.head('form/1')).toBe(0)
  expect(seen).toEqual([])
  log.release()
  expect(await Promise.all(outcomes)).toEqual([
    { kind: 'appended', version: 1 },
    { kind: 'appended', version: 2 },
  ])
  expect(seen).toEqual(['1 a', '2 b'])
})

test('a failed append is told and not written, and so are later ones until release', async () => {
  const log = holdCommits(openMemoryLog())
  log.hold()
  const held = write(log, 'form/1', 0, ['a'])
  log.fail('The disk is full.')
  const failed = { kind: 'unknown', sentence: 'The disk is full.' }
  expect(await held).toEqual(failed)
  expect(await write(log, 'form/1', 0, ['a'])).toEqual(failed)
  expect(await texts(log, 'form/1')).toEqual([])
  log.release()
  expect(await write(log, 'form/1', 0, ['a'])).toEqual({ kind: 'appended', version: 1 })
})
