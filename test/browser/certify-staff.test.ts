import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lookAt, noFindings } from './access-look.ts'
import { openCertifying, untilDeclared, type CertifyScene } from './certify-scene.ts'
import { picture } from './set-up-settings-stage.ts'

let scene: CertifyScene
let page: Page

beforeEach(async () => {
  scene = await openCertifying()
  await scene.declare('r1', [
    { application: 'iowa', answer: 'recused', reason: 'My sister wrote it.' },
    { application: 'utah', answer: 'unsure', reason: 'A cousin works at Greenwood.' },
    { application: 'ohio', answer: 'certified', reason: '' },
  ])
  await scene.declare('staff-1', [{ application: 'maine', answer: 'unsure', reason: 'I lived there.' }])
  page = await scene.as('staff-1', '/set-up/conflicts')
  await page.getByRole('heading', { name: '2 answers “not sure”: you decide' }).waitFor()
})
afterEach(() => scene.close())

const waiting = () => page.getByRole('region', { name: /“not sure”: you decide/ })
const dialog = () => page.getByRole('alertdialog')
const reason = () => dialog().getByRole('textbox', { name: 'Your reason, for the record' })

test('CERTIFY-9 what waits for staff stands first, with its reason; it is cleared or recused with one for the record', async () => {
  await waiting().getByText('A cousin works at Greenwood.').waitFor()
  await waiting().getByRole('button', { name: 'Clear Name of r1 for Utah …' }).click()
  await dialog().getByRole('button', { name: 'Clear', exact: true }).click()
  await dialog().getByText('Write a reason.').waitFor()
  await reason().fill('A cousin is not close enough.')
  await dialog().getByRole('button', { name: 'Clear', exact: true }).click()
  await untilDeclared(scene, 'r1', 'utah', 'cleared')
  await page.getByRole('heading', { name: '1 answer “not sure”: you decide' }).waitFor()
})

test('CERTIFY-10 nobody decides about themselves', async () => {
  await waiting().getByText('I lived there.').waitFor()
  await waiting().getByText('Another of program staff decides about you.').waitFor()
  expect(
    await waiting()
      .getByRole('button', { name: /for Maine|from Maine/ })
      .count(),
  ).toBe(0)
})

test('CERTIFY-11 by person, in words: how many are answered, recused and not sure; a recusal can be undone with a reason', async () => {
  await page.getByRole('heading', { name: '0 of 6 people have answered for all applications' }).waitFor()
  const line = page.getByRole('listitem').filter({ hasText: 'Name of r1' }).last()
  await line.getByText('3 of 6 answered').waitFor()
  await line.getByText('1 recused').waitFor()
  await line.getByText('1 not sure').click()
  await line.getByText('My sister wrote it.').waitFor()
  await line.getByText('Not answered: Maine, Texas, Idaho.').waitFor()
  await picture(page, 'conflicts by person')
  await line.getByRole('button', { name: 'Undo the recusal of Name of r1 from Iowa …' }).click()
  await reason().fill('It was another Iowa.')
  await dialog().getByRole('button', { name: 'Undo the recusal' }).click()
  await untilDeclared(scene, 'r1', 'iowa', 'cleared')
})

test('CERTIFY-12 by application: who is recused from it, who has not answered; the filter keeps those with a conflict', async () => {
  await page.getByRole('link', { name: 'By application' }).click()
  await page.getByRole('heading', { name: '0 of 6 applications have everybody’s answer' }).waitFor()
  await page.getByText('Recused or not sure 3').click()
  const lines = page.getByRole('region', { name: 'Answers', exact: true }).getByRole('listitem')
  await lines.nth(2).waitFor()
  expect(await lines.locator('summary strong').allInnerTexts()).toEqual(['Iowa', 'Utah', 'Maine'])
  await lines.first().getByText('1 of 6 answered').click()
  await lines.first().getByText('Name of r1: recused').waitFor()
  await page.getByRole('searchbox').fill('nowhere')
  await page.getByText('None of them.').waitFor()
})

test('CERTIFY-13 what somebody answered on paper is recorded for many applications at once, with where it stands', async () => {
  await page.getByRole('button', { name: 'Record from paper …' }).click()
  await dialog().getByRole('button', { name: 'Record', exact: true }).click()
  await dialog().getByText('Choose whose answer it is.').waitFor()
  await dialog().getByRole('combobox', { name: 'Whose answer' }).selectOption('r2')
  await dialog().getByRole('radio', { name: 'Recused' }).check()
  await dialog().getByRole('checkbox', { name: 'All 6 that this can be recorded for' }).check()
  await dialog().getByRole('checkbox', { name: 'Texas' }).uncheck()
  await picture(page, 'conflicts paper')
  await reason().fill('Signed form of November 3, on file.')
  await dialog().getByRole('button', { name: 'Record 5 answers' }).click()
  await untilDeclared(scene, 'r2', 'ohio', 'recused')
  const { applications } = await scene.setUp()
  expect(applications.find(({ id }) => id === 'texas')?.declared['r2']).toBeUndefined()
  expect(applications.find(({ id }) => id === 'ohio')?.declared['r2']?.reason).toBe(
    'Signed form of November 3, on file.',
  )
})

test('CERTIFY-14 staff are told of their own answers, and that those who lack some cannot be mailed here', async () => {
  await page.getByText('5 applications without your answer.').waitFor()
  await page
    .getByText('6 people have not finished. No mail is set up on this server: tell them in another way.')
    .waitFor()
  await page.getByRole('link', { name: 'Certify for yourself' }).click()
  await page.getByRole('heading', { level: 1, name: '5 applications to certify' }).waitFor()
})

test('CERTIFY-15 the answers of all are accessible, in the light and in the dark, wide and narrow', async () => {
  await page.getByRole('listitem').filter({ hasText: 'Name of r1' }).last().getByText('1 recused').click()
  const found = noFindings()
  await lookAt(page, 'conflicts', found)
  expect(found).toEqual(noFindings())
})
