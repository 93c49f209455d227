import { countOf, otherwise, type Arrangement, type Otherwise } from '../assignment/by-hand.ts'
import { failsIntake } from './intake.ts'
import { isOpened } from './opened.ts'
import { recusedFrom } from './recused-staff.ts'
import type { AssignmentDrawn } from './set-up.ts'
import type { DraftHand, KeptDraw, SavedDraft } from './set-up-state.ts'
import type { Competition } from './state.ts'

/** The draw that the journal holds at a version, or undefined. */
export function drawAt({ setUp }: Competition, version: number | null): KeptDraw | undefined {
  return setUp.draws.find((draw) => draw.version === version)
}

/** The applications that can have been moved by hand: those that are there and can be assigned. */
export function comparedIn(state: Competition): ReadonlySet<string> {
  return new Set(state.applications.flatMap(({ id }) => (failsIntake(state, id) === null ? [id] : [])))
}

/**
 * The draw by a seed that panels are nearest to, with what is otherwise than it was drawn; null where nobody drew by that seed, or
 * only around so much that was kept that nothing was left to draw. Of draws that gave the same, the one that the saved draft goes back
 * to, then the last.
 */
export function nearestDraw(
  state: Competition,
  seed: string,
  now: Arrangement,
): { readonly draw: KeptDraw; readonly changed: Otherwise } | null {
  const compared = comparedIn(state)
  const saved = (draw: KeptDraw): number => Number(draw.version === state.setUp.draft?.drawn)
  const [nearest] = state.setUp.draws
    .filter((draw) => draw.seed === seed && draw.drew > 0)
    .map((draw) => ({ draw, changed: otherwise(draw, now, compared) }))
    .toSorted(
      (one, other) =>
        countOf(one.changed) - countOf(other.changed) ||
        saved(other.draw) - saved(one.draw) ||
        other.draw.version - one.draw.version,
    )
  return nearest ?? null
}

/** A draw as the state keeps it: with what panels at work read already, also where whoever drew may not know of it. */
export function keptDraw(
  state: Competition,
  { version, at, by, data }: Saving & { readonly data: AssignmentDrawn },
): KeptDraw {
  const read = state.applications.filter(({ id, panel }) => panel !== '' && isOpened(state, id))
  const atWork = Object.fromEntries(read.map(({ id, panel }) => [id, panel]))
  const working = new Set(state.panels.map(({ id }) => id))
  const set = sizeOf({
    panels: data.panels.filter(({ id }) => !working.has(id)),
    places: Object.fromEntries(Object.entries(data.places).filter(([id]) => !Object.hasOwn(atWork, id))),
  })
  const stayed = data.kept ? sizeOf(data.kept) : 0
  const places = { ...data.places, ...atWork }
  return { ...data, places, version, at, by, stayed, drew: Math.max(0, set - stayed) }
}

/** How many seats, monitors and applications an arrangement sets. */
function sizeOf({ panels, places }: Arrangement): number {
  const seats = panels.map(({ monitor, reviewers }) => reviewers.length + (monitor === null ? 0 : 1))
  return seats.reduce((sum, count) => sum + count, Object.keys(places).length)
}

interface Saving {
  readonly version: number
  readonly at: number
  readonly by: string
}

/** Whose hands a draft has passed through since it was drawn, or begun, once somebody saves it like this. */
export function handsOn(
  state: Competition,
  now: Arrangement & { readonly drawn: number | null },
  { at, by }: Pick<Saving, 'at' | 'by'>,
): readonly DraftHand[] {
  const before: SavedDraft | null = state.setUp.draft
  const draw = drawAt(state, now.drawn)
  const compared = comparedIn(state)
  if (draw && countOf(otherwise(draw, now, compared)) === 0) return []
  // What its author may not know of stays as it was, and is no change of theirs.
  const hidden = recusedFrom(state, by)
  const own = new Set([...compared].filter((application) => !hidden.has(application)))
  const goesOn = before !== null && before.drawn === now.drawn
  const from = goesOn ? before : draw
  const hands = goesOn ? before.hands : []
  if (from && countOf(otherwise(from, now, own)) === 0) return hands
  return [...hands.filter((hand) => hand.by !== by), { by, at }]
}
