import { useCallback, useMemo, useState } from 'react'
import type * as Y from 'yjs'
import type { ReadingDocument } from '../../../shared/application/reading.ts'
import type { Cited } from '../../../shared/form/cited.ts'
import { criterionOf, findRow, type Rubric } from '../../../shared/rubric/rubric.ts'
import { announce } from '../../ui/announce.tsx'
import type { Passage, ShownDocument } from '../passages.ts'
import { citeAll, citedSentence, pagesOf, uncited } from './citing.ts'
import { markPassage, type PlacedMark } from './mark-edits.ts'
import { readMarks, removeMark, restoreMark, type Mark } from './marks.ts'

/** What was done last, as a sentence, and how it is undone where it can be. */
export interface Said {
  readonly sentence: string
  readonly undo: (() => void) | null
}

/** What can be done with highlights while an item is scored. */
export interface MarkActs {
  /** The criterion that pages are cited for; null where none can be. */
  readonly criterion: string | null
  /** Marks a passage, and cites its pages; the highlight that covers it then, or null where there is nothing to mark. */
  readonly mark: (shown: ShownDocument, placed: readonly PlacedMark[], passage: Passage) => Mark | null
  readonly remove: (mark: Mark) => void
  /** Pages of a passage that are not cited yet; none where they cannot be. */
  readonly toCite: (shown: ShownDocument, passage: Passage) => readonly Cited[]
  readonly cite: (pages: readonly Cited[]) => void
  readonly say: (sentence: string) => void
}

export interface ActParts {
  /** One's notes; null while they are not open. */
  readonly doc: Y.Doc | null
  readonly rubric: Rubric
  /** The row or priority that is being scored. */
  readonly item: string | null
  /** One's form, where there is one. */
  readonly form: { readonly doc: Y.Doc; readonly writable: boolean } | null
  /** Of the application. */
  readonly documents: readonly ReadingDocument[]
}

/** Where it was said, and in which document that can be undone. */
interface SaidOf extends Said {
  readonly on: Y.Doc | null
  readonly item: string | null
}

/** What can be done with highlights, null while nothing can; and what was done last. */
export function useMarkActs({ doc, rubric, item, form, documents }: ActParts): {
  readonly acts: MarkActs | null
  readonly said: Said | null
} {
  const [said, setSaid] = useState<SaidOf | null>(null)
  const formDoc = form?.writable ? form.doc : null
  const criterion = formDoc && item !== null ? criterionIdOf(rubric, item) : null

  const tell = useCallback(
    (sentence: string, on: Y.Doc | null = null, undo: Said['undo'] = null) => {
      announce(sentence)
      setSaid({ sentence, undo, on, item })
    },
    [item],
  )

  const citing = useMemo(() => {
    if (!formDoc || criterion === null) return null
    const place = { doc: formDoc }
    const titleOf = ([first]: readonly Cited[]): string | null =>
      documents.length > 1 ? (documents.find(({ id }) => id === first?.document)?.title ?? null) : null
    const set = (pages: readonly Cited[], cited: boolean): void => {
      citeAll(place, criterion, pages, cited)
      const sentence = citedSentence(pages, titleOf(pages), criterion, cited)
      tell(sentence, formDoc, cited ? () => set(pages, false) : null)
    }
    return {
      toCite: (shown: ShownDocument, passage: Passage) =>
        uncited(place, criterion, shown.id, pagesOf(shown.text, passage)),
      cite: (pages: readonly Cited[]) => set(pages, true),
    }
  }, [formDoc, criterion, documents, tell])

  const acts = useMemo<MarkActs | null>(() => {
    if (!doc) return null
    // A page that a highlight for this criterion stands on was cited when that was made: whoever has taken it off has said so.
    const isKnown = (shown: ShownDocument, placed: readonly PlacedMark[], page: number): boolean =>
      placed.some(
        ({ mark, place }) =>
          place &&
          mark.highlight.item !== null &&
          criterionIdOf(rubric, mark.highlight.item) === criterion &&
          pagesOf(shown.text, place).includes(page),
      )
    return {
      criterion,
      mark: (shown, placed, passage) => {
        const told = { file: shown.file, item, at: Date.now() }
        const id = markPassage(doc, placed, shown.text.text, passage, told)
        const pages = citing?.toCite(shown, passage).filter(({ page }) => !isKnown(shown, placed, page)) ?? []
        if (id === null) tell('There are no words in what is selected.')
        else if (pages.length > 0) citing?.cite(pages)
        else tell('Highlighted.')
        return readMarks(doc).find((mark) => mark.id === id) ?? null
      },
      remove: (mark) => {
        removeMark(doc, mark.id)
        const what =
          mark.note === '' ? 'The highlight was removed.' : 'The highlight and its note were removed.'
        tell(what, doc, () => {
          restoreMark(doc, mark)
          tell('The highlight is back.')
        })
      },
      toCite: (shown, passage) => citing?.toCite(shown, passage) ?? [],
      cite: (pages) => citing?.cite(pages),
      say: (sentence) => tell(sentence),
    }
  }, [doc, rubric, item, criterion, citing, tell])

  // At another row it is over; of a copy that is gone, or a form that is closed, nothing can be undone.
  if (said === null || said.item !== item) return { acts, said: null }
  return { acts, said: said.on === doc || said.on === formDoc ? said : { ...said, undo: null } }
}

function criterionIdOf(rubric: Rubric, item: string): string | null {
  return findRow(rubric, item) ? criterionOf(rubric, item).id : null
}
