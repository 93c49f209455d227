// A competition of the size of Race to the Top, from an empty folder to panels at work: npm run bench:set-up.
//
// One server as `npm start -- --new` runs it and one browser, on the same machine. Files of 41 applications with a document each, 58
// reviewers, 12 monitors and what they all answered about conflicts are taken in over HTTP as the set-up pages do, panels are drawn and
// opened.
//
// - Set up: from the first command to the last, all files included.
// - Board opened: from navigating until staff's page shows every application, the browser having been here before.
// - At work: all 58 reviewers and 12 monitors are played by the program, each over a session and lines of its own; meanwhile the frames of
//   staff's page are counted, and how long a command takes from a page to its answer is measured.
//
// Flags: --seconds N (30) at work; --picture FILE: where staff's page is drawn at its end.
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium, type BrowserContext } from 'playwright-core'
import { startProcess as startPlaying } from '../../../server/rehearsal/played/play-process.ts'
import { chromiumPath } from '../../chromium.ts'
import { startProcess } from '../../harness/server-process.ts'
import { percentile } from '../job.ts'
import { countFrames } from '../room/frames.ts'
import { machine } from '../table.ts'
import { madeTables } from './made-tables.ts'
import { linksFor, page as setUpOf, setUpAll, signIn, type Desk } from './steps.ts'

const { values: flags } = parseArgs({
  options: { seconds: { type: 'string', default: '30' }, picture: { type: 'string' } },
})
const size = { applications: 41, panels: 12, reviewers: 58 }

const folder = mkdtempSync(
  path.join(fileURLToPath(new URL('../../..', import.meta.url)), 'node_modules', '.bench-'),
)
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const server = await startProcess(folder, { flags: ['--new'] })
const executablePath = chromiumPath()
if (executablePath === undefined) throw new Error('There is no Chromium here; set CHROMIUM to where it is.')
const usual = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking']
const browser = await chromium.launch({ executablePath, args: usual })
const { port } = server
const playing = startPlaying(
  { address: '127.0.0.1', port },
  { risen: () => undefined, ended: () => undefined },
)

try {
  console.log(`${machine(folder)}, load ${(loadavg()[0] ?? 0).toFixed(1)}`)
  const desk: Desk = { port, cookie: await signIn(port, server.link ?? '') }
  const took: (readonly string[])[] = []
  const from = performance.now()
  await setUpAll(desk, madeTables(size), size, (what, ms) => took.push([`· ${what}, ms`, fixed(ms), '–']))
  const setUp = performance.now() - from

  const staff = await sit(desk.cookie)
  await opened(staff)
  const boards: number[] = []
  for (let turn = 0; turn < 5; turn += 1) boards.push(await opened(staff))

  const { people } = await setUpOf(desk)
  const seats = people.filter(({ role }) => role === 'reviewer' || role === 'monitor')
  const links = await linksFor(
    desk,
    seats.map(({ id }) => id),
  )
  for (const { person, link } of links) {
    const cookie = await signIn(port, link)
    playing.say({ is: 'sit', person, host: 'localhost', cookie })
  }
  playing.say({ is: 'pace', pace: 'brisk' })
  const board = await staff.newPage()
  await board.goto(`http://localhost:${port}/`)
  const [frames, answers] = await Promise.all([
    countFrames(board, Number(flags.seconds) * 1000),
    answered(desk, Number(flags.seconds) * 1000),
  ])
  if (flags.picture !== undefined) await board.screenshot({ path: flags.picture })
  const busiest = await opened(staff)

  print([
    ['set up from files, ms', fixed(setUp), '60000'],
    ...took,
    ['board opened, warm page, median / longest ms', both(boards, 1), '1000'],
    [`the same while ${seats.length} seats are played, ms`, fixed(busiest), '1000'],
    ['an answer to staff meanwhile, p50 / p95 ms', both(answers, 0.95), '–'],
    ['frames a second of the board meanwhile', frames.perSecond.toFixed(1), '60'],
    ['longest between two, ms', frames.longest.toFixed(0), '–'],
  ])
} finally {
  await playing.end()
  await browser.close()
  await server.stop()
}

/** A window in which somebody is signed in. */
async function sit(cookie: string): Promise<BrowserContext> {
  const [name = '', value = ''] = cookie.split('=')
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addCookies([{ name, value, url: `http://localhost:${port}` }])
  return context
}

/** Milliseconds from navigating until every application stands on staff's page. */
async function opened(context: BrowserContext): Promise<number> {
  const tab = await context.newPage()
  const from = performance.now()
  await tab.goto(`http://localhost:${port}/`)
  await tab.waitForFunction(
    (count) =>
      new Set(
        [...document.querySelectorAll('[data-application]')].map((row) =>
          row.getAttribute('data-application'),
        ),
      ).size >= count,
    size.applications,
  )
  const ms = performance.now() - from
  await tab.close()
  return ms
}

/** How long the server takes to answer staff, asked four times a second. */
async function answered(desk: Desk, lasts: number): Promise<readonly number[]> {
  const times: number[] = []
  const end = performance.now() + lasts
  while (performance.now() < end) {
    const from = performance.now()
    await setUpOf(desk)
    times.push(performance.now() - from)
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  return times
}

function both(values: readonly number[], share: number): string {
  const sorted = values.toSorted((left, right) => left - right)
  return `${fixed(percentile(sorted, 0.5))} / ${fixed(percentile(sorted, share))}`
}

function fixed(ms: number): string {
  return ms.toFixed(ms < 10 ? 2 : 0)
}

function print(rows: readonly (readonly string[])[]): void {
  const all = [['what', 'measured', 'target'], ['---', '---', '---'], ...rows]
  console.log(all.map((row) => `| ${row.join(' | ')} |`).join('\n'))
}
