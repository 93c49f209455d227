import { afterAll, beforeAll, expect, test } from 'vitest'
import { setCited } from '../../shared/form/edits.ts'
import { readingOf } from '../harness/documents.ts'
import { openRoom } from '../harness/review-moves.ts'
import { until } from '../harness/until.ts'
import { lookAt, noFindings } from './access-look.ts'
import { focusLine, missouri, openTalk, rowOf, writer, type Panel } from './discuss.ts'
import { openHouse } from './house.ts'
import { column, soon } from './seats.ts'

// The room while a panel talks, from all sides: one walk past its screens, then one without a mouse.

const row = '(A)(3)(ii)'
const found = noFindings()

let panel: Panel

beforeAll(async () => {
  panel = await openTalk(await openHouse({ reducedMotion: 'reduce' }))
  await talk()
  await walk()
}, 240_000)
afterAll(async () => {
  panel.direct.closeSeats()
  await panel.house.close()
})

/** A panel in the middle of its talk: agenda, focus, hands, messages, stands, pages cited. */
async function talk(): Promise<void> {
  const { direct, monitor, say, focus } = panel
  const [third, fourth] = [await direct.seat('reviewer-3'), await direct.seat('reviewer-4')]
  const review = missouri
  await until('the room', () => third.review(review).room !== null)
  const room = await openRoom(third, review)
  const { documents } = await readingOf(direct.port, third.headers['cookie'] ?? '', { id: 'missouri' })
  setCited({ doc: room.doc, seat: 3 }, '(A)(3)', { document: documents[0]?.id ?? '', page: 2 }, true)
  await room.saved()
  await say(monitor, { kind: 'agenda.order', review, by: 'spread' })
  await say(monitor, { kind: 'where.set', review, how: 'phone', words: '555 0100, code 7' })
  await focus(row)
  await say(third, { kind: 'hand.set', review, up: true })
  await say(fourth, { kind: 'hand.set', review, up: true })
  await say(third, { kind: 'stand.set', review, row, as: 'holds' })
  await say(third, { kind: 'thread.write', review, row, text: 'Where is a date that binds?', replyTo: null })
  await say(monitor, { kind: 'thread.write', review, row, text: 'Page 28, at the end.', replyTo: null })
}

async function walk(): Promise<void> {
  const { monitor, say, focus } = panel
  const page = await panel.sit('Reviewer 2', row)
  await writer(page).fill('Then I counted the wrong way round.')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Edit your message' }).waitFor()
  await lookAt(page, 'a row that is talked about', found)
  await page.getByRole('button', { name: 'Reply to Reviewer 3' }).click()
  await page.getByRole('button', { name: 'Edit your message' }).click()
  await lookAt(page, 'a message being edited, a reply begun', found)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await writer(page).focus()
  await focus('(B)(3)')
  await page.getByRole('button', { name: 'Come', exact: true }).waitFor()
  await say(monitor, { kind: 'recess.set', review: missouri, on: true })
  await focusLine(page).getByText('Recess').waitFor()
  await lookAt(page, 'a row elsewhere, in a recess', found)
  await page.getByRole('button', { name: /^Open p\. 2, cited/ }).click()
  await column(page, 'Application').getByRole('heading').first().waitFor()
  await lookAt(page, 'a page that is cited, beside its row', found)
  await page.getByRole('button', { name: `Back to ${row}` }).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Shortcuts' }).waitFor()
  await lookAt(page, 'the shortcuts of the room', found)
  await page.close()
  const led = await panel.sit('Panel monitor', row)
  await writer(led).waitFor()
  await lookAt(led, 'a row as the monitor sees it', found)
  await led.close()
}

test('DISCUSS-16 the room violates no rule of WCAG 2.2 AA while a panel talks, light and dark, at 200 % and 360 wide, and never scrolls sideways', () => {
  expect(found.violations).toEqual([])
  expect(found.tooWide).toEqual([])
  expect(found.cut).toEqual([])
  expect(found.moving).toEqual([])
})

test('DISCUSS-17 without a mouse one raises a hand, writes, says where one stands, reads a page that is cited, and comes back', async () => {
  const { monitor, say, focus } = panel
  await say(monitor, { kind: 'recess.set', review: missouri, on: false })
  await focus(row)
  const page = await panel.sit('Reviewer 5', row)
  const tabTo = async (name: string): Promise<void> => {
    for (let presses = 0; presses < 120; presses += 1) {
      const now = await page.evaluate(() => {
        const { activeElement: at } = document
        return (
          at?.getAttribute('aria-label') ??
          (at as HTMLTextAreaElement)?.labels?.[0]?.textContent ??
          at?.textContent
        )
      })
      if (now?.startsWith(name)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`The Tab key does not lead to ${name}.`)
  }
  await page.keyboard.press('h')
  await focusLine(page).getByRole('button', { name: 'Lower hand' }).waitFor()
  await tabTo('Open p. 2')
  await page.keyboard.press('Enter')
  await column(page, 'Application').getByRole('heading').first().waitFor()
  await tabTo(`Back to ${row}`)
  await page.keyboard.press('Enter')
  await column(page, 'Your column').waitFor()
  await tabTo('I hold')
  await page.keyboard.press('Space')
  await soon(() => monitor.review(missouri).discussion?.stands[row]?.[5]).toBe('holds')
  await tabTo('Write to the panel')
  await page.keyboard.type('Half of it, fairly.')
  await tabTo('Send')
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'Thread' }).getByText('Half of it, fairly.').waitFor()
  await tabTo('Look elsewhere')
  await page.keyboard.press('Enter')
  await column(page, 'Disagreement').waitFor()
  await page.keyboard.press('f')
  await soon(() => rowOf(page)).toBe(row)
  await page.close()
})

test('DISCUSS-18 at 360 wide hand, score, thread and clock are there to be used', async () => {
  const { monitor } = panel
  await panel.focus(row)
  const page = await panel.sit('Reviewer 1', row)
  await page.setViewportSize({ width: 360, height: 740 })
  await focusLine(page).getByRole('timer').waitFor()
  const bar = column(page, 'Your column')
  await bar.getByRole('button', { name: 'Raise hand' }).click()
  await soon(() => monitor.review(missouri).discussion?.hands.some(({ seat }) => seat === 1)).toBe(true)
  await bar.getByRole('button', { name: 'Change my score' }).click()
  await soon(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('spinbutton')
  await writer(page).fill('From a train.')
  await bar.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('region', { name: 'Thread' }).getByText('From a train.').waitFor()
  await page.close()
})
