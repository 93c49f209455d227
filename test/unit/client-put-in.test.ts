import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { pieceWords, placeWords } from '../../client/reviewer/kept-piece.ts'
import { puttingIn } from '../../client/reviewer/put-in.ts'
import { textAt, type Place } from '../../shared/form/edits.ts'
import { readForm } from '../../shared/form/form-record.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'

const form = (): Place => ({ doc: new Y.Doc() })

/** Puts in what must be possible, and returns what takes it back. */
function put(place: Place, field: string, text: string): () => void {
  const putting = puttingIn(place, raceToTheTop, { field, text })
  if (!putting) throw new Error(`${field} did not take it.`)
  return putting()
}

test('LOST-3 a text that did not count is put at the end of what stands there, and one step takes it back', () => {
  const place = form()
  const text = textAt(place, 'strengths:(A)(1)')
  text.insert(0, 'Clear goals.')
  const undo = put(place, 'strengths:(A)(1)', ' Written on the train. ')
  expect(text.toString()).toBe('Clear goals.\nWritten on the train.')
  text.insert(0, 'So: ')
  undo()
  expect(text.toString()).toBe('So: Clear goals.')
})

test('LOST-3 points, ticks and answers that did not count are set, and one step brings back what stood there', () => {
  const place = form()
  const { doc } = place
  doc.getMap('scores').set('(A)(1)(i)', 3)
  const undo = [
    put(place, 'scores:(A)(1)(i)', '4'),
    put(place, 'noneFound:weaknesses:(A)(1)', 'ticked'),
    put(place, 'elements:(C)(1):none', 'ticked'),
    put(place, 'determination:P2:answer', 'yes'),
    put(place, 'pages:(A)(1):3f0a9c01b2de:45', 'ticked'),
  ]
  const record = readForm(doc, raceToTheTop)
  expect(record.scores['(A)(1)(i)']).toBe(4)
  expect(record.scores['(C)(1)']).toBe(0)
  expect(record.weaknesses['(A)(1)']?.noneFound).toBe(true)
  expect(record.determinations['P2']?.answer).toBe('yes')
  expect(doc.getMap('pages:(A)(1)').get('3f0a9c01b2de:45')).toBe(true)
  for (const back of undo) back()
  expect(readForm(doc, raceToTheTop)).toEqual({
    ...readForm(new Y.Doc(), raceToTheTop),
    scores: { ...readForm(new Y.Doc(), raceToTheTop).scores, '(A)(1)(i)': 3 },
  })
})

test('LOST-3 points that were taken away are taken away', () => {
  const place = form()
  place.doc.getMap('scores').set('(A)(1)(i)', 3)
  put(place, 'scores:(A)(1)(i)', 'cleared')
  expect(readForm(place.doc, raceToTheTop).scores['(A)(1)(i)']).toBeNull()
})

test.each([
  ['scores:(A)(1)(i)', '99'],
  ['scores:(A)(1)(i)', 'many'],
  ['scores:(Z)(9)', '1'],
  ['elements:(C)(1):thirteen', 'ticked'],
  ['determination:P2:answer', 'cleared'],
  ['line:(A)(1)(i)', 'A form has no lines.'],
  ['somewhere', 'else'],
])('LOST-4 what a field does not take is not offered to be put there: %s, %s', (field, text) => {
  expect(puttingIn(form(), raceToTheTop, { field, text })).toBeNull()
})

test('LOST-4 a text for which there is no room is not offered', () => {
  const place = form()
  textAt(place, 'strengths:(A)(1)').insert(0, 'x'.repeat(limits.textLength - 5))
  expect(puttingIn(place, raceToTheTop, { field: 'strengths:(A)(1)', text: 'Five!' })).toBeNull()
})

test('LOST-4 in a room the voted priority takes nothing, and the reason for a change is', () => {
  const column: Place = { doc: new Y.Doc(), seat: 3 }
  for (const field of ['determination:P2:answer', 'reasons:P2'])
    expect(puttingIn(column, raceToTheTop, { field, text: 'yes' })).toBeNull()
  put(column, 'changes:(A)(1)(i)', 'evidence')
  expect(column.doc.getMap('r3/changes').get('(A)(1)(i)')).toBe('evidence')
})

test.each([
  ['strengths:(A)(1)', ' Typed late. ', 'Typed late.'],
  ['scores:(A)(1)(i)', '12', '12 points'],
  ['scores:(A)(1)(i)', '1', '1 point'],
  ['scores:(A)(1)(i)', 'cleared', 'No points'],
  ['noneFound:strengths:(A)(1)', 'ticked', 'Ticked'],
  ['elements:(C)(1):none', 'ticked', 'None of them, ticked'],
  ['determination:P2:answer', 'no', 'No'],
  ['changes:(A)(1)(i)', 'evidence', 'Re-read the evidence'],
  ['pages:(A)(1):3f0a9c01b2de:45', 'cleared', 'Page 45, no longer cited'],
])('LOST-5 what did not count reads as it was given: %s, %s', (field, text, words) => {
  expect(pieceWords(raceToTheTop, { field, text })).toBe(words)
})

test('LOST-24 a note that did not count is named and read as one, and is not offered to be put into a form or column', () => {
  const piece = { field: 'note:abcdefgh', text: ' See page 4. ' }
  expect(placeWords(piece.field)).toBe('A note beside the application')
  expect(pieceWords(raceToTheTop, piece)).toBe('See page 4.')
  expect(puttingIn(form(), raceToTheTop, piece)).toBeNull()
  expect(puttingIn({ doc: new Y.Doc(), seat: 3 }, raceToTheTop, piece)).toBeNull()
})
