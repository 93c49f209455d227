import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type RunningServer } from '../harness/running-server.ts'

let server: RunningServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

test('LOST-12 a page’s document opens under the session of the person whose page it is, and under no other', async () => {
  const seat = await server.seat('reviewer-1')
  const form = 'rehearsal-1/missouri.1.1/form-1'
  const own = await seat.open(`${form}?as=reviewer-1`)
  await own.saved()
  const other = await seat.open(`${form}?as=reviewer-2`)
  expect(other.closed()).toBe(4401)
  expect(other.refusal()?.reason).toBe('signedOut')
  expect(own.closed()).toBeNull()
})
