import * as Y from 'yjs'
import { bindText } from '../../client/live/text-binding.ts'

// What runs in the page of the text area's tests: the real binding on a text area, and other writers of the same text, whose
// changes travel when they are told to.

/** One character unit of the shared text: who wrote it and the how-manieth of theirs it is. */
export type UnitId = string

export interface TextState {
  /** What the area shows, and what is selected in it. */
  readonly value: string
  readonly start: number
  readonly end: number
  /** What the shared text says on this side, and which unit is whose. */
  readonly text: string
  readonly ids: readonly UnitId[]
  /** What the binding said last. */
  readonly length: number
  readonly trimmed: number
  readonly composing: boolean
}

export interface TextBench {
  /** Begins anew: a text that all writers have, in an area that takes `most`. */
  readonly begin: (text: string, writers: number, most: number) => void
  readonly state: () => TextState
  readonly select: (start: number, end: number, direction: 'forward' | 'backward') => void
  /** Another writer replaces `removed` units at `at` of what they see; answers the units they took away. */
  readonly write: (writer: number, at: number, removed: number, inserted: string) => readonly UnitId[]
  /** What was written elsewhere comes here. */
  readonly receive: (writer: number) => void
  /** What was written here goes there. */
  readonly hand: (writer: number) => void
  readonly elsewhere: (writer: number) => string
  /** The area goes, as when somebody opens another row, and comes back. */
  readonly leave: () => void
  readonly comeBack: () => void
  /** Lets time go by, without waiting for it. */
  readonly pass: (ms: number) => void
}

declare global {
  interface Window {
    bench: TextBench
  }
}

const field = 'strengths:(A)(1)'
const realNow = Date.now.bind(Date)
let passed = 0
Date.now = () => realNow() + passed

let here = new Y.Doc()
let others: readonly Y.Doc[] = []
let area = document.createElement('textarea')
let most = 0
let length = 0
let trimmed = 0
let unbind = (): void => undefined

window.bench = {
  begin: (text, writers, limit) => {
    unbind()
    here.destroy()
    most = limit
    const first = new Y.Doc()
    first.clientID = 1
    first.getText(field).insert(0, text)
    const copy = (clientID: number): Y.Doc => {
      const doc = new Y.Doc()
      doc.clientID = clientID
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(first))
      return doc
    }
    // Between the others, so that ties go either way.
    here = copy(100)
    others = Array.from({ length: writers }, (_, index) => copy(index % 2 === 0 ? 200 + index : 50 + index))
    open()
  },
  state: () => ({
    value: area.value,
    start: area.selectionStart,
    end: area.selectionEnd,
    text: here.getText(field).toString(),
    ids: idsOf(here),
    length,
    trimmed,
    composing,
  }),
  select: (start, end, direction) => area.setSelectionRange(start, end, direction),
  write: (writer, at, removed, inserted) => {
    const doc = writerOf(writer)
    const text = doc.getText(field)
    const taken = idsOf(doc).slice(at, at + removed)
    doc.transact(() => {
      if (removed > 0) text.delete(at, removed)
      if (inserted !== '') text.insert(at, inserted)
    })
    return taken
  },
  receive: (writer) => carry(writerOf(writer), here),
  hand: (writer) => carry(here, writerOf(writer)),
  elsewhere: (writer) => writerOf(writer).getText(field).toString(),
  leave: () => {
    area.remove()
    unbind()
  },
  comeBack: () => open(),
  pass: (ms) => {
    passed += ms
  },
}

let composing = false

function open(): void {
  area.remove()
  area = document.createElement('textarea')
  trimmed = 0
  composing = false
  area.addEventListener('compositionstart', () => (composing = true))
  area.addEventListener('compositionend', () => (composing = false))
  document.body.append(area)
  unbind = bindText(area, here.getText(field), {
    most,
    onLength: (now) => (length = now),
    onTrim: (cut) => (trimmed += cut),
  })
  area.focus()
}

function writerOf(writer: number): Y.Doc {
  const doc = others[writer]
  if (!doc) throw new Error(`There is no writer ${writer}.`)
  return doc
}

function carry(from: Y.Doc, to: Y.Doc): void {
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'line')
}

function idsOf(doc: Y.Doc): readonly UnitId[] {
  const ids: UnitId[] = []
  for (let item = doc.getText(field)._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue
    for (let unit = 0; unit < item.length; unit += 1) ids.push(`${item.id.client}.${item.id.clock + unit}`)
  }
  return ids
}
