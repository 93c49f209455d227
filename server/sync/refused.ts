import { closeSentences, type CloseReason } from '../../shared/protocol/close-codes.ts'

/** Why something was not taken: the code under which the socket is closed, and a sentence for the person. */
export interface Refused {
  readonly kind: 'refused'
  readonly reason: CloseReason
  readonly sentence: string
}

/** A refusal in the words of its code, or in closer ones. */
export function refuse(reason: CloseReason, sentence: string = closeSentences[reason]): Refused {
  return { kind: 'refused', reason, sentence }
}
