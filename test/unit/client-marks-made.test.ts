import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { markAround, markPassage } from '../../client/reading/marks/mark-edits.ts'
import { readMarks } from '../../client/reading/marks/marks.ts'
import { stackNotes } from '../../client/reading/marks/note-stack.ts'
import { placerFor } from '../../client/reading/marks/place-marks.ts'
import { noteField } from '../../shared/form/notes.ts'

const file = 'a'.repeat(64)
const narrative = 'Fourth grade was 224 in 2003. Eighth grade was 268. Fourth grade was 224 again in 2009.'
const placer = placerFor(file, narrative)

/** Marks words of the narrative in a reviewer's notes, and writes beside them. */
function mark(doc: Y.Doc, words: string, note = '', item = '(A)(3)(ii)'): string | null {
  const start = narrative.indexOf(words)
  const passage = { start, end: start + words.length }
  const id = markPassage(doc, placer(readMarks(doc)), narrative, passage, { file, item, at: 1 })
  if (id !== null && note !== '') doc.getText(noteField(id)).insert(0, note)
  return id
}

function marked(doc: Y.Doc): readonly string[] {
  return readMarks(doc).map(({ highlight: { start, end } }) => narrative.slice(start, end))
}

test('MARK-4 highlights that share words become one, which keeps its note and where it was made', () => {
  const doc = new Y.Doc()
  const first = mark(doc, 'Fourth grade was 224 in 2003.', 'Check A-13.')
  mark(doc, 'Eighth grade')
  expect(mark(doc, '2003. Eighth', '', '(B)(1)')).toBe(first)
  expect(marked(doc)).toEqual(['Fourth grade was 224 in 2003. Eighth grade'])
  expect(readMarks(doc)[0]).toMatchObject({
    id: first,
    note: 'Check A-13.',
    highlight: { item: '(A)(3)(ii)' },
  })
})

test('MARK-4 highlights with notes of their own stay, as do those that only touch', () => {
  const doc = new Y.Doc()
  mark(doc, 'Fourth grade was 224 in 2003.', 'One.')
  mark(doc, 'Eighth grade was 268.', 'Two.')
  expect(marked(doc)).toEqual(['Fourth grade was 224 in 2003.', 'Eighth grade was 268.'])
  mark(doc, '2003. Eighth')
  expect(marked(doc)).toEqual(['Fourth grade was 224 in 2003. Eighth', 'Eighth grade was 268.'])
  expect(readMarks(doc).map(({ note }) => note)).toEqual(['One.', 'Two.'])
})

test('MARK-4 whatever is marked in whatever order is covered by highlights, and no note is lost', () => {
  const passage = fc.record({
    start: fc.nat(80),
    length: fc.integer({ min: 1, max: 30 }),
    noted: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(passage, { maxLength: 12 }), (passages) => {
      const doc = new Y.Doc()
      let notes = 0
      for (const { start, length, noted } of passages) {
        const words = narrative.slice(start, start + length)
        const at = { start, end: start + words.length }
        const id = markPassage(doc, placer(readMarks(doc)), narrative, at, { file, item: null, at: 1 })
        const found = readMarks(doc)
        expect(id === null).toBe(words.trim() === '')
        for (const letter of Array.from(
          words.trim(),
          (_, index) => start + words.length - words.trimStart().length + index,
        ))
          expect(found.some(({ highlight }) => highlight.start <= letter && letter < highlight.end)).toBe(
            true,
          )
        if (!noted || id === null || found.find((each) => each.id === id)?.note !== '') continue
        doc.getText(noteField(id)).insert(0, `Note ${(notes += 1)}.`)
      }
      expect(readMarks(doc).filter(({ note }) => note !== '')).toHaveLength(notes)
    }),
  )
})

test('MARK-5 what is selected or pressed in a highlight is in the shortest one around it', () => {
  const doc = new Y.Doc()
  mark(doc, narrative, 'All of it.')
  const inner = narrative.indexOf('Eighth')
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const id = markPassage(other, [], narrative, { start: inner, end: inner + 12 }, { file, item: null, at: 2 })
  const placed = placer(readMarks(other))
  expect(markAround(placed, { start: inner + 2, end: inner + 2 })?.mark.id).toBe(id)
  expect(markAround(placed, { start: inner + 2, end: inner + 20 })?.mark.note).toBe('All of it.')
  expect(markAround(placer([]), { start: 0, end: 3 })).toBeNull()
})

test('MARK-6 of all highlights those of the file are placed, in the order of the text, the lost ones last', () => {
  const doc = new Y.Doc()
  mark(doc, 'Eighth grade was 268.')
  mark(doc, 'Fourth grade was 224 in 2003.')
  const again = placerFor(file, `Another head. ${narrative.slice(30)}`)(readMarks(doc))
  expect(again.map(({ place }) => place)).toEqual([{ start: 14, end: 35 }, null])
  expect(placerFor('b'.repeat(64), narrative)(readMarks(doc))).toEqual([])
})

test('MARK-7 notes stand at their passages, or under the one before where they would lie over each other', () => {
  const notes = [
    { at: 10, height: 40 },
    { at: 20, height: 30 },
    { at: 200, height: 20 },
  ]
  expect(stackNotes(notes, 12)).toEqual([10, 62, 200])
  const tall = fc.record({ at: fc.nat(5_000), height: fc.integer({ min: 1, max: 600 }) })
  fc.assert(
    fc.property(fc.array(tall), (given) => {
      const sorted = given.toSorted((left, right) => left.at - right.at)
      const tops = stackNotes(sorted, 12)
      for (const [index, { at }] of sorted.entries()) {
        expect(tops[index]).toBeGreaterThanOrEqual(at)
        const before = sorted[index - 1]
        if (before) expect(tops[index]).toBeGreaterThanOrEqual((tops[index - 1] ?? 0) + before.height + 12)
      }
    }),
  )
})
