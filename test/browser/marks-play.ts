import type { Locator, Page } from 'playwright-core'
import { paper, reading } from './application-files.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** Draws over words of the application with the mouse: from where the first begin to where the last end. */
export async function drawOver(page: Page, first: string, last: string): Promise<void> {
  const [from, to] = [await edgeOf(page, first, 'start'), await edgeOf(page, last, 'end')]
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, to.y)
  await page.mouse.move(to.x, to.y)
  await page.mouse.up()
}

/** Presses in the middle of words of the application. */
export async function pressOn(page: Page, words: string): Promise<void> {
  const [from, to] = [await edgeOf(page, words, 'start'), await edgeOf(page, words, 'end')]
  await page.mouse.click((from.x + to.x) / 2, from.y)
}

/** The words that are painted as highlights, in the order of the text, as they are drawn. */
export function painted(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const highlight = CSS.highlights.get('reading-mark')
    return highlight ? Array.from(highlight, (range) => (range instanceof Range ? range.toString() : '')) : []
  })
}

/** What can be done with what is selected. */
export function tools(page: Page): Locator {
  return reading(page).getByRole('group', { name: /^(Selected words|This highlight)$/ })
}

/** The notes in the margin. */
export function margin(page: Page): Locator {
  return reading(page).getByRole('list', { name: 'Your notes' })
}

/** The field of the note that is open. */
export function note(page: Page): Locator {
  return reading(page).getByRole('textbox', { name: 'Your note' })
}

/** Opens the list of all highlights. */
export async function openList(page: Page): Promise<Locator> {
  await reading(page)
    .getByRole('button', { name: /^Your highlights: / })
    .click()
  const list = page.getByRole('dialog', { name: 'Your highlights' })
  await list.waitFor()
  return list
}

/** What is announced, once it is that. */
export function announced(page: Page): Promise<string> {
  return page.locator('[data-live-announcer]').innerText()
}

/** Gives the keyboard to the application. */
export function toKeyboard(page: Page): Promise<void> {
  return paper(page).focus()
}

/** Whether two things on the screen share a pixel. */
export async function overlap(page: Page, above: Locator, words: string): Promise<boolean> {
  const [box, from, to] = await Promise.all([
    above.boundingBox(),
    edgeOf(page, words, 'start'),
    edgeOf(page, words, 'end'),
  ])
  if (!box) throw new Error('It is not drawn.')
  return box.y < Math.max(from.y, to.y) && box.y + box.height > Math.min(from.y, to.y)
}

async function edgeOf(page: Page, words: string, edge: 'start' | 'end'): Promise<Point> {
  const point = await paper(page).evaluate(
    (body, [wanted, side]) => {
      for (const piece of body.querySelectorAll('[data-start]')) {
        const text = piece.firstChild
        const at = text instanceof Text ? text.data.indexOf(wanted) : -1
        if (!(text instanceof Text) || at < 0) continue
        const range = document.createRange()
        const letter = side === 'start' ? at : at + wanted.length - 1
        range.setStart(text, letter)
        range.setEnd(text, letter + 1)
        const { left, right, top, bottom } = range.getBoundingClientRect()
        // A pointer is on whole pixels: the first and the last one inside of the letters.
        return { x: side === 'start' ? Math.ceil(left) : Math.ceil(right) - 1, y: (top + bottom) / 2 }
      }
      return null
    },
    [words, edge] as const,
  )
  if (!point) throw new Error(`These words are not drawn: ${words}`)
  return point
}
