import { fileURLToPath } from 'node:url'
import type { CDPSession, Page } from 'playwright-core'
import { openBundled } from '../harness/bundled-page.ts'
import type { TextState } from './text-page.ts'

/** A real text area in a real browser, bound by the product's own module, with keys and an input method as the browser knows them. */
export interface TextAreaInBrowser {
  readonly page: Page
  readonly state: () => Promise<TextState>
  /** Puts text in at the caret, as keys and pasting do; while something is composed, in its stead. */
  readonly insert: (text: string) => Promise<void>
  /** What an input method shows before it is sure. */
  readonly compose: (text: string) => Promise<void>
  readonly press: (key: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** Bundles the page's module, serves it on a free port, and opens it. */
export async function openTextArea(): Promise<TextAreaInBrowser> {
  const { page, close } = await openBundled(fileURLToPath(new URL('text-page.ts', import.meta.url)), 'bench')
  const session: CDPSession = await page.context().newCDPSession(page)
  return {
    page,
    state: () => page.evaluate(() => window.bench.state()),
    insert: async (text) => void (await session.send('Input.insertText', { text })),
    compose: async (text) =>
      void (await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })),
    press: (key) => page.keyboard.press(key),
    close,
  }
}
