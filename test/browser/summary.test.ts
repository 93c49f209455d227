import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must, sign, openRoom } from '../harness/review-moves.ts'
import { seatsOn } from '../harness/running-server.ts'
import { lookAt, noFindings } from './access-look.ts'
import { openHouse, type House } from './house.ts'
import { together } from './panel.ts'
import { giveReason, reveal } from './room.ts'
import * as seats from './seats.ts'
import { column, foot, soon } from './seats.ts'

// Three people in three browsers write one summary.

const missouri = 'missouri.1.1'
const criterion = '(A)(1)'

let house: House
let monitor: Page
let one: Page
let two: Page
/** What each page has sent on its live line, by page. */
const sent = new Map<Page, string[]>()

beforeAll(async () => {
  house = await openHouse({ reducedMotion: 'reduce' })
  ;[monitor, one, two] = [
    (await house.elsewhere('Panel monitor')).page,
    (await house.elsewhere('Reviewer 1')).page,
    (await house.elsewhere('Reviewer 2')).page,
  ]
  for (const page of everybody()) {
    const frames: string[] = []
    sent.set(page, frames)
    page.on('websocket', (line) => line.on('framesent', ({ payload }) => frames.push(String(payload))))
    await page.reload()
  }
})
afterAll(() => house.close())

const everybody = (): readonly Page[] => [monitor, one, two]
const looksSent = (page: Page): number =>
  (sent.get(page) ?? []).filter((frame) => frame.includes('["look"')).length

const text = (page: Page): Locator => page.getByRole('textbox', { name: 'Summary', exact: true })
const carets = (page: Page): Locator => page.locator('.carets-name')
const agreement = (page: Page): Locator => column(page, 'Summary').getByRole('region', { name: /agree$/ })
const seat = (page: Page, name: string): Locator =>
  agreement(page).getByRole('listitem').filter({ hasText: name })

async function toSummary(page: Page): Promise<void> {
  await page.goto(new URL(`/review/${missouri}/summary/${criterion}`, page.url()).toString())
  await text(page).waitFor()
}

/** Where the caret under that name stands, in pixels from the left. */
async function caretLeft(page: Page, name: string): Promise<number> {
  const person = page.locator('.carets > div').filter({ hasText: name })
  return (await person.locator('.carets-caret').boundingBox())?.x ?? 0
}

test('LOOK-11 a page says where it looks from the reveal on, and nothing before', async () => {
  for (const page of [one, two]) await seats.openApplication(page, 'Missouri')
  await seats.openApplication(monitor, 'Missouri')
  await monitor.getByRole('button', { name: 'Reveal Missouri', exact: true }).waitFor()
  expect(everybody().map(looksSent)).toEqual([0, 0, 0])
  await reveal(monitor, 'Missouri')
  await together(everybody(), toSummary)
  for (const page of everybody()) await soon(() => looksSent(page)).toBeGreaterThan(0)
  const beside = column(one, 'What it explains').getByRole('region', { name: 'Also here now' })
  const both = [expect.stringContaining('Reviewer 2'), expect.stringContaining('Panel monitor')]
  await soon(() => beside.getByRole('listitem').allInnerTexts()).toEqual(both)
  // Who comes is told who is there.
  await one.reload()
  await soon(() => beside.getByRole('listitem').allInnerTexts()).toEqual(both)
})

test('SUMMARY-6 what three people type into a summary at once is the same to all, with every letter of each', async () => {
  const words = ['The goals are clear and dated. ', 'Half of the districts have signed. ', 'Costs are thin. ']
  await text(one).pressSequentially('Start. ')
  await soon(() => text(two).inputValue()).toBe('Start. ')
  await together(everybody(), async (page, at) => {
    await text(page).press('End')
    await text(page).pressSequentially(words[at] ?? '', { delay: 20 })
  })
  const length = 'Start. '.length + words.join('').length
  for (const page of everybody()) await soon(async () => (await text(page).inputValue()).length).toBe(length)
  const read = await together(everybody(), (page) => text(page).inputValue())
  expect(new Set(read).size).toBe(1)
  for (const typed of words) expect(holdsInOrder(read[0] ?? '', typed), `${read[0]} ← ${typed}`).toBe(true)
})

test('SUMMARY-7 the others’ carets stand in the text under their names, and stay there while somebody types before them', async () => {
  await text(two).fill('We find the plan whole.')
  for (const page of [one, monitor]) await soon(() => text(page).inputValue()).toBe('We find the plan whole.')
  await caretTo(text(two), 'We find'.length)
  await caretTo(text(monitor), 'We find the plan'.length)
  await soon(async () => (await carets(one).allInnerTexts()).toSorted()).toEqual([
    'Panel monitor',
    'Reviewer 2',
  ])
  const apart = async () => (await caretLeft(one, 'Panel monitor')) - (await caretLeft(one, 'Reviewer 2'))
  await soon(apart).toBeGreaterThan(20)
  const [before, far] = [await caretLeft(one, 'Reviewer 2'), await apart()]
  await caretTo(text(one), 0)
  await text(one).pressSequentially('Together: ')
  await soon(() => caretLeft(one, 'Reviewer 2')).toBeGreaterThan(before + 20)
  await soon(apart).toBeCloseTo(far, 0)
  await soon(() => carets(two).allInnerTexts()).toContain('Reviewer 1')
  await text(two).blur()
  await soon(() => carets(one).allInnerTexts()).toEqual(['Panel monitor'])
})

test('SUMMARY-8 an agreement is given to this text and these scores, and ends being one to what stands there when either changes', async () => {
  await agreement(one).getByRole('button', { name: 'I agree with this summary' }).click()
  await soon(() => seat(two, 'Reviewer 1').innerText()).toMatch(/agrees, /)
  await soon(() => column(two, 'Criteria').getByRole('link', { name: criterion }).innerText()).toContain(
    '1 of 5 agree',
  )
  await text(two).press('End')
  await text(two).pressSequentially('!')
  await soon(() => seat(monitor, 'Reviewer 1').innerText()).toContain('agreed to an earlier text or score')
  await agreement(one).getByRole('button', { name: 'I agree with this summary' }).click()
  await soon(() => seat(two, 'Reviewer 1').innerText()).toMatch(/agrees, /)
  const points = await column(two, 'What it explains')
    .getByRole('row')
    .nth(1)
    .getByRole('cell')
    .nth(1)
    .innerText()
  await two.getByRole('link', { name: '(A)(1)(i)', exact: true }).click()
  await column(two, 'Your column')
    .getByRole('spinbutton', { name: /^Points/ })
    .fill(points === '0' ? '1' : '0')
  await two.keyboard.press('Enter')
  await giveReason(two, 'Re-read the evidence', 'Page 12 says so.')
  await soon(() => seat(one, 'You').innerText()).toContain('agreed to an earlier text or score')
  await toSummary(two)
  await agreement(one).getByRole('button', { name: 'I agree with this summary' }).click()
  await agreement(one).getByRole('button', { name: 'Take my agreement back' }).click()
  await soon(() => seat(two, 'Reviewer 1').innerText()).toContain('not yet')
})

test('SUMMARY-9 a reviewer writes a minority view of their own, and everybody in the room reads it under their name', async () => {
  await one
    .getByRole('textbox', { name: 'Your minority view' })
    .pressSequentially('I read it as a promise only.')
  for (const page of [two, monitor]) {
    const view = page.getByRole('article', { name: 'Reviewer 1' })
    await soon(() => view.innerText()).toContain('I read it as a promise only.')
  }
  expect(await monitor.getByRole('textbox', { name: 'Your minority view' }).count()).toBe(0)
})

test('SUMMARY-13 the page of a summary violates no rule of WCAG 2.2 AA, light and dark, at 200 % and 360 wide, and never scrolls sideways', async () => {
  const found = noFindings()
  await caretTo(text(monitor), 'Together: We'.length)
  await soon(() => carets(one).allInnerTexts()).toContain('Panel monitor')
  await lookAt(one, 'a summary that is being written', found)
  expect(found).toEqual(noFindings())
  await lookAt(monitor, 'a summary as the monitor sees it', found)
  expect(found).toEqual(noFindings())
})

test('SUMMARY-11 the foot line tells the monitor too that what they typed is on the server', async () => {
  await text(monitor).press('End')
  await text(monitor).pressSequentially(' Agreed.')
  await soon(() => foot(monitor).innerText()).toMatch(/Typed here .*\s+On the server/)
  expect(await foot(monitor).innerText()).toContain('can see what you write here')
})

test('SUMMARY-10 after the close nobody writes it any more, and it stays there to be read', async () => {
  const at = seatsOn(house.serving.portOf())
  const lead = await at.seat('monitor')
  await must(lead, { kind: 'vote.open', review: missouri })
  await must(lead, { kind: 'vote.close', review: missouri })
  for (const number of [1, 2, 3, 4, 5]) {
    const person = await at.seat(`reviewer-${number}`)
    await sign(person, await openRoom(person, missouri), missouri)
  }
  await must(lead, { kind: 'review.close', review: missouri, commentsRead: true })
  for (const page of everybody()) {
    await soon(() => text(page).getAttribute('readonly')).toBe('')
    expect(await text(page).inputValue()).toContain('Together: We find')
    await soon(() => page.getByText('This is what the panel handed over.').count()).toBe(1)
    expect(await page.getByRole('button', { name: /agree/ }).count()).toBe(0)
  }
  at.closeSeats()
})

/** Whether all letters of a text stand in another in their order, with others between them. */
function holdsInOrder(whole: string, part: string): boolean {
  let at = 0
  for (const letter of whole) if (letter === part[at]) at += 1
  return at === part.length
}

async function caretTo(field: Locator, at: number): Promise<void> {
  await field.focus()
  await field.evaluate((area, to) => {
    if (area instanceof HTMLTextAreaElement) area.setSelectionRange(to, to)
  }, at)
}
