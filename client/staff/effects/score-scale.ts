import type { TierEffects } from '../../../shared/statistics/tier-effects.ts'

/** A part of the scale of totals, in units, and the round numbers that are written under it. */
export interface ScoreScale {
  readonly from: number
  readonly to: number
  readonly ticks: readonly number[]
}

/** The part of the scale that all totals and envelopes of a tier lie on, with the line, widened to round numbers. */
export function scaleOf({ line, reviews }: TierEffects, most: number, least = 0): ScoreScale {
  const places = reviews.flatMap(({ envelope, seats }) => [
    envelope.lowest,
    envelope.highest,
    ...seats.map(({ total }) => total),
  ])
  return roundScale([line, ...places], most, least)
}

/**
 * The smallest part with round ends, from `least` to `most`, that holds all places, each a little way from its ends. All in units. On a
 * short scale, of less than 50, single units are written too.
 */
export function roundScale(places: readonly number[], most: number, least = 0): ScoreScale {
  const [lowest, highest] = [Math.min(...places), Math.max(...places)]
  const steps = [...(most - least < 50 ? [1, 2] : []), 5, 10, 20, 25, 50, 100]
  const step = steps.find((size) => (highest - lowest) / size <= 5) ?? 100
  const from = Math.max(least, Math.floor((lowest - step / 5) / step) * step)
  const to = Math.min(Math.ceil(most / step) * step, Math.ceil((highest + step / 5) / step) * step)
  const ticks = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + at * step)
  return { from, to, ticks }
}

/** Where a number of points lies on a drawing of that width. */
export function placeOn({ from, to }: ScoreScale, width: number, points: number): number {
  return ((points - from) / (to - from)) * width
}
