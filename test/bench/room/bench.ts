// What a panel's room takes, in Chromium: npm run bench:room.
//
// One server as `npm start` runs it, one browser, on the same machine. A rubric of 41 rows; five full forms with 600 characters in
// each of their 38 comments, revealed; an agenda by spread, and a row in focus whose time runs.
//
// - Opened and drawn: from navigating until the frame that shows every row with five numbers and the totals has been made, the room's
//   document come from the server. The browser has been here before, the page is a new tab.
// - A change on all other screens: five reviewers and the monitor, a window each. One gives a row other points on its page; from the
//   Enter that says the number until the frame that shows it has been made on each of the five other screens, all of which show the board.
// - All measures: every column read from the document, and what the rows show, every row's measures, the totals, what each of them moves
//   and how much of their spread each row makes computed from nothing, in the browser.
// - Frames: those of the monitor's board while five people change a score each every second, all in the same moment, over plain sockets;
//   and of the same page while nobody does, which is what the machine gives.
//
// Flags: --opens N (10), --changes N (60), --computed N (500), --seconds N (10).
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import * as Y from 'yjs'
import { raceToTheTop } from '../../../shared/rubric/race-to-the-top.ts'
import { rowsOf } from '../../../shared/rubric/rubric.ts'
import { chromiumPath } from '../../chromium.ts'
import { maine, must, openRoom } from '../../harness/review-moves.ts'
import { hostOf, linkFor, seatsOn } from '../../harness/running-server.ts'
import { startProcess } from '../../harness/server-process.ts'
import { fillWhole, reveal } from '../client/filled-panel.ts'
import { percentile } from '../job.ts'
import { machine } from '../table.ts'
import { boardPath, noteDrawn } from './board-page.ts'
import { changeToScreens } from './change-to-screens.ts'
import { countFrames, type Frames } from './frames.ts'
import { computeMeasures } from './measures.ts'
import { openBoard } from './opened.ts'
import { changeEverySecond } from './score-changes.ts'

const { values: flags } = parseArgs({
  options: {
    opens: { type: 'string', default: '10' },
    changes: { type: 'string', default: '60' },
    computed: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '10' },
  },
})
const reviewers = [1, 2, 3, 4, 5].map((number) => `reviewer-${number}`)
const row = '(A)(1)(ii)'

const folder = mkdtempSync(
  path.join(fileURLToPath(new URL('../../..', import.meta.url)), 'node_modules', '.bench-'),
)
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const server = await startProcess(folder)
const seats = seatsOn(server.port)
const executablePath = chromiumPath()
if (executablePath === undefined) throw new Error('There is no Chromium here; set CHROMIUM to where it is.')
const usual = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking']
const browser: Browser = await chromium.launch({ executablePath, args: usual })

try {
  console.log(`${machine(folder)}, load ${(loadavg()[0] ?? 0).toFixed(1)}`)
  const filled = await Promise.all(reviewers.map(async (person) => seats.seat(person)))
  const copies = []
  for (const seat of filled) copies.push([seat, await fillWhole(seat)] as const)
  const chair = await seats.seat('monitor')
  await reveal(chair, copies)
  const [first] = filled
  if (!first) throw new Error('Nobody sits here.')
  const room = await openRoom(first)
  const update = Y.encodeStateAsUpdate(room.doc)
  room.provider.destroy()
  await must(chair, { kind: 'agenda.order', review: maine, by: 'spread' })
  await must(chair, { kind: 'focus.set', review: maine, row })

  const monitor = await sit('monitor')
  const board = urlOf('monitor', boardPath.monitor)
  await openBoard(monitor, board)
  const opened: number[] = []
  for (let open = 0; open < Number(flags.opens); open += 1) opened.push(await openBoard(monitor, board))

  const computed = await computeMeasures(update, Number(flags.computed))

  const watched = await pageAt(monitor, board)
  const calm = await countFrames(watched, Number(flags.seconds) * 1000)
  const stops = await Promise.all(filled.map((seat) => changeEverySecond(seat)))
  const frames = await countFrames(watched, Number(flags.seconds) * 1000)
  for (const stop of stops) stop()
  // In focus, a row's own page is what everybody has open.
  await must(chair, { kind: 'focus.set', review: maine, row: null })
  seats.closeSeats()

  const contexts = await Promise.all(reviewers.map(sit))
  const [writing, ...watching] = contexts
  if (!writing) throw new Error('Nobody writes.')
  const others = [watched]
  for (const [index, context] of watching.entries())
    others.push(await pageAt(context, urlOf(reviewers[index + 1] ?? '', boardPath.reviewer)))
  const writer = await writing.newPage()
  await writer.goto(urlOf('reviewer-1', `room/${row}`))
  const seen = await changeToScreens(writer, others, { row, seat: 1, changes: Number(flags.changes) })

  const framesOf = (figure: keyof Frames, digits: number): string =>
    `${frames[figure].toFixed(digits)} / ${calm[figure].toFixed(digits)}`
  print([
    ['room opened and drawn, warm page, median / longest ms', both(sorted(opened), 1), '1000'],
    [
      `change on 5 other screens, p50 / p95 ms (${seen.samples})`,
      `${fixed(seen.p50)} / ${fixed(seen.p95)}`,
      '– / 100',
    ],
    ['the longest of them, ms', fixed(seen.longest), '–'],
    ['all measures from the document, median / p95 ms', both(computed, 0.95), '– / 5'],
    ['frames a second, five changing scores / nobody', framesOf('perSecond', 1), '60 / –'],
    ['frames left out', framesOf('late', 0), '0 / –'],
    ['longest between two, ms', framesOf('longest', 0), '17 / –'],
    ['tasks of 50 ms and more', framesOf('longTasks', 0), '0 / –'],
  ])
} finally {
  await browser.close()
  seats.closeSeats()
  await server.stop()
}

/** A window of somebody's own, where they are signed in. */
async function sit(person: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await noteDrawn(context, { rows: rowsOf(raceToTheTop).length, seats: reviewers.length })
  const page = await context.newPage()
  await page.goto(`${urlOf(person)}sit#${await linkFor(server.port, person)}`)
  await page.getByRole('link', { name: 'Maine', exact: true }).first().waitFor()
  await page.close()
  return context
}

/** The board in a tab that stays. */
async function pageAt(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(url)
  await page.waitForFunction(() => window.boardDrawnAt !== null)
  return page
}

function urlOf(person: string, page?: string): string {
  const origin = `http://${hostOf(person)}:${server.port}/`
  return page === undefined ? origin : `${origin}review/${maine}/${page}`
}

function sorted(values: readonly number[]): readonly number[] {
  return values.toSorted((left, right) => left - right)
}

function both(values: readonly number[], share: number): string {
  return `${fixed(percentile(values, 0.5))} / ${fixed(percentile(values, share))}`
}

function fixed(ms: number): string {
  return ms.toFixed(ms < 10 ? 2 : 0)
}

function print(rows: readonly (readonly string[])[]): void {
  const all = [['what', 'measured', 'target'], ['---', '---', '---'], ...rows]
  console.log(all.map((row) => `| ${row.join(' | ')} |`).join('\n'))
}
