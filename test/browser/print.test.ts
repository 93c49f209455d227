import { readFile } from 'node:fs/promises'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type House } from './house.ts'
import * as room from './room.ts'
import * as seats from './seats.ts'
import { column } from './seats.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** The words of each page of a PDF. */
async function pagesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const pdf = await task.promise
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  await task.destroy()
  return pages
}

test('PRINT-1 the print view has all of one’s form, each printed page says whose and that it is invented, and the PDF is one press away', async () => {
  const [page] = await house.sit('Reviewer 2')
  if (!page) throw new Error('A tab did not open.')
  await seats.openApplication(page, 'Massachusetts')
  await seats.toReadyCheck(page)
  await page.getByRole('link', { name: 'Print view of your form' }).click()
  const sheet = column(page, 'Your form, for print').getByRole('article')
  await sheet.getByRole('heading', { name: 'Massachusetts: technical review form' }).waitFor()
  await sheet.getByText(/^Draft, not attested\. Printed /).waitFor()
  expect(await sheet.getByRole('region').count()).toBe(19 + 6)
  expect(await sheet.getByRole('rowheader').count()).toBe(41 - 5)
  const pages = await pagesOf(await page.pdf({ preferCSSPageSize: true }))
  expect(pages.length).toBeGreaterThan(2)
  for (const printed of pages) {
    expect(printed).toContain('Massachusetts, Reviewer 2: Draft, not attested')
    expect(printed).toContain('Rehearsal: invented scores')
    // What belongs to the screen stays there.
    expect(printed).not.toContain('Only you can see')
    expect(printed).not.toContain('As PDF')
  }
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'As PDF' }).click()
  const download = await coming
  expect(download.suggestedFilename()).toBe('massachusetts.1.1-reviewer-2.pdf')
  const file = await pagesOf(await readFile(await download.path()))
  expect(file[0]).toContain('Massachusetts: technical review form')
})

test('PRINT-9 after the reveal the print view is of one’s own column, with what moved', async () => {
  const [monitor, page] = await house.sit('Panel monitor', 'Reviewer 3')
  if (!monitor || !page) throw new Error('A tab did not open.')
  await seats.openApplication(monitor, 'Missouri')
  await seats.openApplication(page, 'Missouri')
  await room.reveal(monitor, 'Missouri')
  await page.getByRole('link', { name: 'Go to the panel room' }).click()
  await room.toBoardRow(page, '(A)(1)(ii)')
  await seats.typePoints(column(page, 'Your column'), 7)
  await room.toBoard(page)
  await page.getByRole('link', { name: 'Print view of your form' }).click()
  const sheet = column(page, 'Your form, for print').getByRole('article')
  await sheet.getByText(/^Attested: \d+\. No reason given yet\.$/).waitFor()
  await sheet.getByText(/^Not signed; revealed /).waitFor()
})
