import type { Answer } from '../form/form-record.ts'
import { bandNames } from '../rubric/bands.ts'
import type { BandName } from '../rubric/rubric.ts'
import { invented } from './comments.ts'
import { notesOfAny, ofAny, reasonsOfAny } from './comments-of-any.ts'
import { steadyShare } from './invented-scores.ts'
import { inventedNotes, inventedReasons } from './priority-comments.ts'

/** What one seat writes about one application, from the stock: always the same for the same two. */
export interface InventedWords {
  readonly strengths: (criterion: string) => string
  readonly weaknesses: (criterion: string) => string
  /** For an answer on a priority that is determined. */
  readonly reasons: (priority: string, answer: Answer) => string
  /** On a priority that takes a comment alone. */
  readonly note: (priority: string) => string
}

/** The words of a seat: of the stock for a criterion or priority that it knows, else of what can be said of any. */
export function inventedWords(application: string, seat: number): InventedWords {
  const pick = (id: string, list: readonly string[] = []) => picked(`${application} ${id}`, seat, list)
  return {
    strengths: (id) => pick(id, (invented[id] ?? ofAny).strengths),
    weaknesses: (id) => pick(`${id} weak`, (invented[id] ?? ofAny).weaknesses),
    reasons: (id, answer) => pick(id, (inventedReasons[id] ?? reasonsOfAny)[answer]),
    note: (id) => pick(id, inventedNotes[id] ?? notesOfAny),
  }
}

/** One of a list, so that neighboring seats take different ones. */
export function picked(about: string, seat: number, list: readonly string[]): string {
  return list[(seat - 1 + Math.floor(steadyShare(about) * list.length)) % list.length] ?? ''
}

/** The band that a share of the maximum falls in, where a criterion has no printed bands: thirds. */
export function bandOfShare(share: number): BandName {
  return bandNames[Math.min(2, Math.max(0, Math.floor(share * 3)))] ?? 'medium'
}

/** What an invented seat answers on a priority that is determined. */
export function inventedAnswer(
  kind: 'absolute' | 'competitive' | 'judged',
  application: string,
  seat: number,
): Answer {
  return kind === 'absolute' || (yes[application] ?? [1, 2, 3]).includes(seat) ? 'yes' : 'no'
}

/** Seats that an invented panel has say yes to the voted priority: they differ, so that there is a vote to rehearse. */
const yes: Readonly<Record<string, readonly number[]>> = {
  missouri: [1, 4],
  massachusetts: [1, 2, 4, 5],
  maine: [1, 2, 4],
}
