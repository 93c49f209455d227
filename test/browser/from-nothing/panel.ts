import type { Page } from 'playwright-core'
import { formTotal, readForm, type FormRecord } from '../../../shared/form/form-record.ts'
import { fillRest } from '../../../shared/rehearsal/fill.ts'
import type { Preset } from '../../../shared/rubric/presets/presets.ts'
import { leastOf, rowsOf, type Row, type Rubric } from '../../../shared/rubric/rubric.ts'
import { shownPoints } from '../../../shared/rubric/shown-points.ts'
import { together } from '../panel.ts'
import * as room from '../room.ts'
import * as seats from '../seats.ts'
import { column, soon, treeLine, yourForm } from '../seats.ts'
import type { EmptyHouse } from './house.ts'
import { applicants, type Cast } from './set-up.ts'

const [applicant] = applicants
/** What the import makes of the applicant's name. */
const application = 'alder-county'
export const review = `${application}.1.1`

/** Reviewers open the application from their first page; one scores two rows by the keyboard, and says ready on the page; the rest is filled in by lines. */
export async function score(house: EmptyHouse, { rubric }: Preset, { reviewers }: Cast): Promise<void> {
  await together(reviewers, async (label) => {
    const page = house.page(label)
    await seats.openApplication(page, applicant)
    await column(page, 'Criteria').waitFor()
  })
  const [first] = reviewers
  if (first === undefined) throw new Error('There are reviewers.')
  await byKeyboard(house.page(first), rubric)
  await together(reviewers, async (label) => {
    const page = house.page(label)
    const line = await house.line(label)
    const { mine } = line.review(review)
    if (!mine) throw new Error(`${label} has no form.`)
    const copy = await line.open(mine.form.name)
    fillRest({ doc: copy.doc }, rubric, application, mine.seat)
    await copy.saved()
    await seats.toReadyCheck(page)
    await seats.sayReady(page)
  })
}

/** Two rows in points as people write them, each finished with Enter. */
async function byKeyboard(page: Page, rubric: Rubric): Promise<void> {
  for (const row of typedRows(rubric)) {
    await toRow(page, row)
    await seats.points(yourForm(page)).focus()
    const typed = shownPoints(rubric, typedUnits(row))
    await page.keyboard.type(typed)
    await page.keyboard.press('Enter')
    await soon(() => seats.points(yourForm(page)).inputValue()).toBe(typed)
    await treeLine(page, lineOf(row, typed)).waitFor()
  }
  await seats.saved(page)
}

/** The first two rows that take a number. */
export function typedRows(rubric: Rubric): readonly Row[] {
  return rowsOf(rubric)
    .filter(({ rule }) => rule?.kind !== 'elements' && rule?.kind !== 'choice')
    .slice(0, 2)
}

/** One step over the least: 2 in 1–9, 0.5 of 5, 1 of 20. */
export function typedUnits(row: Row): number {
  return leastOf(row) + 1
}

function lineOf({ id, short }: Row, typed: string): string {
  return id.startsWith('(') ? id : `${id} ${short}, ${typed} `
}

async function toRow(page: Page, { id }: Row): Promise<void> {
  if (id.startsWith('(')) return seats.toRow(page, id)
  await treeLine(page, `${id} `).click()
}

/** The monitor reveals, and everybody on the panel goes into the room. */
export async function reveal(house: EmptyHouse, { reviewers, monitor }: Cast): Promise<void> {
  const lead = house.page(monitor)
  await seats.openApplication(lead, applicant)
  await room.reveal(lead, applicant)
  await together(reviewers, async (label) => {
    const page = house.page(label)
    await page.getByRole('link', { name: 'Go to the panel room' }).click()
    await column(page, 'Disagreement').waitFor()
  })
}

/** What each reviewer's form says, as the server gives it to its author. */
export async function formsOf(
  house: EmptyHouse,
  rubric: Rubric,
  { reviewers }: Cast,
): Promise<readonly FormRecord[]> {
  return together(reviewers, async (label) => {
    const line = await house.line(label)
    const { mine } = line.review(review)
    const copy = await line.open(mine?.form.name ?? '')
    return readForm(copy.doc, rubric)
  })
}

/** The totals under the board as a page tells them, one for each reviewer. */
export async function totalsOn(page: Page, count: number): Promise<readonly string[]> {
  const cells = column(page, 'Disagreement').getByRole('table').locator('tfoot td')
  return (await cells.allInnerTexts()).slice(0, count)
}

export function totalsOf(rubric: Rubric, forms: readonly FormRecord[]): readonly string[] {
  return forms.map((form) => shownPoints(rubric, formTotal(rubric, form)))
}
