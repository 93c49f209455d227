import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouseOf, type House } from './house.ts'
import { serveByNodes, type Nodes, type Where } from './nodes.ts'
import { together } from './panel.ts'
import * as seats from './seats.ts'
import { column, foot, soon, yourForm } from './seats.ts'

const places: Readonly<Record<string, Where>> = {
  'Reviewer 1': 0,
  'Reviewer 2': 1,
  'Reviewer 4': 0,
  'Reviewer 5': 1,
}
const notSaving =
  /^Not being saved\. The server stopped saving at .* changes? waits? here\. Keep this tab open\.$/

let house: House<Nodes>

beforeAll(async () => {
  house = await openHouseOf(await serveByNodes((label) => places[label] ?? 'byTurns'))
})
afterAll(() => house.close())

test('NODE-21 what is typed at two nodes while Redis is away is said not to be saved until it is, and is saved without a reload', async () => {
  const pages = await sitAtForms('Reviewer 1', 'Reviewer 2')
  await together(pages, async (page) => {
    await strengths(page).fill('Before it went, ')
    await seats.saved(page)
  })
  const saidBy = await together(pages, seats.watchSaving)

  await house.serving.redis.kill()
  await together(pages, async (page) => {
    await strengths(page).pressSequentially('while it was away, ')
    await foot(page).getByText(notSaving).waitFor()
    // Each new line could let the page believe that all is well, or take the text for something else.
    for (const turn of ['on the next line, ', 'and on one more, ']) {
      await page.waitForEvent('websocket')
      await strengths(page).pressSequentially(turn)
    }
    await foot(page).getByText(notSaving).waitFor()
    expect(await strengths(page).inputValue()).toBe(whole.join(''))
  })
  for (const said of saidBy) expect(await said()).toEqual(['saved', 'typed', 'notSaved'])

  await house.serving.redis.start()
  await together(pages, seats.saved)
  for (const said of saidBy) expect((await said()).at(-1)).toBe('saved')
  expect(await house.reloaded()).toEqual([])
  await together(pages, async (page, place) => {
    const other = await atNode(page, place === 0 ? 1 : 0)
    await soon(() => strengths(other).inputValue()).toBe(whole.join(''))
    await other.close()
  })
})

const whole = ['Before it went, ', 'while it was away, ', 'on the next line, ', 'and on one more, ']

test('NODE-22 ready, said while Redis cannot be reached, is refused with a sentence or waits for what was typed, and works afterwards', async () => {
  const [idle, typing] = await sitAtForms('Reviewer 4', 'Reviewer 5')
  if (!idle || !typing) throw new Error('A tab did not open.')
  await together([idle, typing], async (page) => {
    await seats.fillTheRest(page)
    await seats.saved(page)
  })
  await seats.toReadyCheck(idle)

  for (const { network } of house.serving.nodes) network.cut()
  const ready = { name: 'Say ready', exact: true }
  await idle.getByRole('button', ready).click()
  await column(idle, 'Ready check')
    .getByText('The server cannot save at the moment. Try again in a moment.')
    .waitFor()
  await strengths(typing).pressSequentially(' Typed at the last moment.')
  await foot(typing).getByText(notSaving).waitFor()
  await seats.toReadyCheck(typing)
  await typing.getByRole('button', ready).click()
  await column(typing, 'Ready check')
    .getByText('The server cannot save at the moment. You are ready once it can; keep this tab open.')
    .waitFor()

  for (const { network } of house.serving.nodes) network.heal()
  await typing.getByText(/^You said ready at/).waitFor()
  await seats.sayReady(idle)
  for (const page of [idle, typing]) await page.getByText('2 of 5 ready').waitFor()
  expect(await house.reloaded()).toEqual([])
})

test('NODE-23 a page whose node is killed while it types goes on at the other node, and everything is saved', async () => {
  const [page] = await sitAtForms('Reviewer 3')
  if (!page) throw new Error('A tab did not open.')
  await strengths(page).fill('Here, ')
  await seats.saved(page)
  // Wherever its form is open, and wherever it goes to: each node is killed once.
  for (const node of house.serving.nodes) {
    const killed = node.kill()
    await strengths(page).pressSequentially('there, ')
    await killed
    await seats.saved(page)
    await node.start()
  }
  expect(await strengths(page).inputValue()).toBe('Here, there, there, ')
  expect(await house.reloaded()).toEqual([])
  await together([0, 1] as const, async (place) => {
    const other = await atNode(page, place)
    await soon(() => strengths(other).inputValue()).toBe('Here, there, there, ')
    await other.close()
  })
})

test('NODE-24 a page that is opened while Redis is away says that it waits, shows nothing, and goes on by itself', async () => {
  const [page] = await sitAtForms('Reviewer 1')
  if (!page) throw new Error('A tab did not open.')
  await house.serving.redis.kill()
  const other = await atNode(page, 0)
  await other
    .getByText(/^Waiting for the server since .* This page goes on by itself when it answers\.$/)
    .waitFor()
  await house.serving.redis.start()
  await strengths(other).waitFor()
  await other.close()
})

/** Sits down and opens the form of Massachusetts at a row of which nothing is written yet. */
async function sitAtForms(...labels: readonly string[]): Promise<readonly Page[]> {
  const pages = await house.sit(...labels)
  await together(pages, async (page) => {
    await seats.openApplication(page, 'Massachusetts')
    await seats.toRow(page, '(F)(3)')
  })
  return pages
}

function strengths(page: Page) {
  return yourForm(page).getByRole('textbox', { name: 'Strengths of (F)(3)' })
}

/** What somebody has open, read at a node. */
async function atNode(page: Page, place: 0 | 1): Promise<Page> {
  const other = await page.context().newPage()
  const address = new URL(page.url())
  address.port = `${house.serving.nodes[place].port}`
  await other.goto(address.href)
  return other
}
