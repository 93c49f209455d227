import { expect, test } from 'vitest'
import { isPassing } from '../../client/live/set-aside.ts'

test('SUMMARY-15 what the server does not keep is sent again only while why may pass', () => {
  const here = { signedOut: null, other: null }
  const other = { person: 'r2', role: 'reviewer', label: 'Reviewer 2' } as const
  expect(isPassing('not-yours', here)).toBe(false)
  expect(isPassing('not-yours', { ...here, signedOut: 'Your session has ended.' })).toBe(true)
  expect(isPassing('not-yours', { ...here, other })).toBe(true)
  expect(['not-saved', 'too-many'].map((code) => isPassing(code, here))).toEqual([true, true])
  expect(isPassing('malformed', here)).toBe(false)
})
