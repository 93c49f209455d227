import type { CloseReason } from '../protocol/close-codes.ts'
import type { Seat } from './state.ts'
import type { Facts } from './view.ts'

/** What was typed and did not count; `field` is a text of the form or column, or `<map>:<key>` as in `scores:(A)(1)(i)`. */
export interface LateText {
  readonly id: number
  readonly at: number
  readonly field: string
  readonly text: string
  /** Null where that was not asked when it was kept. */
  readonly why: CloseReason | null
}

/** Pieces that did not count, with their words. */
export function lateTexts(kept: Seat['notCounted'], facts: Facts): readonly LateText[] {
  return kept.map(({ id, at, field, text, why }) => ({ id, at, field, text: facts.text(text), why }))
}
