import type { ApplicationDocument } from '../application/document.ts'
import type { NoticeWords } from './words.ts'

/** The notice as everybody reads it. */
export interface NoticePage {
  /** Another one for other words; null while none are confirmed. */
  readonly edition: string | null
  /** The name of the version of the rubric that the words are for. */
  readonly rubric: string
  readonly documents: readonly Pick<ApplicationDocument, 'id' | 'title' | 'type' | 'text'>[]
  readonly words: NoticeWords | null
  /** Whether they were confirmed for this version; else they are those that were confirmed last. */
  readonly confirmed: boolean
}

/** So many documents a notice may hold. */
export const mostNotices = 12
