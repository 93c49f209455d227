import type * as Y from 'yjs'
import { elementsField, scoresField } from '../../shared/form/fields.ts'
import { readForm, rowsScored } from '../../shared/form/form-record.ts'
import { documentName, type DocumentKey } from '../../shared/protocol/names.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'

export type OnProgress = (review: string, seat: number) => void

/** How many rows of each form have points: all that anybody but its owner learns of a form before the reveal. */
export interface Progress {
  /** The count, or 0 for a form that was not read yet; it is read then, and the listeners are told. */
  readonly rowsDone: (form: FormKey) => number
  /** Counts again if the roots that changed hold points. */
  readonly changed: (form: FormKey, doc: Y.Doc, roots: ReadonlySet<string>) => void
  readonly onProgress: (listener: OnProgress) => void
}

export type FormKey = Extract<DocumentKey, { kind: 'form' }>

/** `read` hands over a form's document, once. */
export function createProgress(
  rubric: Rubric,
  read: (form: FormKey, count: (doc: Y.Doc) => void) => void,
): Progress {
  const counts = new Map<string, number>()
  const listeners: OnProgress[] = []
  const elementsRoot = elementsField('')

  function count(form: FormKey, doc: Y.Doc): void {
    const name = documentName(form)
    const before = counts.get(name) ?? 0
    const rows = rowsScored(readForm(doc, rubric))
    counts.set(name, rows)
    if (rows !== before) listeners.forEach((listener) => listener(form.review, form.seat))
  }

  return {
    rowsDone: (form) => {
      const name = documentName(form)
      const known = counts.get(name)
      if (known !== undefined) return known
      counts.set(name, 0)
      read(form, (doc) => count(form, doc))
      return 0
    },
    changed: (form, doc, roots) => {
      const holdsPoints = (root: string) => root === scoresField || root.startsWith(elementsRoot)
      if ([...roots].some(holdsPoints)) count(form, doc)
    },
    onProgress: (listener) => void listeners.push(listener),
  }
}
