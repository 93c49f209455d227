import { afterAll, beforeAll } from 'vitest'
import type { House } from '../house.ts'
import { openPanel, type Panel } from '../panel.ts'
import { story } from '../story.ts'
import { change } from './change.ts'
import { conflicts } from './conflicts.ts'
import { lock } from './lock.ts'
import { ready } from './ready.ts'
import { reveal } from './reveal.ts'
import { score } from './score.ts'
import { verify } from './verify.ts'
import { vote } from './vote.ts'

/**
 * The whole of one review, Maine, from the question about conflicts to the verified export, in seven seats at once: eight steps,
 * to be told one by one, in a house that is open for the file of tests. To be called at the top of the file.
 */
export function mainJob(open: () => Promise<House>): (step: number) => Promise<void> {
  let house: House | undefined
  let panel: Panel
  beforeAll(async () => {
    house = await open()
    panel = await openPanel(house, 'Maine')
  })
  afterAll(() => house?.close())
  return story(
    ...[conflicts, score, ready, reveal, change, vote, lock, verify].map((step) => () => step(panel)),
  )
}
