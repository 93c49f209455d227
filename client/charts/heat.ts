/** How far a score lies from the row's middle score, as a share of the maximum: none under 5 %, steps at 5, 15 and 25 %. */
export interface Heat {
  side: 'below' | 'above'
  step: 1 | 2 | 3
}

/** The tint of a cell, or null where the score is close to the middle. `middle` may lie between two whole points. */
export function heatOf(points: number, middle: number, max: number): Heat | null {
  const percent = (Math.abs(points - middle) * 100) / max
  if (percent < 5) return null
  return { side: points < middle ? 'below' : 'above', step: percent >= 25 ? 3 : percent >= 15 ? 2 : 1 }
}
