import type { Desk } from './desk.ts'
import type { Move } from './move.ts'
import { reviewerMoves } from './reviewer-moves.ts'

/** What a played seat could do now, what it would do first coming first. All of it follows from what lies on its desk. */
export function movesOf(desk: Desk): Iterable<Move> {
  switch (desk.view.me.role) {
    case 'reviewer':
      return reviewerMoves(desk)
    default:
      return []
  }
}
