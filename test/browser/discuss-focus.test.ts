import { afterAll, beforeAll, expect, test } from 'vitest'
import { focusLine, missouri, openTalk, rowOf, writer, type Panel } from './discuss.ts'
import { openHouse } from './house.ts'
import { toBoardRow } from './room.ts'
import { column, soon } from './seats.ts'

// Who is brought where, and who is not.

let panel: Panel

beforeAll(async () => {
  panel = await openTalk(await openHouse())
})
afterAll(async () => {
  panel.direct.closeSeats()
  await panel.house.close()
})

test('DISCUSS-1 whoever is in the room comes by themselves to what the monitor brings into focus, and hears of it', async () => {
  await panel.focus(null).catch(() => {})
  const page = await panel.sit('Reviewer 1')
  await panel.focus('(A)(1)(ii)')
  await soon(() => rowOf(page)).toBe('(A)(1)(ii)')
  await soon(() => page.locator('[data-live-announcer]').innerText()).toContain(
    'In focus for everyone: (A)(1)(ii)',
  )
  await panel.focus('(B)(3)')
  await soon(() => rowOf(page)).toBe('(B)(3)')
  await focusLine(page).getByText('In focus for everyone').waitFor()
  await page.close()
})

test('DISCUSS-2 whoever writes stays at it with every letter, and is offered to come', async () => {
  await panel.focus('(A)(1)(ii)')
  const page = await panel.sit('Reviewer 2', '(A)(1)(ii)')
  await writer(page).pressSequentially('Half a sent')
  await panel.focus('(B)(3)')
  await page.getByText('The monitor has brought the panel to (B)(3).').waitFor()
  // H and F are letters in a field.
  await page.keyboard.type('ence: fresh')
  expect(rowOf(page)).toBe('(A)(1)(ii)')
  expect(await writer(page).inputValue()).toBe('Half a sentence: fresh')
  await focusLine(page).getByText('In focus (B)(3)').waitFor()
  await page.getByRole('button', { name: 'Come', exact: true }).click()
  await soon(() => rowOf(page)).toBe('(B)(3)')
  await page.close()
})

test('DISCUSS-2 whoever reads the application beside a row, or is at the vote, stays there and is offered to come', async () => {
  await panel.focus('(C)(1)')
  const page = await panel.sit('Reviewer 2', '(C)(1)')
  await page
    .getByRole('button', { name: /^Look up element/ })
    .first()
    .click()
  await column(page, 'Application').getByRole('heading').first().waitFor()
  await panel.focus('(B)(3)')
  await page.getByText('The monitor has brought the panel to (B)(3).').waitFor()
  expect(rowOf(page)).toBe('(C)(1)')
  await column(page, 'Application').waitFor()
  await page.getByRole('button', { name: 'Come', exact: true }).click()
  await soon(() => rowOf(page)).toBe('(B)(3)')
  await page.getByRole('link', { name: 'All rows' }).click()
  await page.getByRole('link', { name: 'See the vote' }).click()
  await column(page, 'Determinations').waitFor()
  await panel.focus('(A)(1)(ii)')
  await page.getByText('The monitor has brought the panel to (A)(1)(ii).').waitFor()
  expect(new URL(page.url()).pathname).toMatch(/\/vote$/)
  await page.close()
})

test('DISCUSS-3 one key leads elsewhere and back; who is elsewhere is moved by nothing, until they come back or nothing is in focus', async () => {
  await panel.focus('(A)(1)(ii)')
  const page = await panel.sit('Reviewer 3', '(A)(1)(ii)')
  await focusLine(page).getByRole('button', { name: 'Look elsewhere' }).waitFor()
  await page.keyboard.press('f')
  await column(page, 'Disagreement').waitFor()
  await toBoardRow(page, '(C)(2)')
  await panel.focus('(B)(3)')
  await page.getByText('The monitor has brought the panel to (B)(3).').waitFor()
  expect(rowOf(page)).toBe('(C)(2)')
  await page.keyboard.press('f')
  await soon(() => rowOf(page)).toBe('(B)(3)')
  await soon(() => page.locator('[data-live-announcer]').innerText()).toContain('You are back on (B)(3)')
  // Leaving by a link is looking elsewhere as well; once nothing is in focus, everybody follows again.
  await page.getByRole('link', { name: /^Next row/ }).click()
  const left = rowOf(page)
  await focusLine(page).getByRole('button', { name: 'Come back' }).waitFor()
  await panel.focus(null)
  await focusLine(page).getByText('Nothing is in focus').waitFor()
  expect(rowOf(page)).toBe(left)
  await panel.focus('(D)(4)(i)')
  await soon(() => rowOf(page)).toBe('(D)(4)(i)')
  await page.close()
})

test('DISCUSS-4 the line says the item, how the order was set, and where the panel talks', async () => {
  const { monitor, say } = panel
  const items = ['(A)(1)(ii)', '(B)(3)', '(E)(1)'].map((row) => ({ row, minutes: 10 }))
  await say(monitor, { kind: 'agenda.arrange', review: missouri, items })
  await say(monitor, { kind: 'where.set', review: missouri, how: 'phone', words: '555 0100, code 7' })
  await panel.focus('(B)(3)')
  const page = await panel.sit('Reviewer 4', '(B)(3)')
  await focusLine(page).getByText('Item 2 of 3, order set by hand').waitFor()
  await focusLine(page).getByText('We talk by phone: 555 0100, code 7').waitFor()
  await say(monitor, { kind: 'where.set', review: missouri, how: 'link', words: 'https://talk.example/7' })
  await soon(() => focusLine(page).getByRole('link').getAttribute('href')).toBe('https://talk.example/7')
  await page.close()
})

test('DISCUSS-5 two people see the same time left, also where the clock of a device is wrong; a recess says so and stops it', async () => {
  const { monitor, say } = panel
  await panel.focus('(E)(1)')
  const right = await panel.sit('Reviewer 1', '(E)(1)')
  const { page: wrong } = await panel.house.elsewhere('Reviewer 5')
  await wrong.clock.install({ time: Date.now() + 40 * 60_000 })
  await wrong.goto(new URL(`/review/${missouri}/room/(E)(1)`, wrong.url()).href)
  const left = async (page: typeof right): Promise<string> =>
    (await focusLine(page).getByRole('timer').innerText()).replaceAll(/\s+/g, ' ')
  for (const page of [right, wrong]) await soon(() => left(page)).toMatch(/^\d+:\d\d left of 10$/)
  // It runs on both, and both come to the same number.
  const before = await left(right)
  await soon(() => left(wrong)).not.toBe(before)
  await soon(async () => {
    const [one, other] = await Promise.all([left(right), left(wrong)])
    return one === other
  }).toBe(true)
  await say(monitor, { kind: 'timer.set', review: missouri, to: 'held' })
  await soon(() => monitor.review(missouri).discussion?.timer?.runsSince).toBeNull()
  const held = Math.ceil((monitor.review(missouri).discussion?.timer?.leftMs ?? 0) / 1_000)
  const words = `${Math.floor(held / 60)}:${String(held % 60).padStart(2, '0')} left of 10`
  for (const page of [right, wrong]) await soon(() => left(page)).toBe(words)
  await say(monitor, { kind: 'recess.set', review: missouri, on: true })
  for (const page of [right, wrong])
    await focusLine(page)
      .getByText(/^Recess since .*, clocks stand$/)
      .waitFor()
  await say(monitor, { kind: 'recess.set', review: missouri, on: false })
  await focusLine(right).getByRole('timer').waitFor()
  await right.close()
  await wrong.close()
})

test('DISCUSS-6 hands stand in the order in which they came, for everybody; a key raises one’s own, and the monitor lowers', async () => {
  const [second, fourth, monitor] = [
    await panel.sit('Reviewer 2', '(E)(1)'),
    await panel.sit('Reviewer 4', '(E)(1)'),
    await panel.sit('Panel monitor', '(E)(1)'),
  ]
  await fourth.keyboard.press('h')
  await focusLine(fourth).getByRole('button', { name: 'Lower hand' }).waitFor()
  await focusLine(second).getByRole('button', { name: 'Raise hand' }).click()
  const order = (page: typeof second) =>
    focusLine(page)
      .getByRole('list', { name: 'Hands up, in the order in which they came' })
      .getByRole('img')
      .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label')))
  await soon(() => order(second)).toEqual(['Reviewer 4', 'You'])
  await soon(() => order(fourth)).toEqual(['You', 'Reviewer 2'])
  await soon(() => order(monitor)).toEqual(['Reviewer 4', 'Reviewer 2'])
  await focusLine(monitor).getByRole('button', { name: 'Lower the hand of Reviewer 4' }).click()
  await soon(() => order(second)).toEqual(['You'])
  await second.keyboard.press('h')
  await soon(() => focusLine(monitor).getByRole('list').count()).toBe(0)
  for (const page of [second, fourth, monitor]) await page.close()
})

test('DISCUSS-7 whoever opens the page of another row has gone there on purpose', async () => {
  await panel.focus('(E)(1)')
  const page = await panel.sit('Reviewer 5', '(C)(3)(i)')
  await focusLine(page).getByRole('button', { name: 'Come back' }).waitFor()
  expect(rowOf(page)).toBe('(C)(3)(i)')
  await panel.focus('(B)(3)')
  await page.getByText('The monitor has brought the panel to (B)(3).').waitFor()
  expect(rowOf(page)).toBe('(C)(3)(i)')
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await focusLine(page).getByRole('button', { name: 'Come back' }).click()
  await soon(() => rowOf(page)).toBe('(B)(3)')
  await page.close()
})

test('DISCUSS-8 from the page of a row the monitor brings everybody there, and marks it as discussed', async () => {
  await panel.focus('(E)(1)')
  const [monitor, second] = [
    await panel.sit('Panel monitor', '(C)(2)'),
    await panel.sit('Reviewer 2', '(E)(1)'),
  ]
  await focusLine(monitor).getByRole('button', { name: 'Bring everyone here' }).click()
  await soon(() => rowOf(second)).toBe('(C)(2)')
  await focusLine(monitor).getByRole('button', { name: 'Discussed', pressed: false }).click()
  await focusLine(monitor).getByRole('button', { name: 'Discussed', pressed: true }).waitFor()
  await soon(() => panel.monitor.review(missouri).discussion?.marks['(C)(2)']?.as).toBe('discussed')
  // Nobody moves the monitor.
  await panel.focus('(B)(3)')
  await soon(() => rowOf(second)).toBe('(B)(3)')
  expect(rowOf(monitor)).toBe('(C)(2)')
  await monitor.close()
  await second.close()
})
