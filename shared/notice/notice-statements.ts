import type { Names } from './notice-names.ts'
import type { Piece } from './notice-pieces.ts'
import { bodyOf } from './notice-trim.ts'

/** A piece with less than this beside its heading says nothing: a line of contents, a row of a summary. */
const leastBody = 10
/** Where the notice says things again in an appendix, with points or for evidence, its wording is not taken from there first. */
const worthOf = { passages: 1, guidance: 0.5, evidence: 0.25 }
/** What is stated beside hardly any other item is a mention, or a heading of something else that has the same words. */
const leastCoverage = { sure: 0.25, byWords: 0.5 }
const shingle = 3
const mostRepeated = 0.6

/**
 * The pieces that are the notice's own wording, by the number of the item. A notice may state its criteria several times (in its
 * contents, in its text, in a scoring guide): taken is where it states most of them in order and at length, and the plain
 * text before a guide.
 */
export function statementsOf(pieces: readonly Piece[], names: Names): ReadonlyMap<number, Piece> {
  const chosen = new Map<number, { piece: Piece; worth: number }>()
  for (const run of runsOf(pieces, names)) {
    const entries = new Set(run.map((piece) => piece.names[0]?.entry ?? 0))
    const criteria = [...entries].every((entry) => entry < names.criteria)
    const all = criteria ? names.criteria : names.entries.length - names.criteria
    const coverage = entries.size / Math.max(all, 1)
    const sure = run.filter(({ names: [name] }) => name?.sure).length * 2 >= run.length
    if (coverage < leastCoverage[sure ? 'sure' : 'byWords']) continue
    for (const piece of run) {
      const entry = piece.names[0]?.entry ?? 0
      const worth = coverage * worthOf[piece.role]
      if (worth > (chosen.get(entry)?.worth ?? 0)) chosen.set(entry, { piece, worth })
    }
  }
  return new Map(Array.from(chosen, ([entry, { piece }]) => [entry, piece]))
}

/** Pieces that state items of one sort one after the other in one role, none of them twice. */
function runsOf(pieces: readonly Piece[], names: Names): readonly (readonly Piece[])[] {
  const runs: Piece[][] = []
  const last = new Map<boolean, Piece[]>()
  for (const piece of pieces) {
    const [name] = piece.names
    if (!piece.states || !name || bodyOf(piece.units) < leastBody) continue
    const sort = name.entry < names.criteria
    const run = last.get(sort)
    const before = run?.at(-1)
    const stated = run?.some(({ names: [own] }) => own?.entry === name.entry)
    if (run && before?.role === piece.role && !stated) run.push(piece)
    else {
      const begun = [piece]
      runs.push(begun)
      last.set(sort, begun)
    }
  }
  return runs
}

/** Whether a piece says again, but for a few words, what another says. */
export function repeats(piece: Piece, other: Piece | undefined): boolean {
  if (!other) return false
  const known = new Set(shinglesOf(other))
  const own = shinglesOf(piece)
  return own.filter((words) => known.has(words)).length >= mostRepeated * own.length
}

function shinglesOf({ units }: Piece): readonly string[] {
  const words = units
    .map(({ text }) => text)
    .join(' ')
    .toLowerCase()
    .match(/[\p{L}\d]+/gu)
  return (words ?? []).flatMap((_, at, all) =>
    at + shingle <= all.length ? [all.slice(at, at + shingle).join(' ')] : [],
  )
}
