import { expect } from 'vitest'
import { raceToTheTop } from '../../../shared/rubric/race-to-the-top.ts'
import { findRow } from '../../../shared/rubric/rubric.ts'
import { together, type Panel } from '../panel.ts'
import * as seats from '../seats.ts'
import { column, foot, soon, yourForm } from '../seats.ts'

/** What reviewer 1 writes on (A)(1), for the others to read after the reveal. */
export const strength = 'The agenda names all four areas and says who answers for each.'

/** Each reviewer scores in another way, all at the same time. */
export async function score(panel: Panel): Promise<void> {
  await together([typesAndWrites, usesTheArrows, movesTheSlider, ticksBoxes, choosesAndDetermines], (does) =>
    does(panel),
  )
  await waitsForTheServer(panel)
}

/** What is typed while the server stands still is "typed here", and on the server only once it is there. */
async function waitsForTheServer({ house, reviewer }: Panel): Promise<void> {
  const page = reviewer(1)
  house.serving.pause()
  try {
    await yourForm(page).getByRole('textbox', { name: 'Strengths of (A)(1)' }).press('End')
    await page.keyboard.type(' Page 5.')
    const { typed, onServer } = await seats.saveTimes(page)
    expect(typed).toBeGreaterThan(onServer)
  } finally {
    house.serving.resume()
  }
  await seats.saved(page)
}

/** Reviewer 1: what a row shows, points by typing, strengths and "none found", and what stands in the foot. */
async function typesAndWrites({ reviewer }: Panel): Promise<void> {
  const page = reviewer(1)
  const form = yourForm(page)
  await page.getByRole('link', { name: '(A)(1)(i) has no points.' }).click()
  await form.getByText(rowOf('(A)(1)(i)').summary).waitFor()
  await form.getByText('Medium 2–3').waitFor()
  await column(page, 'Application').getByText('Where (A)(1) is answered').waitFor()
  await foot(page).getByText('Only you can see what you write here.').waitFor()
  await seats.typePoints(form, 4)
  await soon(() => seats.runningTotal(page)).toBe('4 of 500; 0 of 41 rows complete')
  await seats.saved(page)

  await form.getByRole('textbox', { name: 'Strengths of (A)(1)' }).pressSequentially(strength)
  await form.getByRole('checkbox', { name: 'None found' }).last().check()
  await soon(() => seats.runningTotal(page)).toBe('4 of 500; 1 of 41 rows complete')
  await seats.toRow(page, '(A)(1)(ii)')
  await seats.typePoints(form, 46)
  await form.getByText('(A)(1)(ii) takes whole numbers from 0 to 45.').waitFor()
  await seats.typePoints(form, 31)
  await soon(() => seats.runningTotal(page)).toBe('35 of 500; 2 of 41 rows complete')
  await seats.saved(page)
}

/** Reviewer 2: points by the arrow keys, and a row for which the notice knows no medium. */
async function usesTheArrows({ reviewer }: Panel): Promise<void> {
  const page = reviewer(2)
  const form = yourForm(page)
  await seats.toRow(page, '(A)(1)(ii)')
  const points = seats.points(form)
  for (const key of ['ArrowUp', 'PageUp', 'PageUp', 'PageUp', 'PageUp', 'ArrowDown', 'Enter'])
    await points.press(key)
  await soon(() => points.inputValue()).toBe('20')
  await seats.toRow(page, '(B)(1)(ii)')
  await form.getByText(ruleOf('(B)(1)(ii)')).waitFor()
  await seats.typePoints(form, 10)
  await form.getByText('The notice gives no medium for (B)(1)(ii): high, low or 0.').waitFor()
  await soon(() => seats.runningTotal(page)).toBe('30 of 500; 0 of 41 rows complete')
}

/** Reviewer 3: points by the slider. */
async function movesTheSlider({ reviewer }: Panel): Promise<void> {
  const page = reviewer(3)
  const form = yourForm(page)
  await seats.toRow(page, '(A)(1)(ii)')
  const slider = form.getByRole('slider', { name: 'Points on the scale, (A)(1)(ii)' })
  const box = await slider.boundingBox()
  if (!box) throw new Error('The slider is not on the page.')
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + 5, y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.2, y, { steps: 5 })
  await page.mouse.up()
  const given = Number(await slider.inputValue())
  expect(given).toBeGreaterThan(4)
  expect(given).toBeLessThan(14)
  await soon(() => seats.points(form).inputValue()).toBe(String(given))
  await soon(() => seats.runningTotal(page)).toBe(`${given} of 500; 0 of 41 rows complete`)
}

/** Reviewer 4: twelve boxes of two points. */
async function ticksBoxes({ reviewer }: Panel): Promise<void> {
  const page = reviewer(4)
  const form = yourForm(page)
  await seats.toRow(page, '(C)(1)')
  await form.getByText(ruleOf('(C)(1)')).waitFor()
  const boxes = form.getByRole('group', { name: 'Elements of (C)(1) in place today' }).getByRole('checkbox')
  expect(await boxes.count()).toBe(12)
  const none = form.getByRole('checkbox', { name: 'None of the twelve' })
  await none.check()
  await soon(() => seats.points(form).inputValue()).toBe('0')
  for (const box of [0, 3, 11]) await boxes.nth(box).check()
  await form.getByText('6 of 24: 3 of the 12 elements').waitFor()
  await soon(() => seats.points(form).inputValue()).toBe('6')
  await soon(() => none.isChecked()).toBe(false)
}

/** Reviewer 5: a row of three choices, the determinations with reasons, a comment on an invitational priority. */
async function choosesAndDetermines({ reviewer }: Panel): Promise<void> {
  const page = reviewer(5)
  const form = yourForm(page)
  await seats.toRow(page, '(E)(1)')
  await column(page, 'Application').getByText('Where (E)(1) is answered').waitFor()
  expect(await form.getByRole('group', { name: 'Which of these is so' }).getByRole('radio').count()).toBe(3)
  await form.getByRole('radio', { name: /^5 / }).check()
  await soon(() => seats.points(form).inputValue()).toBe('5')
  await seats.points(form).fill('7')
  await form.getByText('(E)(1) is 10, 5 or 0.').waitFor()
  await seats.points(form).press('Escape')
  await seats.toRow(page, 'Absolute priority')
  await form.getByRole('radio', { name: 'Met', exact: true }).check()
  await form.getByRole('textbox', { name: 'Your reasons' }).fill('All four areas are one plan.')
  await seats.toRow(page, 'STEM priority')
  await form.getByRole('radio', { name: /^No/ }).check()
  await form.getByRole('textbox', { name: 'Your reasons' }).fill('No partner outside of schools is named.')
  await seats.toRow(page, 'Early learning outcomes')
  await form.getByRole('textbox', { name: 'Comment, if you have one' }).fill('Two pilots, both funded.')
  // The tree is scrolled to its end, and the running total stays in view under the head line.
  await seats.toRow(page, 'School-level conditions')
  const total = await column(page, 'Criteria').getByText('5 of 500', { exact: true }).boundingBox()
  expect(total?.y).toBeGreaterThan(50)
  await seats.treeLine(page, 'Absolute priority, Met, complete').waitFor()
  await seats.treeLine(page, 'STEM priority, 15 points, No, complete').waitFor()
  await seats.saved(page)
}

function rowOf(id: string) {
  const row = findRow(raceToTheTop, id)
  if (!row) throw new Error(`The rubric has no row ${id}.`)
  return row
}

function ruleOf(id: string): string {
  return rowOf(id).rule?.text ?? ''
}
