import { expect, test } from 'vitest'
import { unsafe, unsuitable } from '../../server/log/redis-safety.ts'
import type { RedisSettings } from '../../server/log/redis-safety.ts'

const safe: RedisSettings = {
  version: '7.0.15',
  role: 'master',
  appendOnly: 'yes',
  firstFile: 'there',
  appendFsync: 'always',
  noFsyncOnRewrite: 'no',
  evictionPolicy: 'noeviction',
  lastWrite: 'ok',
}

test('REDIS-4 a Redis before 6.2 is refused, later ones are not', () => {
  for (const version of ['5.0.14', '6.0.20', null, '']) {
    expect(unsuitable({ ...safe, version }), String(version)).toContain('6.2 or newer is needed')
  }
  for (const version of ['6.2.0', '7.0.15', '8.4.1', '10.0.0']) {
    expect(unsuitable({ ...safe, version }), version).toBeNull()
  }
})

test('REDIS-4 a Redis that does not say that it is a master is refused', () => {
  for (const role of ['slave', null]) expect(unsuitable({ ...safe, role })).toContain('It is a replica')
})

test('REDIS-2 each setting counts, also when it is not told', () => {
  expect(unsafe(safe)).toEqual([])
  for (const name of ['appendOnly', 'appendFsync', 'noFsyncOnRewrite', 'evictionPolicy', 'lastWrite']) {
    for (const value of ['something', null]) {
      expect(unsafe({ ...safe, [name]: value }), `${name} ${value}`).toHaveLength(1)
    }
  }
})

test('REDIS-2 an append-only file that is not there yet counts', () => {
  expect(unsafe({ ...safe, firstFile: 'being written' })).toHaveLength(1)
})

test('REDIS-3 the worst is told first, and nothing twice', () => {
  const faults = unsafe({ ...safe, appendOnly: 'no', appendFsync: 'everysec', evictionPolicy: 'allkeys-lru' })
  expect(faults.map(({ wrong }) => wrong.split(' ')[0])).toEqual(['appendonly', 'maxmemory-policy'])
})
