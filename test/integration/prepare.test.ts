import { afterAll, beforeAll, expect, test } from 'vitest'
import { strengthsField } from '../../shared/form/fields.ts'
import { setScore, textAt } from '../../shared/form/edits.ts'
import { readForm } from '../../shared/form/form-record.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { ask, type Answer } from '../harness/ask.ts'
import { eventsOf } from '../harness/nodes-play.ts'
import { attest, must, openForm } from '../harness/review-moves.ts'
import { hostOf, startServer, type RunningServer } from '../harness/running-server.ts'
import type { SeatClient } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'

// All five forms of Missouri are attested, and nothing is revealed.

const review = 'missouri.1.1'
const others = ['reviewer-1', 'reviewer-3', 'reviewer-6', 'staff', 'official']

let server: RunningServer
const cookies = new Map<string, string>()

beforeAll(async () => {
  server = await startServer()
  for (const person of [...others, 'monitor']) cookies.set(person, await server.signIn(person))
})
afterAll(() => server.close())

function attested(person: string, seat: number | string): Promise<Answer> {
  const headers = { cookie: cookies.get(person) ?? '' }
  return ask(server.port, hostOf(person), `/api/reviews/${review}/attested/${seat}`, { headers })
}

function seatOn(person: string): Promise<SeatClient> {
  return server.again(person, cookies.get(person) ?? '')
}

test('PREPARE-2 an attested form answers its panel’s monitor, from its opening on, and everybody else like what does not exist', async () => {
  const monitor = await seatOn('monitor')
  const nothing = await attested('monitor', 77)
  expect(nothing.status).toBe(404)
  for (const person of [...others, 'monitor'])
    expect([person, (await attested(person, 3)).body]).toEqual([person, nothing.body])
  await must(monitor, { kind: 'form.open', review, seat: 3 })
  const answer = await attested('monitor', 3)
  expect(answer.status).toBe(200)
  const form = await openForm(await seatOn('reviewer-3'), review)
  expect(JSON.parse(answer.body)).toMatchObject({ record: readForm(form.doc, raceToTheTop), returned: null })
  for (const person of others) {
    expect([person, (await attested(person, 3)).body]).toEqual([person, nothing.body])
    const refused = await (await seatOn(person)).send({ kind: 'form.open', review, seat: 3 })
    expect([person, 'refused' in refused]).toEqual([person, true])
  }
  // Another seat's, and what is no number of a seat.
  for (const seat of [2, 'x']) expect((await attested('monitor', seat)).status).toBe(404)
  const openings = await eventsOf(server.log, 'form.opened')
  expect(openings.map(({ by, data }) => [by, data.seat])).toEqual([['monitor', 3]])
})

test('PREPARE-3 a returned form is shut again for the monitor; given and opened anew, it says which points are no longer the same', async () => {
  const monitor = await seatOn('monitor')
  const reviewer = await seatOn('reviewer-3')
  await must(monitor, { kind: 'form.return', review, seat: 3, reason: 'Which page says so?' })
  expect((await attested('monitor', 3)).status).toBe(404)
  await until('the reason', () => reviewer.review(review).mine?.returned?.reason === 'Which page says so?')
  const form = await openForm(reviewer, review)
  textAt({ doc: form.doc }, strengthsField('(A)(1)')).insert(0, 'On page 27: ')
  setScore({ doc: form.doc }, '(A)(1)(i)', 5)
  await form.saved()
  await attest(reviewer, form, review)
  expect((await attested('monitor', 3)).status).toBe(404)
  await must(monitor, { kind: 'form.open', review, seat: 3 })
  expect(JSON.parse((await attested('monitor', 3)).body).returned).toMatchObject({
    reason: 'Which page says so?',
    changedRows: ['(A)(1)(i)'],
  })
})

test('PREPARE-2 from the reveal on it is read in the room and nowhere else', async () => {
  await must(await seatOn('monitor'), { kind: 'review.reveal', review })
  expect((await attested('monitor', 3)).status).toBe(404)
})
