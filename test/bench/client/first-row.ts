import { gzipSync } from 'node:zlib'
import type { BrowserContext, Page } from 'playwright-core'

export interface FirstRow {
  /** From the sign-in link to a row that can be scored, in milliseconds. */
  readonly ms: number
  /** What of scripts came until then, in bytes, as gzip makes them. */
  readonly scriptBytes: number
}

/** Opens a sign-in link in a new tab and goes to the first row of an application that can be scored. */
export async function firstRow(context: BrowserContext, link: string, applicant: string): Promise<FirstRow> {
  const page = await context.newPage()
  const scripts: Promise<number>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return
    scripts.push(response.body().then((body) => gzipSync(body, { level: 9 }).length))
  })
  const begun = performance.now()
  await page.goto(link, { waitUntil: 'commit' })
  await page.getByRole('link', { name: applicant, exact: true }).first().click()
  await pointsOf(page).waitFor()
  const ms = performance.now() - begun
  const sizes = await Promise.all(scripts)
  await page.close()
  return { ms, scriptBytes: sizes.reduce((sum, size) => sum + size, 0) }
}

/** The field in which the points of the current row are typed. */
export function pointsOf(page: Page) {
  return page.getByRole('region', { name: 'Your form' }).getByRole('spinbutton')
}
