import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { shownPoints } from '../../shared/rubric/shown-points.ts'
import { presets, type Preset } from '../../shared/rubric/presets/presets.ts'
import { preset } from '../harness/preset-rubrics.ts'
import { changeScore, lockOther, ranked, signAndLock, verifiedPoints } from './from-nothing/end.ts'
import { openEmptyHouse, type EmptyHouse } from './from-nothing/house.ts'
import * as panel from './from-nothing/panel.ts'
import * as setUp from './from-nothing/set-up.ts'
import { together } from './panel.ts'
import { column, soon } from './seats.ts'

const nih = preset('nih-simplified-2025')
const houses = new Set<EmptyHouse>()

afterAll(async () => {
  for (const house of houses) await house.close()
})

/** From an empty folder to the reveal of the first application, by everybody's pages. */
async function walk(taken: Preset): Promise<EmptyHouse> {
  const house = await openEmptyHouse()
  houses.add(house)
  const cast = setUp.castOf(taken)
  const everybody = [...cast.reviewers, cast.monitor, cast.official]
  await setUp.begin(house, taken)
  await setUp.addPeople(house, cast)
  await setUp.addApplications(house)
  await setUp.judgeIntake(house)
  await setUp.inviteAll(house, cast)
  await together(everybody, (label) => setUp.certify(house.page(label)))
  await house.staff.getByRole('link', { name: 'Competition', exact: true }).click()
  await setUp.certify(house.staff)
  await officialIsTold(house.page(cast.official), taken)
  await house.staff.getByRole('link', { name: 'Competition', exact: true }).click()
  await setUp.drawAndOpen(house, cast)
  await panel.score(house, taken, cast)
  await panel.reveal(house, cast)
  return house
}

/** Where no priority is the official's to decide, their first page says so. */
async function officialIsTold(page: Page, { rubric }: Preset): Promise<void> {
  const decides = rubric.priorities.some(({ kind }) => kind === 'absolute')
  await page.getByRole('link', { name: 'All applications' }).click()
  await page.getByText(decides ? 'No review is closed yet.' : 'Nothing here is yours to decide.').waitFor()
}

let throughNih: Promise<EmptyHouse> | null = null
/** The walk that goes on to the lock. */
const walkNih = (): Promise<EmptyHouse> => (throughNih ??= walk(nih))

async function close(house: EmptyHouse): Promise<void> {
  houses.delete(house)
  await house.close()
}

/** Everybody on the panel reads the totals that were attested, in points as people write them. */
async function allReadTotals(house: EmptyHouse, { rubric, id }: Preset): Promise<void> {
  const cast = setUp.castOf(preset(id))
  const forms = await panel.formsOf(house, rubric, cast)
  const expected = panel.totalsOf(rubric, forms)
  for (const row of panel.typedRows(rubric)) expect(forms[0]?.scores[row.id]).toBe(panel.typedUnits(row))
  for (const label of [...cast.reviewers, cast.monitor])
    await soon(() => panel.totalsOn(house.page(label), cast.reviewers.length)).toEqual(expected)
}

test.for(presets)(
  'FROMNOTHING-1 from an empty folder to a first reveal on the preset $id, by everybody’s own pages',
  async (taken) => {
    const house = await (taken.id === nih.id ? walkNih() : walk(taken))
    await allReadTotals(house, taken)
    await house.picture(house.page('Reviewer 1'), `${taken.id} room`)
    if (taken.id !== nih.id) await close(house)
  },
)

test('FROMNOTHING-2 where 1 is best a panel goes on to its lock, the ranking has the least first, and the downloaded export verifies', async () => {
  const house = await walkNih()
  const cast = setUp.castOf(nih)
  await changeScore(house, 'Reviewer 1', 'OI', 4)
  const own = column(house.page('Reviewer 2'), 'Disagreement').locator('tfoot td').first()
  await soon(() => own.innerText()).toBe(shownPoints(nih.rubric, 4))
  await signAndLock(house, cast)
  await lockOther(house, nih, cast, 2)
  // 4, 6 and 7 of the one, 2 of all of the other; the mean times 10, and less is better.
  expect(await ranked(house)).toEqual([
    ['1', 'Birch County', '20'],
    ['2', 'Alder County', '57'],
  ])
  await house.picture(house.staff, 'nih ranking')
  const [changed] = await verifiedPoints(house, 'OI')
  expect(changed).toBe(4)
})
