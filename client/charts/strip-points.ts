/** A place on the scale and the words for it: one decimal for means. */
export interface StripPoint {
  at: number
  text: string
}

export interface PlacedPoint {
  kind: 'Mean' | 'Middle'
  text: string
  x: number
  /** The words run to the right (1) or to the left (-1) of their triangle. */
  lean: -1 | 1
  line: number
}

interface Points {
  mean: StripPoint | undefined
  middle: StripPoint | undefined
  x: (points: number) => number
  width: number
}

const room = 92

/** Where the words of mean and middle stand: leaning away from each other, never off the page, on two lines if they would meet. */
export function placePoints({ mean, middle, x, width }: Points): readonly PlacedPoint[] {
  const meanFirst = !middle || !mean || mean.at <= middle.at
  const placed: PlacedPoint[] = []
  for (const [kind, point] of [['Mean', mean] as const, ['Middle', middle] as const]) {
    if (!point) continue
    const place = x(point.at)
    const wanted = (kind === 'Mean') === meanFirst ? -1 : 1
    const lean = place < room ? 1 : place > width - room ? -1 : wanted
    placed.push({ kind, text: point.text, x: place, lean, line: 0 })
  }
  const [first, second] = placed
  if (first && second && first.lean === second.lean && Math.abs(first.x - second.x) < room) second.line = 1
  return placed
}
