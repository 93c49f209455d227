import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setNoneFound, setReason, setScore, textAt, writeText } from '../../shared/form/edits.ts'
import { lineField, strengthsField, weaknessesField } from '../../shared/form/fields.ts'
import { must, openRoom, sign } from '../harness/review-moves.ts'
import type { OpenCopy, SeatClient } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'
import { controls, missouri, revealedRoom, type MonitorRoom } from './monitor-room.ts'
import { closeReview, closeVote, openVote, toBoard } from './room.ts'
import { column, openApplication, soon } from './seats.ts'
import { story } from './story.ts'

const row = '(D)(2)(i)'
const criterion = '(D)(2)'

let room: MonitorRoom
let monitor: Page
let seats: readonly { readonly seat: SeatClient; readonly copy: OpenCopy }[]

beforeAll(async () => {
  room = await revealedRoom()
  monitor = room.monitor
  seats = await Promise.all(
    [1, 2, 3, 4, 5].map(async (number) => {
      const seat = await room.direct.seat(`reviewer-${number}`)
      await until('the room is open', () => seat.review(missouri).room !== null)
      return { seat, copy: await openRoom(seat, missouri) }
    }),
  )
})
afterAll(() => room.close())

const upTo = story(looks, votes, closes)

test('CLOSEOUT-8 the close-out names what waits, live, each with the way to it, and the close is refused until it is mended', () =>
  upTo(1))
test('CLOSEOUT-9 the vote is settled where 3 of 5 say yes; the hurdle is said in words, the count sealed until the close; opened again by staff it says why', () =>
  upTo(2))
test('CLOSEOUT-10 the monitor ticks that comments were read and closes, with the panel’s assessment; flagged rows that nobody discussed are said and stop nothing', () =>
  upTo(3))

async function looks(): Promise<void> {
  await closeButton().click()
  await column(monitor, 'Close-out').waitFor()
  await lines('Not signed').and(monitor.getByText('Reviewer 4 has not signed.')).waitFor()
  await lines('Not settled').and(monitor.getByText('The STEM priority is not settled.')).waitFor()
  await none('Every changed score has its reason and its line.').waitFor()

  const { copy } = fourth()
  const place = { doc: copy.doc, seat: 4 }
  const before = Number(copy.doc.getMap('r4/scores').get(row))
  setScore(place, row, before === 5 ? 4 : 5)
  await lines('Changed scores without a reason')
    .and(monitor.getByText(`Reviewer 4 changed ${row} and gives no reason.`))
    .waitFor()
  setReason(place, row, 'evidence')
  await monitor.getByText(`Reviewer 4 changed ${row} and gives no line of text.`).waitFor()
  writeText(place, lineField(row), 'Table 3 shows it.')
  await none('Every changed score has its reason and its line.').waitFor()

  const words = emptied(copy, [strengthsField(criterion), weaknessesField(criterion)])
  await monitor.getByText(`Reviewer 4 gives points on ${criterion} and no comment.`).waitFor()
  setNoneFound(place, weaknessesField(criterion), true)
  await none('Every criterion that has points has a comment, or “none found”.').waitFor()
  for (const [field, text] of words) writeText(place, field, text)
  setNoneFound(place, weaknessesField(criterion), false)
  setScore(place, row, null)
  await monitor.getByText(`Reviewer 4 comments on ${criterion} and gives no points on ${row}.`).waitFor()
  setScore(place, row, before)
  await none('Every comment stands beside points.').waitFor()
  await copy.saved()

  await closing().getByRole('button', { name: 'Close review: 5 to sign' }).click()
  await closing().getByRole('heading', { name: 'Not yet: 6 things' }).waitFor()
  await lines('Flagged and not discussed').first().click()
  await column(monitor, 'The panel’s scores').waitFor()
  await toBoard(monitor)
}

async function votes(): Promise<void> {
  await controls(monitor).getByText('The forms differ: 2 yes, 3 no. 3 of 5 are needed.').waitFor()
  await openVote(monitor)
  for (const { seat } of seats.slice(0, 4)) await cast(seat, 'yes')
  await controls(monitor).getByText('The vote is open: 4 of 5 have voted. 3 of 5 are needed.').waitFor()
  const sealed = (await room.direct.seat('monitor')).review(missouri).vote
  expect(sealed?.result).toBeNull()
  const [, , , fourthSeat, fifthSeat] = seats
  if (!fourthSeat || !fifthSeat) throw new Error('There are five seats.')
  // What was voted can be changed until the close.
  await cast(fourthSeat.seat, 'no')
  await cast(fifthSeat.seat, 'no')
  await closeVote(monitor)
  const given = controls(monitor).getByText('3 of 5 say yes: all 15 points go to the application.')
  await given.waitFor()

  // Staff alone open it again, and say why; everybody votes anew.
  const staff = await room.direct.seat('staff')
  await must(staff, { kind: 'vote.reopen', review: missouri, reason: 'A seat had the wrong form open.' })
  await controls(monitor).getByText('A seat had the wrong form open.').waitFor()
  await controls(monitor).getByText('The vote is open: 0 of 5 have voted. 3 of 5 are needed.').waitFor()
  for (const [at, { seat }] of seats.entries()) await cast(seat, at < 3 ? 'yes' : 'no')
  await closeVote(monitor)
  await given.waitFor()
}

async function closes(): Promise<void> {
  for (const { seat, copy } of seats) await sign(seat, copy, missouri)
  await controls(monitor).getByText('Signed: 5 of 5').waitFor()
  await closeButton().click()
  const button = closing().getByRole('button', { name: 'Close review: your tick is needed' })
  await button.click()
  const tick = closing().getByRole('checkbox')
  expect(await tick.evaluate((box) => box === document.activeElement)).toBe(true)
  await closing()
    .getByText(/^\d+ flagged rows were not discussed\./)
    .waitFor()
  // What is typed of the assessment is there again after a look at a row.
  await closing().getByRole('textbox').fill('We heard each other out.')
  await lines('Flagged and not discussed').first().click()
  await toBoard(monitor)
  await closeButton().click()
  expect(await closing().getByRole('textbox').inputValue()).toBe('We heard each other out.')
  await toBoard(monitor)
  await closeReview(monitor, 'We heard each other out, and agree on what is missing.')
  const said = controls(monitor).getByText('We heard each other out, and agree on what is missing.')
  await said.waitFor()
  await soon(() => seats[0]?.seat.review(missouri).closed?.assessment).toBe(await said.innerText())
  expect(
    await controls(monitor)
      .getByRole('button', { name: /Hold|Recess|Park|Call staff/ })
      .count(),
  ).toBe(0)
  await openApplication(monitor, 'Missouri')
}

function closeButton(): Locator {
  return controls(monitor).getByRole('button', { name: /Close review/ })
}

function closing(): Locator {
  return column(monitor, 'Close the review')
}

/** The lines under one heading of the close-out. */
function lines(title: string): Locator {
  return column(monitor, 'Close-out')
    .getByRole('region', { name: new RegExp(`^${title}`) })
    .getByRole('link')
}

function none(sentence: string): Locator {
  return column(monitor, 'Close-out').getByText(sentence)
}

function fourth() {
  const four = seats[3]
  if (!four) throw new Error('There is no fourth seat.')
  return four
}

async function cast(seat: SeatClient, answer: 'yes' | 'no'): Promise<void> {
  await must(seat, { kind: 'ballot.cast', review: missouri, answer, reasons: 'I read it again.' })
}

/** Takes texts out of a column, and answers with what they were. */
function emptied(copy: OpenCopy, fields: readonly string[]): readonly (readonly [string, string])[] {
  return fields.map((field) => {
    const text = textAt({ doc: copy.doc, seat: 4 }, field)
    const before = text.toString()
    text.delete(0, text.length)
    return [field, before] as const
  })
}
