import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import type { DocumentKey } from '../../shared/protocol/names.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { alpha } from '../harness/pure-play.ts'
import { openDesk } from './sync-desk.ts'

const notes1: DocumentKey = { competition: 'trial', review: alpha, kind: 'notes', seat: 1 }
const highlight = {
  file: 'a'.repeat(64),
  start: 10,
  end: 25,
  quote: 'Fourth grade was 224.',
  item: '(A)(3)(ii)',
  at: 1_700_000_000_000,
}

const tell = (change: (doc: Y.Doc) => void, who = 'r1'): string => {
  const desk = openDesk(notes1)
  return desk.tell(who, desk.edit(change))
}

test('NOTE-1 a person’s notes take highlights and a text for each, and nothing else', () => {
  expect(tell((doc) => doc.getMap('highlights').set('abcdefgh12', highlight))).toBe('accepted')
  expect(tell((doc) => doc.getMap('highlights').set('abcdefgh12', null))).toBe('accepted')
  expect(tell((doc) => doc.getText('note:abcdefgh12').insert(0, 'Check A-13.'))).toBe('accepted')
  for (const root of ['note:', 'note:short', 'note:ABCDEFGHIJ', 'scores', 'strengths:(A)(1)', 'constructor'])
    expect(
      tell((doc) => doc.getText(root).insert(0, 'x')),
      root,
    ).toBe('offRule')
  for (const value of [
    {},
    'x',
    7,
    { ...highlight, more: 1 },
    { ...highlight, quote: 'x'.repeat(401) },
    [highlight],
  ])
    expect(tell((doc) => doc.getMap('highlights').set('abcdefgh12', value))).toBe('offRule')
  expect(tell((doc) => doc.getMap('highlights').set('Not an id', highlight))).toBe('offRule')
  expect(tell((doc) => doc.getText('note:abcdefgh12').insert(0, 'x'.repeat(limits.noteLength + 1)))).toBe(
    'tooLarge',
  )
})

test('NOTE-1 a highlight that was taken away before it came leaves nothing to judge', () => {
  const gone = (doc: Y.Doc): void => {
    doc.getMap('highlights').set('abcdefgh12', highlight)
    doc.getMap('highlights').delete('abcdefgh12')
  }
  expect(tell(gone)).toBe('accepted')
})

test('NOTE-2 nobody else writes in them, whoever they are', () => {
  for (const who of ['r2', 'monitor', 'staff', 'other'])
    expect(tell((doc) => doc.getMap('highlights').set('abcdefgh12', highlight), who)).toBe('notYours')
})

test('GATE-18 a field that takes so many entries takes no more', () => {
  const cite = (pages: number) => (doc: Y.Doc) => {
    for (let page = 1; page <= pages; page += 1)
      doc.getMap('pages:(A)(1)').set(`${'a'.repeat(12)}:${page}`, true)
  }
  const desk = openDesk()
  expect(desk.tell('r1', desk.edit(cite(limits.citedPages + 1)))).toBe('tooLarge')
  expect(desk.tell('r1', desk.edit(cite(limits.citedPages)))).toBe('accepted')
  expect(desk.tell('r1', desk.edit(cite(limits.citedPages + 1)))).toBe('tooLarge')
  const fewer = desk.edit((doc) => doc.getMap('pages:(A)(1)').delete(`${'a'.repeat(12)}:1`))
  expect(desk.tell('r1', fewer)).toBe('accepted')
})
