import type { BandName, Bands } from './rubric.ts'

export const bandNames: readonly BandName[] = ['low', 'medium', 'high']

/** The band that holds these points in units, or null where the row has no printed bands. */
export function bandOf(bands: Bands | null, points: number): BandName | null {
  if (!bands) return null
  return bandNames.find((name) => points >= bands[name][0] && points <= bands[name][1]) ?? null
}

/** The bands in the order of their numbers: from Low to High, or from High to Low where 1 is best. */
export function bandsAscending(bands: Bands): readonly BandName[] {
  return bandNames.toSorted((left, right) => bands[left][0] - bands[right][0])
}
