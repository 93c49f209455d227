import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lookAt, noFindings } from './access-look.ts'
import { openCertifying, untilDeclared, type CertifyScene } from './certify-scene.ts'
import { soon } from './seats.ts'
import { picture } from './set-up-settings-stage.ts'

let scene: CertifyScene

beforeEach(async () => {
  scene = await openCertifying()
})
afterEach(() => scene.close())

const answers = (page: Page, applicant: string) =>
  page.getByRole('group', { name: `Your answer for ${applicant}` })
const item = (page: Page, applicant: string) => page.getByRole('listitem', { name: applicant })
const rest = (page: Page) => page.getByRole('checkbox', { name: /^I have no conflict with any/ })
const send = (page: Page) => page.getByRole('button', { name: /^Send: / })

/** A competition of which nobody is asked anything any more for themselves. */
async function certifyAll(person: string, except: readonly string[] = []): Promise<void> {
  const { applications } = await scene.setUp()
  const asked = applications.filter(({ id }) => !except.includes(id))
  await scene.declare(
    person,
    asked.map(({ id }) => ({ application: id, answer: 'certified', reason: '' })),
  )
}

test('CERTIFY-1 everybody’s first page calls them to certify, before they have any application', async () => {
  const pages = [
    await scene.as('r1', '/'),
    await scene.as('m1', '/'),
    await scene.as('official', '/'),
    await scene.as('staff-1', '/'),
  ]
  for (const page of pages) {
    const call = page.getByRole('region', { name: 'Conflicts of interest' })
    await call.getByText('6 applications to certify.').waitFor()
    await call.getByRole('link', { name: 'Certify', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: '6 applications to certify' }).waitFor()
    await item(page, 'Ohio').waitFor()
  }
})

test('CERTIFY-2 a long list of who has a part folds, and the search finds whoever stands in it', async () => {
  const page = await scene.as('r1', '/certify')
  const ohio = item(page, 'Ohio')
  await ohio.getByText('Ohio district 1').waitFor()
  expect(await ohio.innerText()).not.toContain('Ohio district 14')
  await page.getByRole('searchbox').fill('ohio district 14')
  await page.getByText('1 of 6 shown').waitFor()
  await ohio.getByRole('button', { name: 'All 14 districts' }).click()
  await ohio.getByText('Ohio district 14').waitFor()
  await page.getByRole('searchbox').fill('greenwood')
  await item(page, 'Utah').waitFor()
  await soon(() =>
    page
      .getByRole('listitem')
      .filter({ has: page.getByRole('group') })
      .count(),
  ).toBe(1)
  await page.getByRole('searchbox').fill('nobody at all')
  await page.getByText('Nobody of the name “nobody at all” has a part in any of these.').waitFor()
})

test('CERTIFY-3 with the keyboard: what is marked is recused or asked, one tick certifies the rest, one submit sends all', async () => {
  const page = await scene.as('r1', '/certify')
  const { keyboard } = page
  await page.getByRole('button', { name: 'Send: tick the sentence, or mark an application' }).waitFor()
  await answers(page, 'Iowa').getByLabel('No conflict').focus()
  await keyboard.press('ArrowRight')
  await answers(page, 'Utah').getByLabel('Not sure: ask staff').focus()
  await keyboard.press('Space')
  await rest(page).focus()
  await keyboard.press('Space')
  await page.getByRole('button', { name: 'Send: certify 4, recuse from 1, ask staff about 1' }).focus()
  await picture(page, 'certify marked')
  await keyboard.press('Enter')
  // Staff cannot decide on a question that says nothing.
  const reason = item(page, 'Utah').getByRole('textbox', { name: 'What staff should know' })
  await item(page, 'Utah').getByRole('alert').getByText('Say what it is about').waitFor()
  await soon(() => reason.evaluate((node) => node === document.activeElement)).toBe(true)
  await keyboard.type('A cousin works at Greenwood.')
  await send(page).focus()
  await keyboard.press('Enter')
  const dialog = page.getByRole('alertdialog', { name: 'Recuse yourself from Iowa?' })
  await dialog.getByText('Only staff can undo this.').waitFor()
  await dialog.getByRole('button', { name: 'Recuse, and send all' }).press('Enter')
  await page.getByRole('heading', { level: 1, name: 'You have answered for all' }).waitFor()
  await page.getByText('So far: 4 certified, 1 recused, 1 waits for staff.').waitFor()
  await item(page, 'Ohio').getByText('You certified').waitFor()
  await item(page, 'Iowa')
    .getByText(/You are recused.*Only staff can undo this/)
    .waitFor()
  await item(page, 'Utah')
    .getByText(/Staff have your question.*until they decide/)
    .waitFor()
  await untilDeclared(scene, 'r1', 'iowa', 'recused')
  await untilDeclared(scene, 'r1', 'utah', 'unsure')
  await untilDeclared(scene, 'r1', 'idaho', 'certified')
  expect(await send(page).count()).toBe(0)
})

test('CERTIFY-4 a certification can become a recusal later, a question only a recusal, a recusal nothing', async () => {
  await certifyAll('r1', ['iowa', 'utah'])
  await scene.declare('r1', [
    { application: 'iowa', answer: 'recused', reason: '' },
    { application: 'utah', answer: 'unsure', reason: 'A cousin.' },
  ])
  const page = await scene.as('r1', '/certify')
  const choices = async (applicant: string): Promise<readonly string[]> => {
    await page.getByRole('button', { name: `Change your answer for ${applicant}` }).click()
    return answers(page, applicant).locator('label').allInnerTexts()
  }
  expect(await choices('Ohio')).toEqual(['Recuse', 'Not sure: ask staff'])
  expect(await choices('Utah')).toEqual(['Recuse'])
  expect(await item(page, 'Iowa').getByRole('button').count()).toBe(0)
  await answers(page, 'Ohio').getByLabel('Recuse').check()
  await send(page).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Recuse, and send all' }).click()
  await untilDeclared(scene, 'r1', 'ohio', 'recused')
})

test('CERTIFY-5 the competition’s own words on conflicts stand above the list', async () => {
  const { rules } = await scene.setUp()
  const conflictText = 'I have not helped to write it.\nI own nothing that it would pay for.'
  await scene.give({ kind: 'rules.set', rules: { ...rules, conflictText } })
  const page = await scene.as('official', '/certify')
  await page.getByText('I have not helped to write it.').waitFor()
  await page.getByText('I own nothing that it would pay for.').waitFor()
  expect(await page.getByText('your family or your employer').count()).toBe(0)
})

test('CERTIFY-6 and SETTING-50 who has answered for all is told what comes next, and once the next date that reminds reviewers', async () => {
  const at = Date.UTC(2027, 0, 4, 17)
  const dates = [
    { id: 'deadline', title: 'Applications due', at: Date.UTC(2026, 11, 20, 17), remind: null },
    { id: 'forms', title: 'Forms are due', at, remind: 'ready' },
  ]
  await scene.give({ kind: 'dates.set', zone: 'America/New_York', dates })
  const page = await scene.as('r2', '/')
  await page.getByText('First say where you have a conflict of interest.').waitFor()
  await certifyAll('r2')
  await page.getByText('Next staff draw the panels, and what yours reads stands here.').waitFor()
  await page.getByText(/Next: Forms are due, Mon, Jan 4, 2027, 12:00 pm EST/).waitFor()
  expect(await page.getByText('Forms are due').count()).toBe(1)
  expect(await page.getByText('to certify').count()).toBe(0)
  await picture(page, 'what next')
})

test('CERTIFY-7 whoever leaves with marks that are not sent is asked first', async () => {
  const page = await scene.as('m1', '/certify')
  await answers(page, 'Texas').getByLabel('Recuse').check()
  await page.getByRole('link', { name: 'All applications' }).click()
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'))
  await dialog.getByText('What you marked is only on this page.').waitFor()
  await dialog.getByRole('button', { name: 'Stay here' }).click()
  await soon(() => answers(page, 'Texas').getByLabel('Recuse').isChecked()).toBe(true)
})

test('CERTIFY-8 the list of applicants is accessible, in the light and in the dark, wide and narrow', async () => {
  await certifyAll('r1', ['ohio', 'iowa', 'utah'])
  await scene.declare('r1', [{ application: 'iowa', answer: 'recused', reason: '' }])
  const page = await scene.as('r1', '/certify')
  await answers(page, 'Utah').getByLabel('Not sure').check()
  const found = noFindings()
  await lookAt(page, 'certify', found)
  expect(found).toEqual(noFindings())
  await picture(page, 'certify some')
})
