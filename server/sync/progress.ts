import type * as Y from 'yjs'
import { elementsField, scoresField } from '../../shared/form/fields.ts'
import { readForm, rowsScored } from '../../shared/form/form-record.ts'
import { documentName, type DocumentKey } from '../../shared/protocol/names.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'

export type OnProgress = (review: string, seat: number) => void

/** How many rows of each form have points: all that anybody but its owner learns of a form before the reveal. */
export interface Progress {
  /** The count, or 0 for a form that was not read yet; it is watched from then on, and the listeners are told. */
  readonly rowsDone: (form: FormKey) => number
  /** A form is watched no more: it is watched anew when it is next asked for. */
  readonly lost: (form: FormKey) => void
  /** Counts again if the roots that changed hold points. */
  readonly changed: (form: FormKey, doc: Y.Doc, roots: ReadonlySet<string>) => void
  readonly onProgress: (listener: OnProgress) => void
}

export type FormKey = Extract<DocumentKey, { kind: 'form' }>

/** `watch` opens a form, hands over its document once, and sees to it that `changed` is called for whatever comes. */
export function createProgress(
  rubricFor: (review: string) => Rubric,
  watch: (form: FormKey, count: (doc: Y.Doc) => void) => void,
): Progress {
  const counts = new Map<string, number>()
  const watched = new Set<string>()
  const listeners: OnProgress[] = []
  const elementsRoot = elementsField('')

  function count(form: FormKey, doc: Y.Doc): void {
    const name = documentName(form)
    const before = counts.get(name) ?? 0
    const rows = rowsScored(readForm(doc, rubricFor(form.review)))
    counts.set(name, rows)
    if (rows !== before) listeners.forEach((listener) => listener(form.review, form.seat))
  }

  return {
    rowsDone: (form) => {
      const name = documentName(form)
      if (!watched.has(name)) {
        watched.add(name)
        watch(form, (doc) => count(form, doc))
      }
      return counts.get(name) ?? 0
    },
    lost: (form) => void watched.delete(documentName(form)),
    changed: (form, doc, roots) => {
      const holdsPoints = (root: string) => root === scoresField || root.startsWith(elementsRoot)
      if ([...roots].some(holdsPoints)) count(form, doc)
    },
    onProgress: (listener) => void listeners.push(listener),
  }
}
