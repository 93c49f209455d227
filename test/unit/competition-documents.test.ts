import { expect, test } from 'vitest'
import { limits } from '../../shared/protocol/limits.ts'
import { playTo, someDocument, startPlay, type Play, type Say } from '../harness/pure-play.ts'

const add = (id = 'd', more = {}): Say => ({
  kind: 'document.add',
  document: { ...someDocument, id: id.repeat(12), file: id.repeat(64), ...more },
})
const titles = (play: Play) => play.review().documents.map(({ title }) => title)

test('DOC-30 an import adds a document at the end; the same file again stands in its place', () => {
  const play = playTo(startPlay(), 'score')
  play.must('staff', add('a', { title: 'Narrative' }))
  play.must('staff', add('b', { title: 'Budget', kind: 'budget' }))
  play.must('staff', add('a', { title: 'Narrative, read again', text: 'f'.repeat(64) }))
  expect(titles(play)).toEqual(['Narrative, read again', 'Budget'])
  expect(play.review().documents[0]?.text).toBe('f'.repeat(64))
})

test('DOC-30 an application holds so many documents and no more', () => {
  const play = playTo(startPlay(), 'score')
  for (let at = 0; at < limits.documents; at += 1) {
    const id = (at + 16).toString(16).padStart(12, '0')
    play.must('staff', { kind: 'document.add', document: { ...someDocument, id } })
  }
  expect(play.ask('staff', add('f'))?.refused).toBe('too-many')
})

test('DOC-31 staff order, name and remove documents, by a list of those there are', () => {
  const play = playTo(startPlay(), 'score')
  for (const id of ['a', 'b', 'c']) play.must('staff', add(id, { title: id }))
  const arranged = (left: string, removed = ''): Say => ({
    kind: 'documents.arrange',
    documents: left.split('').map((id) => ({ id: id.repeat(12), title: `Part ${id}`, kind: 'appendix' })),
    removed: removed.split('').map((id) => id.repeat(12)),
  })
  play.must('staff', arranged('ca', 'b'))
  expect(titles(play)).toEqual(['Part c', 'Part a'])
  expect(play.review().documents[0]?.file).toBe('c'.repeat(64))
  for (const [left, removed] of [
    ['ca', 'b'],
    ['cb', 'a'],
    ['cc', 'a'],
    ['cc', ''],
  ])
    expect(play.ask('staff', arranged(left ?? '', removed))?.refused).toBe('out-of-turn')
  expect(play.ask('r1', arranged('ca'))?.refused).toBe('not-yours')
})

test('DOC-31 a file that came meanwhile does not disappear by a list that does not know it', () => {
  const play = playTo(startPlay(), 'score')
  for (const id of ['a', 'b']) play.must('staff', add(id, { title: id }))
  const known: Say = {
    kind: 'documents.arrange',
    documents: [{ id: 'a'.repeat(12), title: 'A', kind: 'narrative' }],
    removed: [],
  }
  expect(play.ask('staff', known)?.refused).toBe('out-of-turn')
  expect(titles(play)).toEqual(['a', 'b'])
})

test('DOC-30 a file that cannot be told from another by its id is refused', () => {
  const play = playTo(startPlay(), 'score')
  play.must('staff', add('a'))
  const other: Say = { kind: 'document.add', document: { ...someDocument, id: 'a'.repeat(12) } }
  expect(play.ask('staff', other)?.refused).toBe('out-of-turn')
})

test('DOC-32 places that were looked at in another reading of the file are refused', () => {
  const play = playTo(startPlay(), 'score')
  play.must('staff', add('a'))
  const places = { '(B)(1)': { document: 'a'.repeat(12), start: 0, end: 10 } }
  const confirmed = (text: string): Say => ({
    kind: 'places.confirm',
    places,
    read: { ['a'.repeat(12)]: text.repeat(64) },
  })
  expect(play.ask('staff', confirmed('b'))?.refused).toBe('out-of-turn')
  play.must('staff', confirmed('e'))
  expect(play.review().placedIn).toEqual({ ['a'.repeat(12)]: 'e'.repeat(64) })
})

test('DOC-32 staff confirm places in documents there are, for criteria there are', () => {
  const play = playTo(startPlay(), 'score')
  play.must('staff', add('a'))
  const place = (document: string) => ({ document: document.repeat(12), start: 0, end: 10 })
  play.must('staff', {
    kind: 'places.confirm',
    places: { '(B)(1)': place('a'), '(C)(1)': null, P3: place('a') },
  })
  expect(play.review().places).toEqual({ '(B)(1)': place('a'), '(C)(1)': null, P3: place('a') })
  expect(play.ask('staff', { kind: 'places.confirm', places: { '(Z)(9)': null } })?.refused).toBe('malformed')
  expect(play.ask('staff', { kind: 'places.confirm', places: { '(B)(1)': place('b') } })?.refused).toBe(
    'out-of-turn',
  )
})

test('DOC-33 a view says that documents have changed to whom they are open, and nothing of them', () => {
  const play = playTo(startPlay(), 'score', ['r5'])
  const edition = (who: string) => play.sees(who)?.application.edition
  const before = edition('r1')
  play.must('staff', add('a'))
  expect(edition('r1')).not.toBe(before)
  expect(edition('r2')).toBe(edition('r1'))
  expect(edition('r5')).toBeNull()
  expect(JSON.stringify(play.view('r1'))).not.toContain('Narrative')
})
