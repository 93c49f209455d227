import { afterAll, beforeAll, expect, test } from 'vitest'
import { paced } from '../harness/lock-review.ts'
import type { SeatClient } from '../harness/seat-client.ts'
import { startSetUpServer, type SetUpServer } from '../harness/set-up-server.ts'
import { alphaReview } from '../harness/set-up-steps.ts'

let set: SetUpServer

beforeAll(async () => {
  set = await startSetUpServer()
})
afterAll(async () => {
  expect(set.server.failures).toEqual([])
  await set.close()
})

const replace = {
  kind: 'seat.replace',
  review: alphaReview,
  seat: 1,
  person: 'r7',
  reason: 'A stand-in.',
} as const

/** What is said to whoever wants reviewer 7 in the seat, also where they have asked very often. */
async function answerTo(seat: SeatClient) {
  for (;;) {
    const answer = await seat.send(replace)
    if (!('refused' in answer) || answer.refused !== 'too-many') return answer
  }
}

/** Says where reviewer 7 comes from. */
async function describe(organization: string | null, home: string | null): Promise<void> {
  const entries = [{ person: 'r7', name: 'Ray Seven', email: null, organization, home }]
  expect((await set.server.post('/api/people/describe', { entries }, set.server.staff)).status).toBe(204)
}

test('HELD-32 nobody takes the place of a seat on an application of their own State or organization; staff alone are told why', async () => {
  const staff = await set.seat('staff-1')
  await paced(staff, { kind: 'seat.excuse', review: alphaReview, seat: 1, reason: 'Ill.' })
  await describe('State of alpha', 'Maine')
  for (const person of ['r2', 'monitor-1']) {
    expect(await answerTo(await set.seat(person))).toEqual({
      refused: 'not-yours',
      sentence: 'That is not yours to decide.',
    })
  }
  const why = {
    both: 'from the same State and from the same organization',
    home: 'from the same State',
    organization: 'from the same organization',
  }
  const refused = (because: string) => ({
    refused: 'out-of-turn',
    sentence: `Reviewer 7 (Ray Seven) is ${because} as State of alpha. Choose somebody else for the seat.`,
  })
  expect(await answerTo(staff)).toEqual(refused(why.both))
  await describe(null, 'ME')
  expect(await answerTo(staff)).toEqual(refused(why.home))
  await describe('state of  Alpha', 'Ohio')
  expect(await answerTo(staff)).toEqual(refused(why.organization))
  await describe('A university', 'Ohio')
  await paced(staff, replace)
})
