import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '../harness/until.ts'
import { messages, missouri, openTalk, writer, type Panel } from './discuss.ts'
import { openHouseOf } from './house.ts'
import { serveBehindLine, type ServingBehindLine } from './line.ts'
import { together } from './panel.ts'
import { comments } from './room.ts'
import { column, soon } from './seats.ts'

// What a panel writes to each other on a row.

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

test('DISCUSS-10 two people write at once; both messages stand on both screens, in the server’s order, each under its author', async () => {
  const row = '(A)(1)(ii)'
  const [first, third] = [await panel.sit('Reviewer 1', row), await panel.sit('Reviewer 3', row)]
  await writer(first).fill('Where is a date that binds a district?')
  await writer(third).fill('I find goals, and not duties.')
  await together([first, third], (page) => page.keyboard.press('Control+Enter'))
  await soon(async () => (await messages(first)).length).toBe(2)
  await soon(async () => (await messages(third)).length).toBe(2)
  const written = await messages(first)
  expect(written.toSorted(([one], [other]) => one.localeCompare(other))).toEqual([
    ['Reviewer 3', 'I find goals, and not duties.'],
    ['You', 'Where is a date that binds a district?'],
  ])
  const named = (await messages(third)).map(([who, text]) => [who === 'You' ? 'Reviewer 3' : who, text])
  expect(named).toEqual(written.map(([who, text]) => [who === 'You' ? 'Reviewer 1' : who, text]))
  // The field is empty again and has the focus: the next sentence follows.
  expect(await writer(first).inputValue()).toBe('')
  await soon(() => writer(first).evaluate((area) => area === document.activeElement)).toBe(true)
  // Whoever is there is told who has written, and nothing has moved the focus.
  await soon(() => third.locator('[data-live-announcer]').innerText()).toContain(
    'Reviewer 1 wrote on (A)(1)(ii).',
  )
  await first.close()
  await third.close()
})

test('DISCUSS-11 the monitor writes as well; a reply names what it answers', async () => {
  const row = '(B)(3)'
  const [second, monitor] = [await panel.sit('Reviewer 2', row), await panel.sit('Panel monitor', row)]
  await writer(second).fill('Page 27 says nothing of dates.')
  await column(second, 'Your column').getByRole('button', { name: 'Send' }).click()
  await soon(() => messages(monitor)).toEqual([['Reviewer 2', 'Page 27 says nothing of dates.']])
  await monitor.getByRole('button', { name: 'Reply to Reviewer 2' }).click()
  await soon(() => writer(monitor).evaluate((area) => area === document.activeElement)).toBe(true)
  await monitor.keyboard.type('Then let us look at 28.')
  await monitor.keyboard.press('Control+Enter')
  const reply = second.getByRole('region', { name: 'Thread' }).getByRole('listitem').nth(1)
  await reply.getByText('Panel monitor', { exact: true }).waitFor()
  await reply.getByText('to you', { exact: true }).waitFor()
  await reply.getByText('Page 27 says nothing of dates.').waitFor()
  await second.close()
  await monitor.close()
})

test('DISCUSS-12 one changes one’s own message alone; what stood there stays on request, for everybody', async () => {
  const row = '(C)(2)'
  const [second, fourth] = [await panel.sit('Reviewer 2', row), await panel.sit('Reviewer 4', row)]
  await writer(second).fill('Twelve are compulsory.')
  await second.keyboard.press('Control+Enter')
  await soon(() => messages(fourth)).toEqual([['Reviewer 2', 'Twelve are compulsory.']])
  expect(await fourth.getByRole('button', { name: 'Edit your message' }).count()).toBe(0)
  await second.getByRole('button', { name: 'Edit your message' }).click()
  await second.getByRole('textbox', { name: 'Your message' }).fill('Twelve are optional.')
  await second.keyboard.press('Control+Enter')
  await soon(() => messages(fourth)).toEqual([['Reviewer 2', 'Twelve are optional.']])
  const thread = fourth.getByRole('region', { name: 'Thread' })
  expect(await thread.getByText('Twelve are compulsory.').count()).toBe(0)
  await thread.getByRole('button', { name: 'Edited, earlier text' }).click()
  await thread.getByRole('list', { name: 'Earlier text' }).getByText('Twelve are compulsory.').waitFor()
  await second.close()
  await fourth.close()
})

test('DISCUSS-13 what is typed and not sent waits at its row; what is sent without a line goes once, when the line is back', async () => {
  const row = '(E)(1)'
  const page = await panel.sit('Reviewer 5', row)
  await writer(page).fill('Typed and not sent')
  await page.getByRole('link', { name: /^Previous row/ }).click()
  await soon(() => writer(page).inputValue()).toBe('')
  await page.getByRole('link', { name: 'All rows' }).click()
  await column(page, 'Disagreement')
    .getByRole('link', { name: /^\(E\)\(1\) / })
    .click()
  await soon(() => writer(page).inputValue()).toBe('Typed and not sent')
  line.cut()
  await page.keyboard.press('Tab')
  await writer(page).focus()
  await page.keyboard.press('End')
  await page.keyboard.type(' yet.')
  await page.keyboard.press('Control+Enter')
  const thread = page.getByRole('region', { name: 'Thread' })
  await thread.getByText('waits for a line').waitFor()
  // It stands there wherever one goes meanwhile.
  await page.getByRole('link', { name: 'All rows' }).click()
  await column(page, 'Disagreement')
    .getByRole('link', { name: /^\(E\)\(1\) / })
    .click()
  await thread.getByText('waits for a line').waitFor()
  line.heal()
  await thread.getByRole('button', { name: 'Edit your message' }).waitFor()
  expect(await messages(page)).toEqual([['You', 'Typed and not sent yet.']])
  await soon(() => panel.monitor.review(missouri).discussion?.threads[row]?.messages).toBe(1)
  await page.close()
})

test('DISCUSS-14 “I hold” and “I have changed” stand at the foot of one’s column for everybody, and can be taken back', async () => {
  const row = '(A)(3)(ii)'
  const [first, second] = [await panel.sit('Reviewer 1', row), await panel.sit('Reviewer 2', row)]
  const stand = comments(first, 'You').getByRole('group', { name: `Where you stand on ${row}` })
  await stand.getByRole('button', { name: 'I hold' }).click()
  await comments(second, 'Reviewer 1').getByText('Holds', { exact: true }).waitFor()
  await stand.getByRole('button', { name: 'I have changed' }).click()
  await comments(second, 'Reviewer 1').getByText('Has changed', { exact: true }).waitFor()
  await soon(() => stand.getByRole('button', { pressed: true }).allInnerTexts()).toEqual(['I have changed'])
  await stand.getByRole('button', { name: 'I have changed' }).click()
  await comments(second, 'Reviewer 1')
    .getByText('Has changed', { exact: true })
    .waitFor({ state: 'detached' })
  await first.close()
  await second.close()
})

test('DISCUSS-15 the list says what is in focus, what was discussed or parked, and how many messages there are', async () => {
  const { monitor, say } = panel
  const row = '(F)(3)'
  const page = await panel.sit('Reviewer 3')
  const noteOf = async (id: string): Promise<string> =>
    column(page, 'Disagreement')
      .getByRole('row')
      .filter({ has: page.getByRole('cell', { name: id, exact: true }) })
      .locator('.rows-note')
      .innerText()
  await say(monitor, { kind: 'thread.write', review: missouri, row, text: 'Later.', replyTo: null })
  await soon(() => noteOf(row)).toBe('1 message')
  await say(monitor, { kind: 'row.mark', review: missouri, row, as: 'parked' })
  await soon(() => noteOf(row)).toBe('Parked, 1 message')
  await say(monitor, { kind: 'row.mark', review: missouri, row, as: 'discussed' })
  await soon(() => noteOf(row)).toBe('Discussed, 1 message')
  // Whoever writes elsewhere is not taken from the list by what comes into focus there.
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Shortcuts' }).waitFor()
  await panel.focus(row)
  await soon(() => noteOf(row)).toBe('In focus, 1 message')
  await page.close()
  await until('the row in focus', () => monitor.review(missouri).discussion?.focus?.row === row)
})
