import { countOf, otherwise, type Arrangement } from '../assignment/by-hand.ts'
import { comparedIn, drawAt } from './draws.ts'
import type { AssignmentDraft } from './set-up.ts'
import type { DraftHand, KeptDraw } from './set-up-state.ts'
import { labelOf, type Competition } from './state.ts'

/** A draw as staff are told of it. */
export interface DrawTold extends Arrangement {
  readonly seed: string
  /** Whether staff entered the seed; where they did not, the server drew one. */
  readonly entered: boolean
  readonly at: number
  readonly by: string
  /** How many seats, monitors and applications were set before it and kept, beside panels at work. */
  readonly stayed: number
  /** Which of all draws it is, from 1, and how many there are. */
  readonly nth: number
  readonly of: number
}

/** By whom a draft was made or changed by hand, and when last. */
export interface HandsTold {
  readonly by: readonly string[]
  readonly at: number
}

/** The saved draft and how it came about. `seed` is what drew exactly these panels; one without a draw is what a page once said. */
export interface DraftTold extends AssignmentDraft {
  readonly draw: DrawTold | null
  /** Null where it is as it was drawn. */
  readonly hands: HandsTold | null
}

/** How the draft came about that an application was opened from. */
export interface OpenedAsTold extends Pick<DraftTold, 'seed' | 'hands'> {
  readonly draw: Pick<DrawTold, 'seed' | 'at' | 'by' | 'stayed'> | null
  /** How many things were otherwise than drawn. */
  readonly changes: number
}

/** The saved draft for one of staff; the state is what they may know. */
export function draftTold(state: Competition): DraftTold | null {
  const { draft } = state.setUp
  if (!draft) return null
  const { panels, places, seed, drawn, hands } = draft
  const draw = drawAt(state, drawn)
  const asDrawn = draw && countOf(otherwise(draw, draft, comparedIn(state))) === 0
  return {
    panels,
    places,
    seed: asDrawn ? draw.seed : seed,
    draw: draw ? drawTold(state, draw) : null,
    hands: asDrawn ? null : handsTold(state, hands),
  }
}

export function drawTold(state: Competition, draw: KeptDraw): DrawTold {
  const { panels, places, seed, entered, at, by, stayed } = draw
  const { draws } = state.setUp
  return {
    panels,
    places,
    seed,
    entered,
    at,
    by: labelOf(state, by),
    stayed,
    nth: draws.findIndex(({ version }) => version === draw.version) + 1,
    of: draws.length,
  }
}

/** How what an application was opened from had come about; null for what is not open to a panel. */
export function openedAsTold(state: Competition, application: string): OpenedAsTold | null {
  const as = state.setUp.openedAs[application]
  if (!as) return null
  const draw = drawAt(state, as.drawn)
  return {
    seed: as.seed,
    draw: draw ? { seed: draw.seed, at: draw.at, by: labelOf(state, draw.by), stayed: draw.stayed } : null,
    changes: countOf(as.changed),
    hands: handsTold(state, as.hands),
  }
}

function handsTold(state: Competition, hands: readonly DraftHand[]): HandsTold | null {
  if (hands.length === 0) return null
  return { by: hands.map(({ by }) => labelOf(state, by)), at: Math.max(...hands.map(({ at }) => at)) }
}
