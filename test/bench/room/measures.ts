import { fileURLToPath } from 'node:url'
import { openBundled } from '../../harness/bundled-page.ts'

/** Computes all measures of a room so often in a browser, from its document; what each time took, in milliseconds, sorted. */
export async function computeMeasures(update: Uint8Array, times: number): Promise<readonly number[]> {
  const { page, close } = await openBundled(
    fileURLToPath(new URL('measures-page.ts', import.meta.url)),
    'measures',
  )
  try {
    const took = await page.evaluate(
      ([room, often]) => {
        window.measures.open(room)
        return window.measures.compute(often)
      },
      [Buffer.from(update).toString('base64'), times] as const,
    )
    return took.toSorted((left, right) => left - right)
  } finally {
    await close()
  }
}
