import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayDiffer } from '../../shared/competition/may-differ.ts'
import { view } from '../../shared/competition/person-view.ts'
import type { Competition } from '../../shared/competition/state.ts'
import type { Facts } from '../../shared/competition/view.ts'
import { anyHistory, playHistory } from '../harness/pure-histories.ts'

const facts: Facts = {
  text: ({ text }) => text,
  rowsDone: () => 0,
  online: () => false,
  savingRisk: () => null,
}

test('FRESH-1 whose view an event has made another is always looked at again', { timeout: 60_000 }, () => {
  let spared = 0
  fc.assert(
    fc.property(anyHistory, (history) => {
      let before: Competition | null = null
      playHistory(history, (play) => {
        const after = play.state()
        for (const person of after.people) {
          if (!before || mayDiffer(before, after, person)) continue
          spared += before === after ? 0 : 1
          expect(view(after, play.rubric, person, facts)).toEqual(view(before, play.rubric, person, facts))
        }
        before = after
      })
    }),
    { numRuns: 100 },
  )
  expect(spared).toBeGreaterThan(100)
})
