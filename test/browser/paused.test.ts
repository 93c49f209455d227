import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startProxy } from '../harness/tcp-proxy.ts'
import { lookAt, noFindings } from './access-look.ts'
import { openSample, real, type SampleScene } from './sample-scene.ts'
import { column, foot, saved, soon } from './seats.ts'
import { picture } from './set-up-settings-stage.ts'

let scene: SampleScene

beforeEach(async () => {
  scene = await openSample()
})
afterEach(() => scene.close())

const reason = 'The fire alarm rings. Leave the building.'
const pause = () => scene.give({ kind: 'competition.pause', reason })
const banner = (page: Page) => page.getByRole('region', { name: 'Everything is paused' })
const form = (page: Page) => column(page, 'Your form')
const strengths = (page: Page) => form(page).getByRole('textbox', { name: /^Strengths/ })

test('PAUSED-1 every page of everybody says by whom, since when and why, until it is resumed', async () => {
  const pages = [
    await scene.as('r1', '/'),
    await scene.as('r1', `/review/${real}/score`),
    await scene.as('m1', `/review/${real}/board`),
    await scene.as('official', '/certify'),
    await scene.as('staff-1', '/set-up/people'),
  ]
  for (const page of pages) await page.getByRole('banner').waitFor()
  await pause()
  for (const page of pages) {
    await banner(page)
      .getByText(/Everything is paused by Program staff since .*: The fire alarm rings/)
      .waitFor()
  }
  const [reviewer, score, , , staff] = pages
  if (!reviewer || !score || !staff) throw new Error('A page did not open.')
  expect(await banner(reviewer).getByRole('button').count()).toBe(0)
  await picture(score, 'paused score')
  await banner(staff).getByRole('button', { name: 'Resume' }).click()
  for (const page of pages) await banner(page).waitFor({ state: 'detached' })
})

test('PAUSED-5 staff pause with a reason, after reading what that means for everybody', async () => {
  const page = await scene.as('staff-1', '/')
  await page.getByRole('button', { name: 'Pause everything …' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Pause everything?' })
  await dialog
    .getByText(/can read and recuse themselves, and write and decide nothing until you resume/)
    .waitFor()
  await dialog.getByRole('button', { name: 'Pause everything' }).click()
  await dialog.getByText('Write a reason.').waitFor()
  await dialog.getByRole('textbox', { name: 'Your reason, for the record' }).fill(reason)
  await dialog.getByRole('button', { name: 'Pause everything' }).click()
  await banner(page)
    .getByText(/The fire alarm rings/)
    .waitFor()
  await dialog.waitFor({ state: 'detached' })
  await picture(page, 'paused board')
})

test('PAUSED-2 a form can be read and not written, with why; what would be refused is held back', async () => {
  await scene.seat('r2')
  const page = await scene.as('r1', `/review/${real}/score`)
  await strengths(page).waitFor()
  await pause()
  await form(page)
    .getByText(/^Everything is paused since/)
    .waitFor()
  await soon(() => strengths(page).getAttribute('readonly')).not.toBeNull()
  await form(page)
    .getByRole('button', { name: /^Ask staff about/ })
    .click()
  const send = form(page).getByRole('button', { name: 'Send to staff' })
  expect(await send.getAttribute('aria-disabled')).toBe('true')
  await page.goto(`${scene.site}/review/${real}/ready`)
  await page.getByRole('heading', { name: 'Ready check' }).waitFor()
  await banner(page).waitFor()
  expect(await page.getByRole('button', { name: /^Say ready/ }).count()).toBe(0)
})

test('PAUSED-3 what was typed and comes after the pause is kept as not counted, and put back in once it is over', async () => {
  const line = await startProxy(scene.server.port)
  const page = await scene.as('r1', '/')
  await page.goto(`http://localhost:${line.port}/review/${real}/score`)
  await strengths(page).pressSequentially('Before. ')
  await saved(page)
  line.cut()
  line.reset()
  await foot(page).getByText('Not being saved.').waitFor()
  await strengths(page).pressSequentially('Typed as the alarm rang.')
  await pause()
  line.heal()
  await banner(page).waitFor()
  const tray = form(page).getByRole('region', { name: 'Not counted' })
  await tray.getByText('Typed as the alarm rang.').waitFor()
  await soon(() => strengths(page).inputValue()).not.toContain('Typed as')
  expect(await tray.getByRole('button', { name: /^Put it into/ }).count()).toBe(0)
  await picture(page, 'paused typed')
  await scene.give({ kind: 'competition.resume' })
  await banner(page).waitFor({ state: 'detached' })
  await tray.getByRole('button', { name: /^Put it into/ }).click()
  await soon(() => strengths(page).inputValue()).toContain('Typed as the alarm rang.')
  await saved(page)
  await page.close()
  await line.close()
})

test('PAUSED-4 the pages are accessible while everything is paused', async () => {
  await pause()
  const page = await scene.as('r1', `/review/${real}/score`)
  await banner(page).waitFor()
  await strengths(page).waitFor()
  const found = noFindings()
  await lookAt(page, 'paused', found)
  expect(found).toEqual(noFindings())
})
