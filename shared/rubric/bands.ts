import type { BandName, Bands } from './rubric.ts'

export const bandNames: readonly BandName[] = ['low', 'medium', 'high']

/** The band that holds these points, or null where the row has no printed bands. Points are 0 to the maximum. */
export function bandOf(bands: Bands | null, points: number): BandName | null {
  if (!bands) return null
  return bandNames.find((name) => points >= bands[name][0] && points <= bands[name][1]) ?? null
}
