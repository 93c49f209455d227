import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { madePdf } from '../harness/made-files-pdf.ts'
import { must, openRoom, sign } from '../harness/review-moves.ts'
import { seatsOn } from '../harness/running-server.ts'
import { openHouse, type House } from './house.ts'
import * as seats from './seats.ts'
import { column, soon } from './seats.ts'

const missouri = 'missouri.1.1'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** A file as it is chosen on a page. */
function file(name: string, content: Uint8Array | string) {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) }
}

/** A PDF of so many pages, each with a few words of its own. */
async function pdf(pages: number, about: string): Promise<Uint8Array> {
  return madePdf(Array.from({ length: pages }, (_, at) => [`${about}, page ${at + 1}, and what it says.`]))
}

async function toDocuments(staff: Page, applicant: string): Promise<void> {
  await seats.openApplication(staff, applicant)
  await staff.getByRole('link', { name: 'Documents', exact: true }).click()
  await staff.getByRole('heading', { name: `Documents of ${applicant}` }).waitFor()
  await staff.getByRole('table').waitFor()
}

/** Chooses files with the keyboard's and mouse's own way into the system's dialog. */
async function choose(staff: Page, files: readonly ReturnType<typeof file>[]): Promise<void> {
  const chooser = staff.waitForEvent('filechooser')
  await staff.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles([...files])
}

/** Lets a file go over the page. */
async function drop(staff: Page, name: string, content: string): Promise<void> {
  const dropped = await staff.evaluateHandle(
    ([called, words]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([words ?? ''], called ?? ''))
      return transfer
    },
    [name, content],
  )
  await staff.getByRole('main').dispatchEvent('dragover', { dataTransfer: dropped })
  await staff.getByText('Let go to add them to').waitFor()
  await staff.getByRole('main').dispatchEvent('drop', { dataTransfer: dropped })
}

function sendingLine(staff: Page, name: string): Locator {
  return staff
    .getByRole('list', { name: 'Files being added' })
    .getByRole('listitem')
    .filter({ hasText: name })
}

/** The lines of the table: order, title, kind, file, pages. */
async function documentsOf(staff: Page): Promise<readonly string[]> {
  return staff
    .getByRole('table')
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.slice(1).map((row) =>
        [...row.querySelectorAll('th, td')]
          .slice(0, 5)
          .map((cell) => cell.querySelector('select')?.selectedOptions[0]?.text ?? cell.textContent.trim())
          .join(' | '),
      ),
    )
}

async function titlesOf(staff: Page): Promise<readonly string[]> {
  return (await documentsOf(staff)).map((line) => line.split(' | ')[1] ?? '')
}

/** Remembers everything that is said in a place of the page from now on. */
async function listen(page: Page, place: string): Promise<() => Promise<string>> {
  const heard = await page.evaluateHandle((selector) => {
    const said: string[] = []
    const look = (): void => {
      const now = [...document.querySelectorAll(selector)].map((one) => one.textContent).join(' ')
      if (now !== said.at(-1)) said.push(now)
    }
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })
    look()
    return said
  }, place)
  return async () => (await heard.jsonValue()).join('\n')
}

test('STAFFDOC-20 files are chosen or dropped, each tells how far it is and how it ended, and a bad one stops no other', async () => {
  const [staff] = await house.sit('Program staff')
  if (!staff) throw new Error('A tab did not open.')
  await toDocuments(staff, 'Maine')
  const before = await titlesOf(staff)
  const shown = await listen(staff, '[aria-label="Files being added"]')
  const said = await listen(staff, '[data-live-announcer]')
  const narrative = file('Narrative.pdf', await pdf(60, 'The narrative'))
  await choose(staff, [narrative, file('Scan.pdf', 'These are words.'), file('Appendix A.txt', 'Letters.')])
  await drop(staff, 'Budget 2010.txt', 'Travel.\n\nStaff.')

  await sendingLine(staff, 'Budget 2010.txt').getByText('Added').waitFor()
  await sendingLine(staff, 'Narrative.pdf').getByText('Added').waitFor()
  await sendingLine(staff, 'Appendix A.txt').getByText('Added').waitFor()
  const bad = sendingLine(staff, 'Scan.pdf')
  await bad.getByText('Scan.pdf is not a PDF: it is plain text.').waitFor()
  expect(await shown()).toMatch(/Sending \d+%/)
  expect(await shown()).toMatch(/Reading page \d+ of 60/)
  expect(await shown()).toContain('Waits for its turn')
  await soon(() => documentsOf(staff)).toHaveLength(before.length + 3)
  expect((await documentsOf(staff)).slice(before.length)).toEqual([
    `${before.length + 1} | Narrative | Narrative | PDF file of Narrative, in a new tab | 60`,
    `${before.length + 2} | Appendix A | Appendix | Plain text file of Appendix A, in a new tab | about 1`,
    `${before.length + 3} | Budget 2010 | Budget | Plain text file of Budget 2010, in a new tab | about 1`,
  ])
  for (const end of ['Narrative.pdf was added.', 'Scan.pdf was not added.', 'Budget 2010.txt was added.'])
    await soon(said).toContain(end)
  await bad.getByRole('button', { name: 'Put away Scan.pdf' }).click()
  await bad.waitFor({ state: 'detached' })

  await choose(staff, [{ ...narrative, name: 'Another name.pdf' }])
  await sendingLine(staff, 'Another name.pdf')
    .getByText('This file was here already. It was read again.')
    .waitFor()
  expect(await documentsOf(staff)).toHaveLength(before.length + 3)
})

test('STAFFDOC-21 documents are put in order, named, called another kind and removed by the keyboard, and readers see it', async () => {
  const [staff, reviewer] = await house.sit('Program staff', 'Reviewer 1')
  if (!staff || !reviewer) throw new Error('A tab did not open.')
  await toDocuments(staff, 'Massachusetts')
  const [digest = ''] = await titlesOf(staff)
  await choose(staff, [file('First.txt', 'The first words.'), file('Second.txt', 'The second words.')])
  await soon(() => titlesOf(staff)).toEqual([digest, 'First', 'Second'])

  const up = staff.getByRole('button', { name: /^Move Second up/ })
  await up.focus()
  await staff.keyboard.press('Enter')
  await staff.keyboard.press('Enter')
  await soon(() => titlesOf(staff)).toEqual(['Second', digest, 'First'])
  // At the top it has the focus still, and does nothing.
  expect(await up.evaluate((button) => button === document.activeElement)).toBe(true)
  await staff.keyboard.press('Enter')
  const down = staff.getByRole('button', { name: 'Move Second down, to 2' })
  await down.focus()
  await staff.keyboard.press('Enter')
  await soon(() => titlesOf(staff)).toEqual([digest, 'Second', 'First'])

  await staff.getByRole('button', { name: 'Rename First' }).focus()
  await staff.keyboard.press('Enter')
  const title = staff.getByRole('textbox', { name: 'Title of First' })
  await title.fill(' ')
  await staff.keyboard.press('Enter')
  await staff.getByText('A title has 1 to 120 characters.').waitFor()
  await title.fill('Letters of support')
  await staff.keyboard.press('Enter')
  const rename = staff.getByRole('button', { name: 'Rename Letters of support' })
  await soon(() => rename.evaluate((button) => button === document.activeElement)).toBe(true)
  await staff.keyboard.press('Enter')
  await staff.getByRole('textbox', { name: 'Title of Letters of support' }).fill('Not this')
  await staff.keyboard.press('Escape')
  await staff.getByRole('combobox', { name: 'Kind of Letters of support' }).selectOption('Other')
  const arranged = [
    [digest, 'Narrative'],
    ['Second', 'Appendix'],
    ['Letters of support', 'Other'],
  ]
  const kinds = async () => (await documentsOf(staff)).map((line) => line.split(' | ').slice(1, 3))
  await soon(kinds).toEqual(arranged)
  await seats.saved(staff)
  await staff.reload()
  await soon(kinds).toEqual(arranged)

  await seats.openApplication(reviewer, 'Massachusetts')
  const offered = (): Promise<readonly string[]> =>
    column(reviewer, 'Application')
      .getByRole('combobox', { name: 'Document' })
      .locator('option')
      .allInnerTexts()
  await soon(offered).toEqual([digest, 'Second', 'Letters of support'])

  await staff.getByRole('button', { name: 'Remove Second' }).click()
  const dialog = staff.getByRole('alertdialog', { name: 'Remove Second?' })
  expect(await dialog.innerText()).toMatch(
    /highlighted in it.*stay with them, hidden.*comes back when the same file is added again/s,
  )
  await dialog.getByRole('button', { name: 'Remove Second' }).click()
  await soon(() => titlesOf(staff)).toEqual([digest, 'Letters of support'])
  await soon(offered).toEqual([digest, 'Letters of support'])
  await choose(staff, [file('Second.txt', 'The second words.')])
  await soon(() => titlesOf(staff)).toEqual([digest, 'Letters of support', 'Second'])
})

test('STAFFDOC-22 leaving while a file is on its way asks, by a link and by going back, and stops it', async () => {
  const [staff] = await house.sit('Program staff')
  if (!staff) throw new Error('A tab did not open.')
  await toDocuments(staff, 'Maine')
  const before = await titlesOf(staff)
  house.serving.pause()
  try {
    await choose(staff, [file('Slow.txt', 'It does not arrive.')])
    await sendingLine(staff, 'Slow.txt').waitFor()
    const dialog = staff.getByRole('alertdialog', { name: 'Leave before it is on the server?' })
    await staff.getByRole('link', { name: 'Maine', exact: true }).click()
    await dialog.getByRole('button', { name: 'Stay here' }).click()
    await dialog.waitFor({ state: 'detached' })
    await staff.goBack()
    await dialog.waitFor()
    expect(new URL(staff.url()).pathname).toMatch(/\/documents$/)
    await dialog.getByRole('button', { name: 'Stop and leave' }).click()
    await staff.getByRole('heading', { name: 'Lock', exact: true }).waitFor()
  } finally {
    house.serving.resume()
  }
  await staff.getByRole('link', { name: 'Documents', exact: true }).click()
  await soon(() => titlesOf(staff)).toEqual(before)
})

test('STAFFDOC-23 once a review is locked its documents and borders are only read, and the page says why', async () => {
  const [staff] = await house.sit('Program staff')
  if (!staff) throw new Error('A tab did not open.')
  await lockMissouri(house.serving.portOf())
  await toDocuments(staff, 'Missouri')
  await staff.getByText('Missouri is locked. Its documents stay as they are.').waitFor()
  expect(await staff.getByRole('button', { name: /^(Move|Rename|Remove|Choose)/ }).count()).toBe(0)
  expect(await seats.editors(staff)).toEqual([])
  await staff.getByRole('link', { name: 'Where each criterion is answered' }).click()
  await staff.getByText('Missouri is locked. The borders stay as they are.').waitFor()
  await column(staff, 'Text with its borders').getByText('(A)(1) begins', { exact: true }).waitFor()
  expect(await staff.getByRole('slider').count()).toBe(0)
  expect(await staff.getByRole('button', { name: /Confirm|begins|Begins|Not found|right/ }).count()).toBe(0)
})

test('STAFFDOC-3 staff read after the lock what did not count, points too, with its row and why', async () => {
  const [staff] = await house.sit('Program staff')
  if (!staff) throw new Error('A tab did not open.')
  await lockMissouri(house.serving.portOf())
  const line = seatsOn(house.serving.portOf())
  const reviewer = await line.seat('reviewer-4')
  const kept = { kind: 'text.keep', review: missouri, why: 'readOnly' } as const
  await must(reviewer, { ...kept, field: 'scores:(A)(1)(i)', text: '4' })
  await must(reviewer, { ...kept, field: 'strengths:(A)(1)', text: 'Written on the train.' })
  line.closeSeats()
  await seats.openApplication(staff, 'Missouri')
  await staff.getByText('2 entries not counted').click()
  const pieces = staff.getByRole('listitem').filter({ hasText: 'could no longer be written' })
  await soon(() => pieces.allInnerTexts()).toEqual([
    expect.stringMatching(
      /^Points for \(A\)\(1\)\(i\), .* It came when this could no longer be written\.\s+4 points$/,
    ),
    expect.stringMatching(/^Strengths of \(A\)\(1\), .*\.\s+Written on the train\.$/),
  ])
})

let locked: Promise<void> | undefined

/** Plays Missouri from where a rehearsal has it up to its lock; once for all tests here. */
function lockMissouri(port: number): Promise<void> {
  return (locked ??= playToLock(port))
}

async function playToLock(port: number): Promise<void> {
  const line = seatsOn(port)
  const [monitor, staff] = [await line.seat('monitor'), await line.seat('staff')]
  await must(monitor, { kind: 'review.reveal', review: missouri })
  await must(monitor, { kind: 'vote.open', review: missouri })
  await must(monitor, { kind: 'vote.close', review: missouri })
  for (const number of [1, 2, 3, 4, 5]) {
    const seat = await line.seat(`reviewer-${number}`)
    await sign(seat, await openRoom(seat, missouri), missouri)
  }
  await must(monitor, { kind: 'review.close', review: missouri, commentsRead: true })
  await must(staff, { kind: 'review.lock', review: missouri })
  line.closeSeats()
}
