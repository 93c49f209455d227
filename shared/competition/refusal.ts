/**
 * Why a command changes nothing. `not-found` also answers for what the person may not know of, so that a refusal never tells
 * more than the view does.
 */
export type RefusalCode =
  | 'malformed'
  | 'not-found'
  | 'not-yours'
  | 'out-of-turn'
  | 'incomplete'
  | 'screen-differs'
  | 'not-saved'
  | 'too-many'

/** A refusal has a code for the page and a sentence for the person. */
export interface Refusal {
  readonly refused: RefusalCode
  readonly sentence: string
}

/** Makes a refusal. */
export function refuse(refused: RefusalCode, sentence: string): Refusal {
  return { refused, sentence }
}
