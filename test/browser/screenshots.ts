import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import type { ChangeReason } from '../../shared/form/change-reasons.ts'
import { setReason, setScore, writeText } from '../../shared/form/edits.ts'
import { lineField } from '../../shared/form/fields.ts'
import { realPorts } from '../../server/ports.ts'
import { chromiumPath } from '../chromium.ts'
import { must, openRoom } from '../harness/review-moves.ts'
import { hostOf, startServer } from '../harness/running-server.ts'
import { until } from '../harness/until.ts'

// Takes the pictures of the README: a server of its own, seats that act, one window that looks. Run by `npm run screenshots`.

/** 2:14 in the afternoon in Washington: pictures taken on two days tell the same time. */
const moment = new Date('2026-03-03T19:14:00Z')
const folder = fileURLToPath(new URL('../../client/pictures', import.meta.url))
const missouri = 'missouri.1.1'
const discussed = '(A)(3)(ii)'

const executablePath = chromiumPath()
if (!executablePath) {
  console.error('No Chromium was found. Name one: CHROMIUM=/path/to/chromium npm run screenshots')
  process.exit(1)
}

mkdirSync(folder, { recursive: true })
const server = await startServer({ ports: { ...realPorts, now: () => moment.getTime() } })
const browser = await chromium.launch({ executablePath })
try {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'America/New_York',
  })
  await reviewerScore(context)
  await panelRoom(context)
  await disagreementBoard(context)
} finally {
  await browser.close()
  await server.close()
}

/** A form half way: the application, the tree, and a row whose comment is being written. */
async function reviewerScore(context: BrowserContext): Promise<void> {
  const page = await sitIn(context, 'reviewer-2', '/review/massachusetts.1.1/score/(A)(2)(i)')
  const strengths = page.getByRole('textbox', { name: 'Strengths of (A)(2)' })
  await strengths.press('ControlOrMeta+End')
  await strengths.pressSequentially(' I can follow who would do what.')
  await picture(page, 'reviewer-score.png')
}

/** After the reveal: five scores on their bands, two of them changed with reasons, comments side by side, and what was said of it. */
async function panelRoom(context: BrowserContext): Promise<void> {
  const monitor = await server.seat('monitor')
  await must(monitor, { kind: 'review.reveal', review: missouri })
  await must(monitor, { kind: 'agenda.order', review: missouri, by: 'spread' })
  await must(monitor, { kind: 'focus.set', review: missouri, row: discussed })
  await changeScore(3, 13, 'evidence', 'I had read the gains by group as levels.')
  await write('reviewer-3', 'Are these gains, or where each group stands today?')
  await write('reviewer-4', 'Gains. The heading of the table says since 2003.')
  const page = await sitIn(context, 'reviewer-2', `/review/${missouri}/room/${discussed}`)
  const points = page.getByLabel('Points, of 25').first()
  await points.fill('18')
  await points.press('Enter')
  await page.getByLabel('Reason', { exact: true }).selectOption('Heard another reading')
  await page
    .getByRole('textbox', { name: 'In a line' })
    .pressSequentially('Progress on gaps counts for more than I gave it.')
  await picture(page, 'panel-room.png')
}

/** What the monitor leads from: agenda, every row with its scores, the row in focus and its clock. */
async function disagreementBoard(context: BrowserContext): Promise<void> {
  const page = await sitIn(context, 'monitor', `/review/${missouri}/board`)
  await page.getByRole('heading', { name: 'Disagreement' }).waitFor()
  await page.getByText('left of 10').first().waitFor()
  await taken(page, 'disagreement-board.png')
}

async function write(person: string, text: string): Promise<void> {
  const seat = await server.seat(person)
  await must(seat, { kind: 'thread.write', review: missouri, row: discussed, text, replyTo: null })
  seat.close()
}

async function changeScore(seat: number, points: number, reason: ChangeReason, line: string): Promise<void> {
  const reviewer = await server.seat(`reviewer-${seat}`)
  await until(`the room of reviewer ${seat}`, () => reviewer.review(missouri).room !== null)
  const room = await openRoom(reviewer, missouri)
  const place = { doc: room.doc, seat }
  setScore(place, discussed, points)
  setReason(place, discussed, reason)
  writeText(place, lineField(discussed), line)
  await room.saved()
  reviewer.close()
}

/** Opens a page of a seat, signed in as its link would. */
async function sitIn(context: BrowserContext, person: string, address: string): Promise<Page> {
  const origin = `http://${hostOf(person)}:${server.port}`
  const [name = '', value = ''] = (await server.signIn(person)).split('=', 2)
  await context.addCookies([{ name, value, url: origin }])
  const page = await context.newPage()
  await page.clock.setFixedTime(moment)
  await page.goto(origin + address)
  return page
}

/** Takes the picture once everything that was typed is on the server, with nothing in focus. */
async function picture(page: Page, name: string): Promise<void> {
  await page.locator('[data-save=saved]').waitFor()
  await taken(page, name)
}

async function taken(page: Page, name: string): Promise<void> {
  await page.evaluate(async () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    await document.fonts.ready
  })
  await page.screenshot({ path: path.join(folder, name) })
  await page.close()
  console.log(`client/pictures/${name}`)
}
