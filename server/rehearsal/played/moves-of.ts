import type { Role } from '../../../shared/competition/setup.ts'
import type { Desk } from './desk.ts'
import { monitorMoves } from './monitor-moves.ts'
import type { Move } from './move.ts'
import { officialMoves, staffMoves } from './outside-moves.ts'
import { reviewerMoves } from './reviewer-moves.ts'

const parts: Readonly<Record<Role, (desk: Desk) => Iterable<Move>>> = {
  reviewer: reviewerMoves,
  monitor: monitorMoves,
  staff: staffMoves,
  official: officialMoves,
}

/** What a played seat could do now, what it would do first coming first. All of it follows from what lies on its desk. */
export function movesOf(desk: Desk): Iterable<Move> {
  return parts[desk.view.me.role](desk)
}
