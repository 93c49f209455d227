import type { ApplicationDocument } from './document.ts'
import type { Places } from './places.ts'

/** What a page needs to show an application, beside the texts themselves: the answer to `/api/applications/<id>`. */
export interface ApplicationReading {
  readonly id: string
  readonly applicant: string
  /** Where the application is a digest of a public one: what it was made of. Null for an application's own files. */
  readonly about: { readonly document: string; readonly phase: string; readonly about: string } | null
  readonly documents: readonly ReadingDocument[]
  /** By criterion and priority: the part that answers it, null where none was found. Staff's where they confirmed them, else proposed. */
  readonly places: Places
  readonly confirmed: boolean
  /** For staff: what the import proposes, whatever was confirmed; null for others. */
  readonly proposed: Places | null
}

/** A document as it is offered for reading. Its text is at `documents/<id>/text`, the file as it came at `documents/<id>/file`. */
export interface ReadingDocument extends Pick<
  ApplicationDocument,
  'id' | 'title' | 'kind' | 'type' | 'file' | 'text'
> {
  readonly pages: number
  readonly ownPages: boolean
  /** Of its text, in UTF-16 units. */
  readonly length: number
}

/** The lines of the answer to an import, one JSON object each, as it goes on; the last is `done` or `refused`. */
export type ImportMessage =
  | { readonly stage: 'received'; readonly bytes: number }
  | { readonly stage: 'reading'; readonly page: number; readonly of: number | null }
  | { readonly stage: 'done'; readonly document: string; readonly again: boolean }
  | { readonly stage: 'refused'; readonly code: string; readonly sentence: string }
