import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paced } from '../harness/lock-review.ts'
import { openRoom, sign } from '../harness/review-moves.ts'
import { messages, missouri, openTalk, writer, type Panel } from './discuss.ts'
import { openHouseOf } from './house.ts'
import { serveBehindLine, type ServingBehindLine } from './line.ts'
import { agenda, agendaRows, orderAgenda } from './monitor-room.ts'
import { column, soon } from './seats.ts'

// What a panel has typed and pressed and the server does not have yet.

let panel: Panel
let line: ServingBehindLine

beforeAll(async () => {
  line = await serveBehindLine('Reviewer 5')
  panel = await openTalk(await openHouseOf(line), line.direct)
})
afterAll(async () => {
  panel.direct.closeSeats()
  await panel.house.close()
})

const change = (page: Page) => page.getByRole('textbox', { name: 'Your message' })

/** Whether the tab would be closed only after asking. */
const asks = (page: Page): Promise<boolean> =>
  page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })))

test('DISCUSS-21 a key that is held raises the hand once and does not lower it again', async () => {
  const row = '(A)(2)(i)'
  const page = await panel.sit('Reviewer 1', row)
  const hands = () => panel.monitor.review(missouri).discussion?.hands.map(({ seat }) => seat)
  await page.keyboard.down('h')
  await page.getByRole('button', { name: 'Lower hand' }).first().waitFor()
  await page.keyboard.down('h')
  await page.keyboard.up('h')
  // What is sent after it has come, and so would it have.
  await writer(page).fill('Is that a date?')
  await page.keyboard.press('Control+Enter')
  await soon(() => panel.monitor.review(missouri).discussion?.threads[row]?.messages).toBe(1)
  expect(hands()).toEqual([1])
  await page.close()
})

test('DISCUSS-19 a change of a message waits with its row until it is saved or cancelled: over Escape, another row and a reload', async () => {
  const row = '(C)(2)'
  const page = await panel.sit('Reviewer 2', row)
  await writer(page).fill('Twelve are compulsory.')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Edit your message' }).click()
  await soon(() => change(page).evaluate((area) => area === document.activeElement)).toBe(true)
  expect(await asks(page)).toBe(false)
  await page.keyboard.press('End')
  await page.keyboard.type(' Of twenty.')
  await page.keyboard.press('Escape')
  await soon(() => page.locator('[data-live-announcer]').innerText()).toContain('Not saved yet')
  expect(await change(page).inputValue()).toBe('Twelve are compulsory. Of twenty.')
  expect(await asks(page)).toBe(true)
  await page.getByRole('link', { name: /^Previous row/ }).click()
  await change(page).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: /^Next row/ }).click()
  await soon(() => change(page).inputValue()).toBe('Twelve are compulsory. Of twenty.')
  await page.reload()
  await soon(() => change(page).inputValue()).toBe('Twelve are compulsory. Of twenty.')
  expect(await asks(page)).toBe(true)
  await change(page).press('Control+Enter')
  await change(page).waitFor({ state: 'detached' })
  await soon(() => messages(page)).toEqual([['You', 'Twelve are compulsory. Of twenty.']])
  await page.getByRole('button', { name: 'Edit your message' }).click()
  await page.keyboard.type('No. ')
  await page.getByRole('button', { name: 'Cancel' }).click()
  expect(await messages(page)).toEqual([['You', 'Twelve are compulsory. Of twenty.']])
  expect(await asks(page)).toBe(false)
  await page.close()
})

test('SUMMARY-14 one agrees with what stood on the screen at the press: where somebody has changed it by then, that is said', async () => {
  const criterion = '(B)(1)'
  const pages = [await panel.sit('Reviewer 5'), await panel.sit('Reviewer 2')] as const
  const text = (page: Page) => page.getByRole('textbox', { name: 'Summary', exact: true })
  for (const page of pages) {
    await page.goto(new URL(`/review/${missouri}/summary/${criterion}`, page.url()).href)
    await text(page).waitFor()
  }
  const [far, near] = pages
  await text(near).fill('The plan is whole.')
  await soon(() => text(far).inputValue()).toBe('The plan is whole.')
  line.cut()
  await text(far).press('End')
  await text(far).pressSequentially(' We all say so.')
  await far.getByRole('button', { name: 'I agree with this summary' }).click()
  await text(near).fill('The plan is thin.')
  line.heal()
  await far.getByText('The text or a score has changed. Read it again, then agree.').waitFor()
  expect(panel.monitor.review(missouri).summary?.agreed[criterion] ?? []).toEqual([])
  await far.getByRole('button', { name: 'I agree with this summary' }).click()
  await soon(() =>
    panel.monitor.review(missouri).summary?.agreed[criterion]?.map(({ seat }) => seat),
  ).toEqual([5])
  for (const page of pages) await page.close()
})

test('AGENDA-11 presses that come quicker than the server answers do not undo each other', async () => {
  const [page] = await panel.house.sit('Panel monitor')
  if (!page) throw new Error('A tab did not open.')
  await page.goto(new URL(`/review/${missouri}/board`, page.url()).href)
  await orderAgenda(page, 'Rubric order')
  const [first = '', second = '', third = '', ...rest] = await agendaRows(page)
  await agenda(page).getByRole('button', { name: 'Arrange by hand' }).click()
  // All in one moment, in which nothing can come from the server.
  await agenda(page).evaluate(
    (column, labels) => {
      for (const label of labels) column.querySelector<HTMLElement>(`[aria-label="${label}"]`)?.click()
    },
    [`Move ${first} down`, `Take ${third} off the agenda`, `Move ${first} down`],
  )
  const [fourth = '', ...others] = rest
  await soon(() => panel.monitor.review(missouri).discussion?.agenda?.items.map(({ row }) => row)).toEqual([
    second,
    fourth,
    first,
    ...others,
  ])
  await page.close()
})

test('DISCUSS-19 signing out takes away what was not sent, and says so before', async () => {
  const { context, page } = await panel.house.elsewhere('Reviewer 3')
  await page.goto(new URL(`/review/${missouri}/room/(B)(3)`, page.url()).href)
  await writer(page).fill('Not for who comes next')
  await page.getByRole('button', { name: 'This device' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Sign out' }).click()
  await dialog.getByRole('button', { name: 'Sign out and lose 1 change' }).click()
  await page.getByRole('heading', { name: 'Nobody sits here' }).waitFor()
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  await context.close()
})

test('DISCUSS-20 what the close overtakes is shown as not sent, wherever one looks, to be copied or put away', async () => {
  const [page, other] = [await panel.sit('Reviewer 3', '(B)(3)'), await panel.sit('Reviewer 4', '(B)(3)')]
  await writer(page).fill('One more thing')
  await writer(other).fill('And another')
  await panel.house.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const people = await Promise.all([1, 2, 3, 4, 5].map((seat) => panel.direct.seat(`reviewer-${seat}`)))
  if (!panel.monitor.review(missouri).vote?.result) {
    await paced(panel.monitor, { kind: 'vote.open', review: missouri })
    await paced(panel.monitor, { kind: 'vote.close', review: missouri })
  }
  for (const person of people) await sign(person, await openRoom(person, missouri), missouri)
  await paced(panel.monitor, { kind: 'review.close', review: missouri, commentsRead: true })
  const unsent = page.getByRole('region', { name: 'Not sent' })
  await unsent.getByText('One more thing').waitFor()
  expect(await writer(page).count()).toBe(0)
  await page.reload()
  await unsent.getByText('One more thing').waitFor()
  await unsent.getByRole('button', { name: 'Copy' }).click()
  await soon(() => page.evaluate(() => navigator.clipboard.readText())).toBe('One more thing')
  await page.goto(new URL(`/review/${missouri}/room`, page.url()).href)
  await column(page, 'Your part').getByText('on (B)(3):').waitFor()
  expect(await asks(page)).toBe(true)
  await unsent.getByRole('button', { name: 'Put away' }).click()
  await unsent.waitFor({ state: 'detached' })
  expect(await asks(page)).toBe(false)
  await page.reload()
  await column(page, 'Your part').waitFor()
  expect(await unsent.count()).toBe(0)
  await page.close()
  await other.close()
})

test('SUMMARY-16 what the monitor typed into a summary and does not count is listed to them there, to be put away', async () => {
  const field = 'summary:(B)(1)'
  await paced(panel.monitor, {
    kind: 'text.keep',
    review: missouri,
    field,
    text: 'Too late.',
    why: 'readOnly',
  })
  const [page] = await panel.house.sit('Panel monitor')
  if (!page) throw new Error('A tab did not open.')
  await page.goto(new URL(`/review/${missouri}/summary/(B)(1)`, page.url()).href)
  const tray = page.getByRole('region', { name: 'Not counted' })
  await tray.getByText('9 characters came when the summary could not be written.').waitFor()
  await tray.getByText('Too late.').waitFor()
  await tray.getByRole('button', { name: 'Put away' }).click()
  await tray.waitFor({ state: 'detached' })
  await page.close()
})
