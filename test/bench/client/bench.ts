// What a reviewer's page takes, in Chromium: npm run bench:client.
//
// One server as `npm start` runs it, one browser, on the same machine. A rubric of 41 rows, 600 characters in each of 38 comments,
// a PDF of 400 pages.
//
// - Sign-in to a row: from opening the link until the points of a row can be typed. Cold: a browser that has never been here. Warm: the
//   same browser again. A click on the application lies between; medians.
// - Scripts: all that came until then, gzipped.
// - Key to paint: from a key's own time until the frame that shows it has been made, while typing into a comment. On an empty page that
//   takes 5 to 7 ms here.
// - In the room: four others type and score in it, each every 100 ms.
// - Scrolling: the longest task of the page's main thread while the wheel goes through the PDF.
//
// Flags: --runs N (5) for the opens, --keys N (300).
import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium, type Browser, type Page } from 'playwright-core'
import { chromiumPath } from '../../chromium.ts'
import { ask } from '../../harness/ask.ts'
import { maine } from '../../harness/review-moves.ts'
import { hostOf, linkFor, seatsOn, signIn } from '../../harness/running-server.ts'
import { startProcess } from '../../harness/server-process.ts'
import { percentile } from '../job.ts'
import { machine } from '../table.ts'
import { fillWhole, keepTyping, reveal } from './filled-panel.ts'
import { firstRow, pointsOf } from './first-row.ts'
import { keyToPaint, type Keys } from './key-to-paint.ts'
import { longPdf } from './long-pdf.ts'
import { scrollThrough } from './scroll.ts'

const { values: flags } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, keys: { type: 'string', default: '300' } },
})
const [runs, keys] = [Number(flags.runs), Number(flags.keys)]
const writer = 'reviewer-1'
const others = [2, 3, 4, 5].map((number) => `reviewer-${number}`)

const folder = mkdtempSync(
  path.join(fileURLToPath(new URL('../../..', import.meta.url)), 'node_modules', '.bench-'),
)
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const server = await startProcess(folder)
const seats = seatsOn(server.port)
const executablePath = chromiumPath()
if (executablePath === undefined) throw new Error('There is no Chromium here; set CHROMIUM to where it is.')
const usual = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking']
const browsers: Browser[] = []

try {
  console.log(machine(folder))
  const browser = await launch()
  const openings = await measureOpenings(browser)
  await browser.close()

  const filled = await Promise.all([writer, ...others].map(async (person) => seats.seat(person)))
  const copies = []
  for (const seat of filled) copies.push([seat, await fillWhole(seat)] as const)
  await importPdf(await longPdf(400))

  const page = await sit(await launch(), writer)
  await page.goto(`${originOf(writer)}/review/${maine}/score/(A)(1)(i)`)
  await pointsOf(page).waitFor()
  const application = page.getByRole('region', { name: 'Application' })
  await application.getByRole('tab', { name: 'Narrative' }).click()
  await application.locator('canvas').first().waitFor()
  const strengths = page.getByRole('textbox', { name: /^Strengths of/ })
  const scoring = await keyToPaint(page, strengths, keys)
  const scrolled = await scrollThrough(page, application, 200)
  await reveal(await seats.seat('monitor'), copies)
  const stops = await Promise.all(filled.slice(1).map((seat) => keepTyping(seat, 100)))
  await page.goto(`${originOf(writer)}/review/${maine}/room/(A)(1)(i)`)
  const inRoom = await keyToPaint(page, page.getByRole('textbox', { name: /^Strengths/ }), keys)
  for (const stop of stops) stop()

  print([
    ['sign-in link to a row, cold, ms', percentile(openings.cold, 0.5).toFixed(0), '1500'],
    ['sign-in link to a row, warm, ms', percentile(openings.warm, 0.5).toFixed(0), '500'],
    ['scripts before the first row, KB gzip', (openings.scriptBytes / 1000).toFixed(0), '250'],
    ['key to paint, PDF of 400 pages open, p50 / p95 ms', said(scoring), '– / 16'],
    ['key to paint, four others in the room, p50 / p95 ms', said(inRoom), '– / 16'],
    ['longest task, scrolling the PDF, ms', scrolled.longest.toFixed(0), '100'],
    ['tasks over 100 ms in 200 screens', String(scrolled.over100), '0'],
  ])
} finally {
  for (const browser of browsers) await browser.close()
  seats.closeSeats()
  await server.stop()
}

async function launch(): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: executablePath ?? '', args: usual })
  browsers.push(browser)
  return browser
}

async function measureOpenings(browser: Browser) {
  const found: { cold: number[]; warm: number[]; scriptBytes: number } = {
    cold: [],
    warm: [],
    scriptBytes: 0,
  }
  for (let run = 0; run < runs; run += 1) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    for (const times of [found.cold, found.warm]) {
      const { ms, scriptBytes } = await firstRow(context, await linkOf(writer), 'Massachusetts')
      times.push(ms)
      found.scriptBytes = Math.max(found.scriptBytes, scriptBytes)
    }
    await context.close()
  }
  for (const times of [found.cold, found.warm]) times.sort((left, right) => left - right)
  return found
}

async function sit(browser: Browser, person: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(await linkOf(person))
  await page.getByRole('link', { name: 'Maine', exact: true }).first().waitFor()
  return page
}

async function linkOf(person: string): Promise<string> {
  return `${originOf(person)}/sit#${await linkFor(server.port, person)}`
}

function originOf(person: string): string {
  return `http://${hostOf(person)}:${server.port}`
}

async function importPdf(bytes: Buffer): Promise<void> {
  const headers = {
    cookie: await signIn(server.port, 'staff'),
    origin: originOf('staff'),
    'content-type': 'application/octet-stream',
  }
  const to = `/api/reviews/${maine}/documents?name=narrative.pdf&title=Narrative&kind=narrative`
  const answer = await ask(server.port, hostOf('staff'), to, { method: 'POST', headers, bytes })
  if (!answer.body.includes('"done"')) throw new Error(`The PDF was not imported: ${answer.body.slice(-300)}`)
}

function said({ p50, p95 }: Keys): string {
  return `${p50.toFixed(1)} / ${p95.toFixed(1)}`
}

function print(rows: readonly (readonly string[])[]): void {
  const all = [['what', 'measured', 'target'], ['---', '---', '---'], ...rows]
  console.log(all.map((row) => `| ${row.join(' | ')} |`).join('\n'))
}
