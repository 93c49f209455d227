import * as Y from 'yjs'
import { nameAt, noteDiffers, settleDiffers, type Place } from '../../shared/form/edits.ts'
import { columnOf, differsField, scoresField } from '../../shared/form/fields.ts'
import { knew, lostTo, stoodBefore, valueOf, wasBefore } from './concurrent-values.ts'
import type { Unsaved } from './unsaved.ts'

/** The last points that were given for a row in this tab. */
export interface GivenHere {
  readonly points: number | null
  /** In milliseconds since 1970, by this computer's clock. */
  readonly at: number
}

export interface WatchedCopy {
  readonly doc: Y.Doc
  /** Fields with edits that the server has not confirmed. */
  readonly unsaved: () => readonly Unsaved[]
  /** Whether the server said that it has an item, also where it did not come to confirm it. */
  readonly onServer: (id: Y.ID) => boolean
}

/** A row of a form, or of one seat's column. */
interface RowOf extends Place {
  readonly id: string
}

const given = new WeakMap<Y.Doc, Map<string, GivenHere>>()

/** What was last given for a row in this tab; null where nothing was. */
export function pointsGivenHere(place: Place, id: string): GivenHere | null {
  return given.get(place.doc)?.get(nameOf({ ...place, id })) ?? null
}

/**
 * Looks for rows that were scored here and elsewhere at the same time. Of two such values Yjs lets one stand, the same one on all
 * sides, and forgets the other, of which the server tells no more. So each copy in which points were given notes in the document
 * what it sees lose, the same value wherever it is seen, for its author to choose. Points that are given for a row that asks are an
 * answer.
 */
export function watchTwiceScored(copy: WatchedCopy): void {
  const { doc } = copy
  const givenHere = new Map<string, GivenHere>()
  given.set(doc, givenHere)

  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    for (const [type, keys] of transaction.changed) {
      const root = rootOf(doc, type)
      if (root === null) continue
      for (const id of keys) if (id !== null) look(transaction, root.field, { doc, seat: root.seat, id })
    }
  })

  function look(transaction: Y.Transaction, field: string, row: RowOf): void {
    const scores = doc.getMap(nameAt(row, scoresField))
    const differs = doc.getMap(nameAt(row, differsField))
    const standing = pointsOf(scores.get(row.id))
    const settle = (): void => settleDiffers(row, row.id, standing)
    if (transaction.local) {
      if (field !== scoresField) return
      givenHere.set(nameOf(row), { points: standing, at: Date.now() })
      if (isAsked(row)) settle()
      return
    }
    // What was not given here is not asked about here: it may be in somebody else's column.
    if (!givenHere.has(nameOf(row)) && !isUnsaved(copy, row)) return
    const other = field === scoresField ? otherValue(copy, transaction, row) : undefined
    if (other !== undefined && pointsOf(other) !== standing) return noteDiffers(row, row.id, pointsOf(other))
    if (!isAsked(row)) return
    const agree = other !== undefined || pointsOf(differs.get(row.id)) === standing
    if (agree || (field === differsField && wasAnswered(transaction, differs, row.id))) settle()
  }
}

/** What lost in a transaction against what stands for a row and was written without knowing it; undefined otherwise. */
function otherValue(copy: WatchedCopy, transaction: Y.Transaction, row: RowOf): unknown {
  const { doc, onServer } = copy
  const current = doc.getMap(nameAt(row, scoresField))._map.get(row.id)
  const before = current && stoodBefore(transaction, current)
  if (!before) return undefined
  const lost = before === current ? lostTo(transaction, current) : before
  if (!lost || knew(doc, current, lost)) return undefined
  // About what the server had from here before, a question comes along, and the answer with it.
  const there = onServer(before.id) || !isUnsaved(copy, row)
  return there && wasClosed(transaction, row) ? undefined : valueOf(lost)
}

/** Whether a transaction brought a question about a row that is asked no more. */
function wasClosed({ doc, changed }: Y.Transaction, row: RowOf): boolean {
  const differs: unknown = doc.getMap(nameAt(row, differsField))
  return !isAsked(row) && [...changed].some(([type, keys]) => type === differs && keys.has(row.id))
}

/**
 * Whether the question that came is one that was answered already: two copies that meet each other's points on their way both ask,
 * and one of them can be answered before the other is heard.
 */
function wasAnswered(transaction: Y.Transaction, differs: Y.Map<unknown>, id: string): boolean {
  const current = differs._map.get(id)
  const before = current && !wasBefore(transaction, current) ? stoodBefore(transaction, current) : null
  if (!current || !before?.deleted || Y.isDeleted(transaction.deleteSet, before.id)) return false
  return !knew(transaction.doc, current, before)
}

function isAsked(row: RowOf): boolean {
  return row.doc.getMap(nameAt(row, differsField)).has(row.id)
}

function isUnsaved({ unsaved }: WatchedCopy, row: RowOf): boolean {
  return unsaved().some(({ root, key }) => root === nameAt(row, scoresField) && key === row.id)
}

/** The field and the seat of a root of which rows have points, or ask for them; null for any other. */
function rootOf(doc: Y.Doc, type: unknown): { readonly field: string; readonly seat?: number } | null {
  const name = [...doc.share].find(([, candidate]) => candidate === type)?.[0]
  if (name === undefined) return null
  const root = columnOf(name) ?? { field: name }
  return root.field === scoresField || root.field === differsField ? root : null
}

function nameOf(row: RowOf): string {
  return `${nameAt(row, scoresField)}\n${row.id}`
}

function pointsOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}
