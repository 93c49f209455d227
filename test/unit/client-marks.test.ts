import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { anchorOf, placeIn } from '../../client/reading/marks/mark-place.ts'
import { addMark, readMarks, removeMark, restoreMark } from '../../client/reading/marks/marks.ts'
import { isHighlight, noteField, notesField, type Highlight } from '../../shared/form/notes.ts'

const narrative = 'Fourth grade was 224 in 2003.\nEighth grade was 268. Fourth grade was 224 again in 2009.'

function highlightAt(start: number, end: number, text = narrative): Highlight {
  const anchor = anchorOf(text, { start, end })
  if (!anchor) throw new Error('There is nothing to mark.')
  return { ...anchor, file: 'a'.repeat(64), item: '(A)(3)(ii)', at: 1 }
}

test('MARK-1 a highlight leaves out white space around it, and keeps the words it begins with', () => {
  expect(anchorOf(narrative, { start: 29, end: 51 })).toEqual({
    start: 30,
    end: 51,
    quote: 'Eighth grade was 268.',
  })
  expect(anchorOf(narrative, { start: 29, end: 30 })).toBeNull()
  const long = `${'x'.repeat(399)}😀${'y'.repeat(100)}`
  expect(anchorOf(long, { start: 0, end: long.length })).toMatchObject({ end: 501, quote: 'x'.repeat(399) })
})

test('MARK-2 the same text again has it where it was', () => {
  fc.assert(
    fc.property(fc.nat(narrative.length - 1), fc.integer({ min: 1, max: 40 }), (start, length) => {
      const anchor = anchorOf(narrative, { start, end: Math.min(narrative.length, start + length) })
      if (!anchor) return
      const { quote: _, ...place } = anchor
      expect(placeIn(narrative, { ...anchor, file: 'a'.repeat(64), item: null, at: 1 })).toEqual(place)
    }),
  )
})

test('MARK-2 in another reading of the file it is found by its words, however they are spaced, at the nearest place', () => {
  const again = `A page head.\n\n${narrative.replaceAll(' ', '\n')}`
  const second = narrative.lastIndexOf('Fourth')
  const found = placeIn(again, highlightAt(second, second + 22))
  expect(again.slice(found?.start, found?.end)).toBe('Fourth\ngrade\nwas\n224\nagain'.slice(0, 22))
  expect(found?.start).toBe(again.lastIndexOf('Fourth'))
  const first = placeIn(again, highlightAt(0, 20))
  expect(first?.start).toBe(again.indexOf('Fourth'))
})

test('MARK-2 where its words are nowhere it has no place', () => {
  expect(placeIn('Something else (entirely).', highlightAt(0, 20))).toBeNull()
  expect(placeIn('A (C)(1) [sic] + 2.', highlightAt(2, 14, 'A (C)(1) [sic] + 2.'))).toEqual({
    start: 2,
    end: 14,
  })
})

test('MARK-3 highlights are read in the order of their places, each with its note, and come back when taken away', () => {
  const doc = new Y.Doc()
  const second = addMark(doc, highlightAt(30, 51))
  const first = addMark(doc, highlightAt(0, 20))
  doc.getText(noteField(second)).insert(0, 'Check A-13.')
  expect(readMarks(doc).map(({ id, note }) => [id, note])).toEqual([
    [first, ''],
    [second, 'Check A-13.'],
  ])
  const [, gone] = readMarks(doc)
  removeMark(doc, second)
  expect(readMarks(doc).map(({ id }) => id)).toEqual([first])
  if (gone) restoreMark(doc, gone)
  expect(readMarks(doc)[1]).toEqual(gone)
})

test('MARK-3 what the page writes is what the server takes', () => {
  const doc = new Y.Doc()
  const id = addMark(doc, highlightAt(0, 20))
  const field = notesField('highlights')
  const value: unknown = doc.getMap('highlights').get(id)
  expect(field?.shape === 'map' && field.fault(id, value)).toBeNull()
  expect(isHighlight(value)).toBe(true)
  expect(notesField(noteField(id))).toMatchObject({ shape: 'text' })
})
