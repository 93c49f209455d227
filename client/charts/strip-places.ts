/** Marks that would touch are stacked upward: the level of each mark, 0 the lowest, in the order given. */
export function levelsOf(places: readonly number[], room: number): readonly number[] {
  const levels: number[] = []
  for (const [index, place] of places.entries()) {
    let level = 0
    while (places.slice(0, index).some((other, at) => levels[at] === level && Math.abs(other - place) < room))
      level += 1
    levels.push(level)
  }
  return levels
}

export interface Arrow {
  from: number
  to: number
}

/** The lane in which each change is drawn, 0 the lowest, so that no two arrows or their struck numbers meet. */
export function lanesOf(arrows: readonly Arrow[], room: number): readonly number[] {
  const lanes: number[] = []
  const reach = ({ from, to }: Arrow) =>
    from <= to ? { start: from - room, end: to } : { start: to, end: from + room }
  for (const [index, arrow] of arrows.entries()) {
    const mine = reach(arrow)
    const meets = (other: Arrow) => reach(other).start < mine.end && reach(other).end > mine.start
    let lane = 0
    while (arrows.slice(0, index).some((other, at) => lanes[at] === lane && meets(other))) lane += 1
    lanes.push(lane)
  }
  return lanes
}
