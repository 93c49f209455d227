import type { DocumentText } from '../../../shared/application/document-text.ts'
import { pageAt } from '../../../shared/application/pages-of-text.ts'
import type { ReadingDocument } from '../../../shared/application/reading.ts'
import { pageName } from '../parts.ts'
import type { Passage } from '../passages.ts'
import type { Mark } from './marks.ts'
import { placerFor } from './place-marks.ts'

/** A highlight in the list of all of them. */
export interface ListedMark {
  readonly mark: Mark
  /** Where it can be gone to; null while the document is read, and where its words are nowhere in it. */
  readonly place: Passage | null
  /** What its page is called. */
  readonly page: string | null
  /** Whether its words are nowhere in the document as it is read now. */
  readonly lost: boolean
}

/** The highlights in one document; `document` is null for files that are no longer among the application's. */
export interface MarkGroup {
  readonly document: ReadingDocument | null
  readonly marks: readonly ListedMark[]
}

/** Highlights document by document in their order, and in each as they stand there; those in files that were taken away come last. */
export function listMarks(
  marks: readonly Mark[],
  documents: readonly ReadingDocument[],
  textOf: (document: string) => DocumentText | null,
): readonly MarkGroup[] {
  const groups = documents.map((document): MarkGroup => {
    const text = textOf(document.id)
    const own = marks.filter(({ highlight }) => highlight.file === document.file)
    if (!text) return { document, marks: own.map((mark) => unplaced(mark, false)) }
    const placed = placerFor(document.file, text.text)(own)
    return {
      document,
      marks: placed.map(({ mark, place }) =>
        place
          ? { mark, place, page: pageName(text, pageAt(text, place.start)), lost: false }
          : unplaced(mark, true),
      ),
    }
  })
  const gone = marks.filter(({ highlight }) => !documents.some(({ file }) => file === highlight.file))
  return [...groups, { document: null, marks: gone.map((mark) => unplaced(mark, true)) }].filter(
    (group) => group.marks.length > 0,
  )
}

function unplaced(mark: Mark, lost: boolean): ListedMark {
  return { mark, place: null, page: null, lost }
}
