import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InviteAnswer } from '../../shared/protocol/people-page.ts'
import { fillCompetition, makeReady, must as give } from '../harness/assignment-server.ts'
import { startPeopleServer, type PeopleServer } from '../harness/people-server.ts'
import { openSeat, type SeatClient } from '../harness/seat-client.ts'
import { lookAt, noFindings, noteSmoothScrolls } from './access-look.ts'
import { launchBrowser, openWindow } from './browser.ts'
import { soon } from './seats.ts'
import { picture } from './set-up-settings-stage.ts'

const panels = [
  { id: 'one', title: 'Panel 1', monitor: 'm1', reviewers: ['r4', 'r5', 'r6'] },
  { id: 'two', title: 'Panel 2', monitor: 'm2', reviewers: ['r1', 'r2', 'r3'] },
]
const places = { a2: 'one', a3: 'one', a4: 'two', a5: 'two', a6: 'two' }

let browser: Browser
let server: PeopleServer
let page: Page
const seats: SeatClient[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  server = await startPeopleServer()
  const site = `http://localhost:${server.port}`
  const context = await openWindow(browser, { site, cookie: server.staff })
  await noteSmoothScrolls(context)
  page = await context.newPage()
})
afterAll(async () => {
  for (const seat of seats) seat.close()
  await browser?.close()
  await server?.close()
})

async function setUp(): Promise<void> {
  await fillCompetition(server)
  const people = [
    ...panels.flatMap(({ monitor, reviewers }) => [monitor, ...reviewers]),
    'staff-1',
    'official',
  ]
  await makeReady(server, Object.keys(places), people)
  await give(server, { kind: 'assignment.draft', panels, places, seed: null })
  await give(server, { kind: 'assignment.open', applications: Object.keys(places) })
}

async function sit(person: string): Promise<SeatClient> {
  const { body } = await server.post('/api/people/invite', { people: [person], copy: true }, server.staff)
  const { links }: InviteAnswer = JSON.parse(body)
  const cookie = (await server.signIn(links[0]?.link ?? '')) ?? ''
  const seat = await openSeat({ port: server.port, host: 'localhost', cookie })
  seats.push(seat)
  return seat
}

const group = (title: string) => page.getByRole('region', { name: title, exact: true })
const line = (application: string) => page.locator(`[data-application="${application}"]`)
const shown = (): Promise<readonly (string | null)[]> =>
  page
    .locator('[data-application]')
    .evaluateAll((lines) => lines.map((each) => each.getAttribute('data-application')))
const filter = (name: string) => page.getByRole('radio', { name: new RegExp(`^${name} \\d+$`, 'u') })

test('LIVEBOARD-1 an empty competition says on its first page what comes first, and leads there', async () => {
  await page.goto(`http://localhost:${server.port}/`)
  await page.getByText('Nothing is set up yet.').waitFor()
  await page.getByRole('link', { name: 'Begin to set up' }).click()
  await page.waitForURL('**/set-up/start')
})

test('LIVEBOARD-2 every application is one line under its panel; those without a panel stand apart', async () => {
  await setUp()
  await page.goto(`http://localhost:${server.port}/`)
  await group('Panel 2').waitFor()
  expect(await group('Panel 1').locator('[data-application]').count()).toBe(2)
  expect(await group('Panel 2').locator('[data-application]').count()).toBe(3)
  expect(await group('Not opened to a panel').locator('[data-application]').count()).toBe(3)
  expect(await page.getByText('0 of 3 ready').count()).toBe(5)
})

test('LIVEBOARD-3 lines are found by applicant or panel, and filtered by what they need', async () => {
  await page.getByRole('searchbox', { name: 'Find an applicant or a panel' }).fill('panel 2')
  await soon(shown).toEqual(['a4', 'a5', 'a6'])
  await page.getByRole('searchbox').fill('iow')
  await soon(shown).toEqual(['a2'])
  await page.getByRole('searchbox').fill('')
  await filter('Not opened').check()
  await soon(async () => (await shown()).length).toBe(3)
  await filter('All').check()
})

test('LIVEBOARD-4 one press on a line shows its seats with names and row counts, and what its next step waits for', async () => {
  await line('a2').getByRole('button', { name: 'Seats of Iowa' }).click()
  const list = page.getByRole('list', { name: 'Seats of Iowa' })
  const seat = list.getByRole('listitem').filter({ hasText: 'Label of r4' })
  await seat.getByText('Name of r4').waitFor()
  await seat.getByText(/^0 of 41 rows with points$/u).waitFor()
  await line('a2').getByText('Reviewer 3 is not ready.').waitFor()
  await soon(() => line('a4').getByRole('list').count()).toBe(0)
})

test('LIVEBOARD-5 a seat that opens its page is there on the board without a reload, in the panel and in its line', async () => {
  await group('Panel 1').getByText('0 of 4 here').waitFor()
  await sit('r4')
  await group('Panel 1').getByText('1 of 4 here').waitFor()
  const seat = page.getByRole('list', { name: 'Seats of Iowa' }).getByRole('listitem').first()
  await seat.getByText('here', { exact: true }).waitFor()
})

test('LIVEBOARD-6 a seat is asked how far it is from its line, and the line says so', async () => {
  await page.getByRole('button', { name: 'What to do for Reviewer 1 on Iowa' }).click()
  await page.getByRole('button', { name: 'Ask how far they are', exact: true }).click()
  await line('a2').getByText('1 asked').waitFor()
  await soon(() => seats[0]?.view().reviews.some(({ mine }) => (mine?.nudgedAt ?? null) !== null)).toBe(true)
})

test('LIVEBOARD-7 many are asked at once, by keyboard, one after the other and none left out', async () => {
  await page.getByRole('button', { name: 'Ask many' }).press('Enter')
  await page.getByRole('button', { name: 'All shown' }).press('Enter')
  await page.getByRole('button', { name: 'Ask 15 seats how far they are' }).press('Enter')
  await page.getByText('Asked 15 seats how far they are.').first().waitFor()
  await soon(() => page.getByText('3 asked').count()).toBe(5)
  await page.getByRole('button', { name: 'None', exact: true }).press('Enter')
  await line('a5').getByRole('checkbox').press('Space')
  await page.getByRole('button', { name: 'Ask 3 seats how far they are' }).waitFor()
  await page.getByRole('button', { name: 'Done' }).press('Enter')
  await soon(() => page.getByRole('checkbox').count()).toBe(0)
})

test('LIVEBOARD-8 a seat is behind once its date is near, and those who are behind are asked together', async () => {
  const at = Date.now() + 24 * 60 * 60_000
  await give(server, {
    kind: 'dates.set',
    zone: 'America/New_York',
    dates: [{ id: 'ready', title: 'Forms ready', at, remind: 'ready' }],
  })
  await filter('Behind').check()
  await soon(shown).toEqual(['a2', 'a3', 'a4', 'a5', 'a6'])
  await page.getByRole('button', { name: 'Ask many' }).click()
  await page.getByRole('button', { name: 'Everybody who is behind (15)' }).click()
  await page.getByRole('button', { name: 'Ask 15 seats how far they are' }).waitFor()
  await page.getByRole('button', { name: 'Done' }).click()
  await filter('All').check()
})

test('LIVEBOARD-9 the board shows no points of an open tier, and neither does what is sent for it', async () => {
  const staff = await openSeat({ port: server.port, host: 'localhost', cookie: server.staff })
  seats.push(staff)
  const sent = staff.view().reviews
  expect(sent.map(({ room, panel, lock }) => [room, panel, lock])).toEqual(sent.map(() => [null, null, null]))
  expect(JSON.stringify(sent)).not.toMatch(/"(scores|total|attested)"/u)
  expect(await page.getByRole('main').innerText()).not.toContain('of 500')
})

test('LIVEBOARD-10 the board has no violation of WCAG 2.2 AA, wide and narrow, light and dark, with a line open and lines chosen', async () => {
  await page.getByRole('button', { name: 'Ask many' }).click()
  await picture(page, 'staff board')
  const found = noFindings()
  await lookAt(page, 'board', found)
  expect(found).toEqual(noFindings())
})
