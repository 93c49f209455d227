import type { Majority } from '../scoring/majority.ts'

/** Whether one seat changing its mind would change an all-or-nothing decision: as many yes as are needed, or one fewer. */
export function oneVoteFromChanging({ yes, needed }: Pick<Majority, 'yes' | 'needed'>): boolean {
  return yes === needed || yes === needed - 1
}

/** Points that hang on one vote: all of the priority's or none. */
export function voteSwing(outcome: Pick<Majority, 'yes' | 'needed'>, points: number): number {
  return oneVoteFromChanging(outcome) ? points : 0
}
