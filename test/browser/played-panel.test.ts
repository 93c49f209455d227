import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { invented } from '../../shared/rehearsal/comments.ts'
import { messages } from './discuss.ts'
import { openHouse, type House } from './house.ts'
import { agenda, controls, orderAgenda } from './monitor-room.ts'
import * as room from './room.ts'
import { answerConflict, column, openApplication, soon } from './seats.ts'
import { story } from './story.ts'

// A person as monitor before a panel of five that is played, from blind to close.

let house: House
let monitor: Page

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const tell = story(sitDown, blind, talk, vote, close)

test('PLAYED-13 one click seats a newcomer as monitor, and all others are played', () => tell(1))
test('PLAYED-14 a played panel scores blind: until the reveal its monitor reads how far each is, and no word of theirs', () =>
  tell(2))
test('PLAYED-15 on the row that the monitor brings it to, a played panel says why it differs, and somebody moves', () =>
  tell(3))
test('PLAYED-15 a played panel votes, each in turn, when the monitor opens the vote', () => tell(4))
test('PLAYED-15 a played panel signs once nothing is left to talk about; the monitor closes, played staff lock', () =>
  tell(5))

async function sitDown(): Promise<void> {
  const { home } = house
  const opened = house.context.waitForEvent('page')
  // Held shift, a link opens a window: a tab behind others draws once a second.
  await home
    .getByRole('link', { name: 'Sit as panel monitor, the others are played' })
    .click({ modifiers: ['Shift'] })
  monitor = await opened
  await monitor.getByRole('banner').getByText('Panel monitor', { exact: true }).waitFor()
  await home.getByText('8 seats are played.').waitFor()
  const seats = home.getByRole('region', { name: 'Seats', exact: true }).getByRole('listitem')
  const states = await seats.evaluateAll((all) => all.map((seat) => seat.getAttribute('data-sitting')))
  expect(states.filter((state) => state === 'played')).toHaveLength(8)
  await home.getByRole('radio', { name: 'Fast' }).check({ force: true })
  await home.locator('[data-live-announcer]').getByText('The pace is set.').waitFor({ state: 'attached' })
}

async function blind(): Promise<void> {
  await openApplication(monitor, 'Maine')
  await answerConflict(monitor, 'certify')
  await monitor.getByRole('link', { name: 'Go to the panel board' }).click()
  await monitor.getByRole('button', { name: 'Reveal Maine', exact: true }).waitFor({ timeout: 90_000 })
  const words = await monitor.getByRole('main').innerText()
  for (const { strengths, weaknesses } of Object.values(invented))
    for (const sentence of [...strengths, ...weaknesses]) expect(words).not.toContain(sentence)
  expect(await column(monitor, 'Disagreement').count()).toBe(0)
  await room.reveal(monitor, 'Maine')
}

async function talk(): Promise<void> {
  await orderAgenda(monitor, 'Widest first')
  await controls(monitor)
    .getByRole('button', { name: /^Bring everyone to/ })
    .click()
  let moved = false
  for (let rows = 0; rows < 2 || !moved; rows += 1) {
    moved = (await hear()) || moved
    const row = await inFocus()
    await controls(monitor)
      .getByRole('button', { name: /^Discussed, go to/ })
      .click()
    await soon(inFocus).not.toBe(row)
  }
  for (let row = await inFocus(); row !== null; row = await inFocus()) {
    // Nobody parks ten rows a second, and the server does not take it: pressed again, as a person would.
    await soon(async () => {
      const now = await inFocus()
      if (now === row) await controls(monitor).getByRole('button', { name: 'Park this row' }).click()
      return now
    }).not.toBe(row)
  }
  await controls(monitor).getByText('Nothing is in focus').waitFor()
}

/** The item of the agenda that everybody is brought to, or null. */
async function inFocus(): Promise<string | null> {
  const [item] = await agenda(monitor).locator('[aria-current=step]').locator('strong').allInnerTexts()
  return item?.trim() ?? null
}

/**
 * On the page of the row in focus, everything comes by itself: two of them write at least, and one says where they stand by then.
 * Answers whether somebody's score has moved.
 */
async function hear(): Promise<boolean> {
  await controls(monitor).getByRole('heading', { level: 2 }).getByRole('link').click()
  const who = async () => new Set((await messages(monitor)).map(([author]) => author))
  await soon(async () => (await who()).size).toBeGreaterThan(1)
  for (const author of await who()) expect(author).toMatch(/^Reviewer [1-5]$/)
  const scores = column(monitor, 'The panel’s scores')
  await soon(() => scores.getByText(/^(Holds|Has changed)$/).count()).toBeGreaterThan(0)
  const changed = (await scores.getByText('Has changed', { exact: true }).count()) > 0
  if (changed) {
    await scores.getByRole('deletion').first().waitFor()
    await scores
      .getByText(/Heard another reading/)
      .first()
      .waitFor()
  }
  await room.toBoard(monitor)
  return changed
}

async function vote(): Promise<void> {
  await monitor.getByText(/^The forms differ: /).waitFor()
  await room.openVote(monitor)
  await monitor.getByText(/^The vote is open: 5 of 5 have voted\./).waitFor()
  await room.closeVote(monitor)
  await monitor
    .getByText(/\d of 5 say yes/)
    .first()
    .waitFor()
}

async function close(): Promise<void> {
  await controls(monitor).getByText('Signed: 5 of 5').waitFor()
  await room.closeReview(monitor, 'We differed on few rows, and said why.')
  await monitor.getByRole('heading', { name: 'Locked', exact: true }).waitFor()
  expect(await house.reloaded()).toEqual([])
}
