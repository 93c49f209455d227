import { afterEach, beforeEach, expect, test } from 'vitest'
import { rowsOf } from '../../shared/rubric/rubric.ts'
import { until } from '../harness/until.ts'
import { lookAt, noFindings } from './access-look.ts'
import { openSample, real, sample, type SampleScene } from './sample-scene.ts'
import { soon } from './seats.ts'
import { picture } from './set-up-settings-stage.ts'

let scene: SampleScene

beforeEach(async () => {
  scene = await openSample()
})
afterEach(() => scene.close())

const start = () => scene.give({ kind: 'calibration.start', application: 'maine' })

/** All three ready: the second row of the rubric is the widest, the first the narrowest. */
async function allReady(): Promise<{ readonly narrow: string; readonly wide: string }> {
  const [first, second] = rowsOf(scene.rubric)
  if (!first || !second) throw new Error('The rubric is too short.')
  const points = [0, second.max, second.max]
  for (const [at, person] of ['r1', 'r2', 'r3'].entries()) {
    const rest = rowsOf(scene.rubric).map(({ id }) => [id, 1] as const)
    await scene.ready(person, { ...Object.fromEntries(rest), [second.id]: points[at] ?? 0 })
  }
  return { narrow: first.id, wide: second.id }
}

test('SAMPLED-1 staff choose an application that no panel reads, are told what that does, and follow how many are ready', async () => {
  const page = await scene.as('staff-1', '/set-up/sample')
  const choose = page.getByRole('combobox', { name: 'Application' })
  expect(await choose.locator('option').allInnerTexts()).not.toContain('Ohio')
  await choose.selectOption({ label: 'Maine' })
  await page.getByText('Maine has no documents yet.').waitFor()
  await picture(page, 'sample choose')
  await page.getByRole('button', { name: 'Give Maine to 3 reviewers …' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Make Maine the sample?' })
  await dialog.getByText(/their real applications take no points until they are ready with it/).waitFor()
  await dialog.getByRole('button', { name: 'Make it the sample' }).click()
  await page.getByText('0 of 3 ready with Maine.').waitFor()
  await page.getByText('No form is ready yet.').waitFor()
  await page.getByRole('button', { name: 'Open the spread to reviewers: no form is ready' }).waitFor()
})

test('SAMPLED-2 a reviewer’s page has the sample first; real applications say that they wait for it, and can be read', async () => {
  await start()
  const page = await scene.as('r1', '/')
  const rows = page.getByRole('row')
  await rows.nth(2).waitFor()
  expect(await rows.nth(1).innerText()).toMatch(/^Maine\s+Sample/)
  await rows
    .nth(1)
    .getByText(/^Sample, before the real applications/)
    .waitFor()
  await rows.nth(2).getByRole('link', { name: 'Waits for the sample' }).click()
  const form = page.getByRole('region', { name: 'Your form' })
  await form.getByText('This waits for the sample.').waitFor()
  expect(await form.getByRole('textbox', { name: /^Strengths/ }).getAttribute('readonly')).not.toBeNull()
  await picture(page, 'sample waits')
  await form.getByRole('link', { name: 'Go to the sample' }).click()
  await page.getByRole('banner').getByText('Maine', { exact: true }).waitFor()
  expect(await page.getByRole('banner').getByText('Sample', { exact: true }).first().isVisible()).toBe(true)
  expect(await page.getByText(/Tier 0/).count()).toBe(0)
  expect(await page.getByRole('list', { name: 'Steps, Sample' }).getByRole('listitem').count()).toBe(2)
  await page.goto(`${scene.site}/review/${sample}/print`)
  await page.getByText(/Sample\. Reviewer \d/).waitFor()
})

test('SAMPLED-3 staff see the spread of each row without names as soon as forms are ready, the widest first', async () => {
  await start()
  const page = await scene.as('staff-1', '/set-up/sample')
  await scene.ready('r1', {})
  await page.getByText('1 of 3 ready with Maine.').waitFor()
  const rows = page.getByRole('table', { name: /How far apart/ }).getByRole('row')
  await rows.nth(1).waitFor()
  await scene.seat('r1').then((seat) => seat.send({ kind: 'form.takeBack', review: sample }))
  await page.getByText('0 of 3 ready with Maine.').waitFor()
  const { wide, narrow } = await allReady()
  await page.getByText('3 of 3 ready with Maine.').waitFor()
  await soon(() => rows.nth(1).innerText()).toContain(wide)
  expect(await rows.last().innerText()).toMatch(/\s0 of /)
  expect((await rows.allInnerTexts()).findIndex((text) => text.startsWith(narrow))).toBeGreaterThan(1)
  expect(await rows.nth(1).getByRole('img').getAttribute('aria-label')).toMatch(/apart\.$/)
  expect(await page.getByRole('table').innerText()).not.toMatch(/Reviewer|r1|Name of/)
  await picture(page, 'sample spread staff')
})

test('SAMPLED-4 reviewers see the spread with their own once staff have opened it, and not before', async () => {
  await start()
  await allReady()
  const page = await scene.as('r1', '/sample')
  await page.getByRole('heading', { name: 'You are ready with the sample.' }).waitFor()
  expect(await page.getByRole('table').count()).toBe(0)
  const staff = await scene.as('staff-1', '/set-up/sample')
  await staff.getByRole('button', { name: 'Open the spread to reviewers …' }).click()
  const dialog = staff.getByRole('alertdialog', { name: 'Open the spread to the reviewers?' })
  await dialog.getByText(/without names, with their own among them/).waitFor()
  await dialog.getByRole('button', { name: 'Open the spread' }).click()
  await staff.getByText(/Open to the reviewers since/).waitFor()

  await page.getByRole('heading', { name: 'How far apart the sample came out' }).waitFor()
  const widest = page.getByRole('table').getByRole('row').nth(1)
  await soon(() => widest.getByRole('img').getAttribute('aria-label')).toMatch(/Yours: 0\./)
  const found = noFindings()
  await lookAt(page, 'sample', found)
  expect(found).toEqual(noFindings())
  await picture(page, 'sample spread own')
  await page.getByRole('link', { name: 'My applications' }).click()
  await page.getByRole('link', { name: 'See how far apart it came out' }).waitFor()
})

test('SAMPLED-5 once the spread is open nobody takes their sample back, and real applications take points from everybody', async () => {
  await start()
  await scene.ready('r1', {})
  await scene.give({ kind: 'calibration.show' })
  const seat = await scene.seat('r1')
  expect(await seat.send({ kind: 'form.takeBack', review: sample })).toEqual({
    refused: 'out-of-turn',
    sentence: 'The spread of the sample is open to everybody. Your form stays as you gave it.',
  })
  const page = await scene.as('r1', `/review/${sample}/score`)
  await page
    .getByText(/^Ready since/)
    .first()
    .waitFor()
  expect(await page.getByRole('button', { name: 'Take back' }).count()).toBe(0)
  const other = await scene.seat('r2')
  await until('the form of r2 opens', () => other.review(real).mine?.form.writable === true)
})

const came = (...people: readonly string[]) =>
  scene.server.add(...people.map((id) => ({ id, label: `Reviewer ${id.slice(1)}` })))

test('SAMPLED-6 staff give reviewers who came after the sample began a seat on it, and nobody whose access was withdrawn', async () => {
  await start()
  await came('r4', 'r5', 'r6')
  await scene.server.post('/api/people/revoke', { people: ['r6'] }, scene.server.staff)
  const page = await scene.as('staff-1', '/set-up/people')
  await page.getByText(/reviewers came after the sample began/).waitFor()
  await picture(page, 'sample later people')
  await page.getByRole('link', { name: 'Go to the sample' }).click()
  const later = page.getByRole('region', { name: 'Who came later' })
  await later
    .getByText('Reviewer 4 and Reviewer 5 came after the sample began and have no seat on it.')
    .waitFor()
  await picture(page, 'sample later')
  await later.getByRole('button', { name: 'Add the 2 reviewers who came later …' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Add 2 reviewers to the sample?' })
  await dialog.getByText(/real applications take no points until they are ready/).waitFor()
  expect(await dialog.getByText(/The spread is open/).count()).toBe(0)
  await picture(page, 'sample later dialog')
  const found = noFindings()
  await lookAt(page, 'sample later', found)
  expect(found).toEqual(noFindings())
  await dialog.getByRole('button', { name: 'Add 2 reviewers' }).click()
  await page.getByText('0 of 5 ready with Maine.').waitFor()
  await later.waitFor({ state: 'detached' })
  const reviewer = await scene.as('r4', '/')
  await reviewer
    .getByText(/^Sample, before the real applications/)
    .first()
    .waitFor()
})

test('SAMPLED-7 who comes once the spread is open scores the sample before they see it, and stands in it once they are ready', async () => {
  await start()
  await allReady()
  await scene.give({ kind: 'calibration.show' })
  await came('r4')
  const staff = await scene.as('staff-1', '/set-up/sample')
  await staff.getByRole('button', { name: 'Add the reviewer who came later …' }).click()
  const dialog = staff.getByRole('alertdialog', { name: 'Add Reviewer 4 to the sample?' })
  await dialog.getByText(/The spread is open to the others already/).waitFor()
  await picture(staff, 'sample later shown dialog')
  await dialog.getByRole('button', { name: 'Add the reviewer' }).click()
  await staff.getByText('3 of 4 ready with Maine.').waitFor()
  await picture(staff, 'sample later added')
  const page = await scene.as('r4', '/sample')
  await page.getByRole('heading', { name: 'Score the sample first.' }).waitFor()
  expect(await page.getByRole('table').count()).toBe(0)
  await picture(page, 'sample later reviewer')
  const [row] = rowsOf(scene.rubric)
  await scene.ready('r4', { [row?.id ?? '']: row?.max ?? 0 })
  await page.getByRole('heading', { name: 'How far apart the sample came out' }).waitFor()
  await staff.getByText('4 of 4 ready with Maine.').waitFor()
  const line = staff.getByRole('row').filter({ hasText: row?.id ?? '' })
  await soon(() => line.first().innerText()).toMatch(new RegExp(`1 – ${row?.max}`))
})
