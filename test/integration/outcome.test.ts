import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { verifyExport } from '../../server/exports/verify.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { rowsOf } from '../../shared/rubric/rubric.ts'
import { ask, type Answer } from '../harness/ask.ts'
import { eventsOf, reviewers } from '../harness/nodes-play.ts'
import { lockReview } from '../harness/lock-review.ts'
import { must } from '../harness/review-moves.ts'
import { rubricPath } from '../harness/rubric-path.ts'
import { hostOf, startServer, type RunningServer } from '../harness/running-server.ts'
import type { SeatClient } from '../harness/seat-client.ts'

const [missouri, massachusetts, maine] = ['missouri.1.1', 'massachusetts.1.1', 'maine.1.1'] as const
const seats = [...reviewers, 'monitor', 'staff', 'official']

let server: RunningServer
let people: ReadonlyMap<string, SeatClient>
/** Everything that any seat was sent on its live line, by seat. */
const heard = new Map<string, string[]>()

beforeAll(async () => {
  server = await startServer()
  const opened = seats.map(async (person) => {
    const cookie = await server.signIn(person)
    heard.set(person, [])
    const seat = await server.again(person, cookie, (_line, came) => heard.get(person)?.push(came))
    return [person, seat] as const
  })
  people = new Map(await Promise.all(opened))
})
afterAll(() => server.close())

function seat(person: string): SeatClient {
  const found = people.get(person)
  if (!found) throw new Error(`${person} has no seat here.`)
  return found
}

function ranks(person: string): Promise<Answer> {
  const headers = { cookie: seat(person).headers['cookie'] ?? '' }
  return ask(server.port, hostOf(person), '/api/tiers/1/ranking', { headers })
}

function effects(person: string | null, tier = '1'): Promise<Answer> {
  const headers = person ? { cookie: seat(person).headers['cookie'] ?? '' } : {}
  return ask(server.port, hostOf(person ?? 'staff'), `/api/tiers/${tier}/effects`, { headers })
}

function lock(review: string): Promise<void> {
  const panel = { reviewers: reviewers.map(seat), monitor: seat('monitor'), staff: seat('staff') }
  return lockReview(panel, review)
}

const effectsSchema = z.object({
  line: z.number(),
  reviews: z.array(
    z.looseObject({
      review: z.string(),
      mean: z.object({ sum: z.number(), count: z.number() }),
      seats: z.array(z.looseObject({ seat: z.number(), total: z.number() })),
      rows: z.array(z.looseObject({ row: z.string() })),
    }),
  ),
})

test('EFFECT-7 before the whole tier is locked nobody is told what its outcome hangs on, and nobody can open it', async () => {
  const nothing = await effects('reviewer-1', '9')
  const refuseAll = async (): Promise<void> => {
    for (const person of seats.filter((each) => each !== 'staff'))
      expect((await effects(person)).body).toBe(nothing.body)
    expect((await effects('staff')).status).toBe(409)
    const opening = await seat('staff').send({ kind: 'tier.open', review: missouri })
    expect('refused' in opening && opening.refused).toBe('out-of-turn')
  }
  await refuseAll()
  await lock(missouri)
  await refuseAll()
  await lock(massachusetts)
  await refuseAll()
  expect(await eventsOf(server.log, 'tier.opened')).toEqual([])
})

test('EFFECT-7 once it is locked, staff open it, which is in the journal, and then read it; nobody else can do either', async () => {
  await lock(maine)
  expect((await effects('staff')).status).toBe(409)
  for (const person of seats.filter((each) => each !== 'staff')) {
    const answer = await seat(person).send({ kind: 'tier.open', review: maine })
    expect('refused' in answer, person).toBe(true)
  }
  expect((await effects('staff')).status).toBe(409)
  await must(seat('staff'), { kind: 'tier.open', review: maine })
  expect((await eventsOf(server.log, 'tier.opened')).map(({ by, data }) => [by, data.tier])).toEqual([
    ['staff', 1],
  ])
  const answer = await effects('staff')
  expect(answer.status).toBe(200)
  const found = effectsSchema.parse(JSON.parse(answer.body))
  expect(found.line).toBe(400)
  expect(new Set(found.reviews.map(({ review }) => review))).toEqual(
    new Set([missouri, massachusetts, maine]),
  )
  for (const { review, mean, seats: given, rows } of found.reviews) {
    expect(mean).toEqual(seat('staff').review(review).lock?.total?.total)
    expect(given.map((each) => each.seat)).toEqual([1, 2, 3, 4, 5])
    expect(rows.map(({ row }) => row).toSorted()).toEqual(
      rowsOf(raceToTheTop)
        .map(({ id }) => id)
        .toSorted(),
    )
  }
})

test('EFFECT-7 what is open to staff answers everybody else like what does not exist, and who is not signed in not at all', async () => {
  for (const person of seats.filter((each) => each !== 'staff')) {
    const [hidden, missing] = [await effects(person), await effects(person, '9')]
    expect([hidden.status, hidden.body]).toEqual([missing.status, missing.body])
    expect(hidden.status).toBe(404)
  }
  expect((await effects('staff', '9')).status).toBe(404)
  expect((await effects('staff', '01')).status).toBe(404)
  expect((await effects(null)).status).toBe(401)
})

test('EFFECT-8 with the line left to staff, no line, rank, swing or effect is in anything that reviewers and monitor were sent or answered', async () => {
  const names =
    /"(scoreLine|lineSeenBy|rank|gap|swing\w*|farSwing|flipChance|expectedLoss|envelope|bootstrap|share|decides|lifts|allToMiddle)"/
  const paths = [
    rubricPath,
    ...['missouri', 'massachusetts', 'maine'].flatMap((application) => [
      `/api/applications/${application}`,
      `/api/reviews/${application}.1.1/threads?row=(A)(1)(i)`,
      `/api/reviews/${application}.1.1/attested/1`,
    ]),
    '/api/tiers/1/effects',
    '/api/export',
  ]
  for (const person of [...reviewers, 'monitor']) {
    const headers = { cookie: seat(person).headers['cookie'] ?? '' }
    const answers = await Promise.all(
      paths.map((path) => ask(server.port, hostOf(person), path, { headers })),
    )
    const said = [...(heard.get(person) ?? []), ...answers.map(({ body }) => body)].join('\n')
    expect(said.length, person).toBeGreaterThan(10_000)
    expect(names.exec(said)?.[0], person).toBeUndefined()
    expect(seat(person).view().competition.line, person).toBeNull()
    expect(seat(person).view().tiers, person).toBeNull()
    for (const { lock: locked } of seat(person).view().reviews) expect(locked?.total, person).toBeNull()
  }
})

const ranksSchema = z.array(
  z.looseObject({
    review: z.string(),
    rank: z.number().nullable(),
    total: z.object({ sum: z.number(), count: z.number() }),
  }),
)

test('RANK-20 the ranks of a locked tier are staff’s who opened it, and nobody else’s', async () => {
  const answer = await ranks('staff')
  const found = ranksSchema.parse(JSON.parse(answer.body))
  expect(found.map(({ rank }) => rank)).toEqual([1, 2, 3])
  const means = found.map(({ total: { sum, count } }) => sum / count)
  expect(means).toEqual(means.toSorted((left, right) => right - left))
  for (const { review, total } of found)
    expect(total).toEqual(seat('staff').review(review).lock?.total?.total)
  for (const person of seats.filter((each) => each !== 'staff'))
    expect((await ranks(person)).status).toBe(404)
})

test('RANK-21 an export holds the ranks of a tier that is locked as a whole, and one that was altered is found', async () => {
  const headers = { cookie: seat('staff').headers['cookie'] ?? '' }
  const read = async (path: string): Promise<string> =>
    (await ask(server.port, hostOf('staff'), path, { headers })).body
  const [exported, key] = [JSON.parse(await read('/api/export')), await read('/api/key')]
  expect(exported.ranks).toMatchObject([{ tier: 1, ranks: [{ rank: 1 }, { rank: 2 }, { rank: 3 }] }])
  expect(verifyExport(exported, key)).toMatchObject({ ok: true })
  exported.ranks[0].ranks[0].rank = 2
  expect(verifyExport(exported, key)).toMatchObject({
    ok: false,
    fault: expect.stringMatching(/^In the ranks, /),
  })
})
