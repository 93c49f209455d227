import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placesFor, placedItems, rivalsAmong } from '../../client/staff/placed-items.ts'
import {
  piecesOf,
  settled,
  stopBeside,
  stopOf,
  stopOfPage,
  stopsOf,
  stopWithin,
} from '../../client/staff/stops.ts'
import type { DocumentText, TextBlock } from '../../shared/application/document-text.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'

const sentence = 'The State has done what it said, and says what it will do. '

/** Blocks with a blank line between them, cut into pages of so many characters. */
function made(
  parts: readonly { readonly kind?: TextBlock['kind']; readonly text: string }[],
  pageLength = 500,
): DocumentText {
  let text = ''
  const blocks = parts.map(({ kind = 'paragraph', text: words }) => {
    const start = text.length
    text += `${words}\n\n`
    return { kind, start, end: start + words.length }
  })
  const starts = Array.from({ length: Math.ceil(text.length / pageLength) }, (_, page) => page * pageLength)
  const pages = starts.map((start) => ({ start, label: null }))
  return { version: 1, type: 'text', text, blocks, pages, ownPages: false }
}

const stopsFor = (text: DocumentText, also: readonly number[] = []): readonly number[] =>
  stopsOf(piecesOf(text, also), text)

test('STAFFDOC-14 a border can stand before each block, after sentences of a long one, and at the end', () => {
  const text = made([
    { kind: 'heading', text: '(A)(1) Agenda' },
    { text: 'Short.' },
    { kind: 'item', text: 'One' },
    { kind: 'item', text: 'Two' },
    { text: sentence.repeat(30).trim() },
    { kind: 'table', text: `Measure\tShare\n${'a\tb\n'.repeat(400)}` },
  ])
  const stops = stopsFor(text)
  for (const block of text.blocks) expect(stops).toContain(block.start)
  expect(stops.at(-1)).toBe(text.text.length)
  const [, , , , long, table] = text.blocks
  const within = stops.filter((stop) => stop > (long?.start ?? 0) && stop < (long?.end ?? 0))
  expect(within.length).toBeGreaterThan(1)
  for (const stop of within) expect(text.text.slice(stop - 2, stop + 9)).toBe('. The State')
  expect(stops.filter((stop) => stop > (table?.start ?? 0) && stop < (table?.end ?? 0))).toEqual([])
})

test('STAFFDOC-14 a border that is proposed within a block keeps its place', () => {
  const text = made([{ text: sentence.repeat(3).trim() }, { text: 'After it.' }])
  expect(stopsFor(text, [20])).toEqual([...stopsFor(text), 20].toSorted((left, right) => left - right))
})

test('STAFFDOC-14 a border with nothing but white space behind it is that of the next block', () => {
  const text = made([
    { text: 'First part.' },
    { text: 'Second part.' },
    { kind: 'table', text: 'a\tb\nc\td' },
  ])
  const [first, second, table] = text.blocks
  const texts = new Map([['a'.repeat(12), text]])
  const place = (start: number, end: number) => ({ document: 'a'.repeat(12), start, end })
  const whole = {
    A: place(first?.start ?? 0, first?.end ?? 0),
    B: place(second?.start ?? 0, table?.end ?? 0),
  }
  expect(settled(whole, texts)).toEqual({
    A: place(0, second?.start ?? 0),
    B: place(second?.start ?? 0, text.text.length),
  })
  expect(settled(settled(whole, texts), texts)).toEqual(settled(whole, texts))
  const inTable = {
    A: place(0, (table?.start ?? 0) + 3),
    B: place((table?.start ?? 0) + 3, text.text.length),
  }
  expect(settled(inTable, texts)).toEqual({
    A: place(0, text.text.length),
    B: place(table?.start ?? 0, text.text.length),
  })
  const other = { A: { ...place(0, 3), document: 'b'.repeat(12) }, B: null }
  expect(settled(other, texts)).toEqual(other)
})

test('STAFFDOC-15 by paragraph and by page a border goes on to where one begins, and back', () => {
  const text = made(
    Array.from({ length: 40 }, (_, at) => ({ text: `Paragraph ${at + 1} of it. ${sentence}` })),
  )
  const stops = stopsFor(text)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: stops.length - 1 }), (index) => {
      const at = stops[index] ?? 0
      expect(stopBeside(stops, at, 1)).toBe(stops[index + 1] ?? null)
      expect(stopBeside(stops, at, -1)).toBe(stops[index - 1] ?? null)
      const next = stopOfPage(stops, text, at, 1)
      const before = stopOfPage(stops, text, at, -1)
      if (next !== null && next !== at) expect(next).toBeGreaterThan(at)
      if (before !== null) expect(before).toBeLessThan(at)
      expect(before === null).toBe(at === stops[0])
      expect(stopOf(stops, at)).toBe(at)
      expect(stopOf(stops, at + 1)).toBe(stops.includes(at + 1) ? at + 1 : at)
    }),
  )
})

test('STAFFDOC-15 within its reach a border takes the nearest place at which it can stand', () => {
  const stops = [0, 10, 20, 30]
  expect(stopWithin(stops, { from: 1, to: 29 }, 14)).toBe(10)
  expect(stopWithin(stops, { from: 1, to: 29 }, 16)).toBe(20)
  expect(stopWithin(stops, { from: 1, to: 29 }, 500)).toBe(20)
  expect(stopWithin(stops, { from: 1, to: 29 }, -5)).toBe(10)
  expect(stopWithin(stops, { from: 11, to: 19 }, 15)).toBeNull()
})

test('STAFFDOC-16 every criterion and priority has a line; a place in a document that is gone is not found', () => {
  const items = placedItems(raceToTheTop)
  expect(items).toHaveLength(25)
  const here = { document: 'a'.repeat(12), start: 0, end: 10 }
  const documents = [{ id: 'a'.repeat(12), length: 10 }]
  const places = placesFor(
    items,
    { '(A)(1)': here, '(A)(2)': { ...here, document: 'b'.repeat(12) }, '(A)(3)': { ...here, end: 11 } },
    documents,
  )
  expect(Object.keys(places)).toEqual(items.map(({ id }) => id))
  expect(Object.entries(places).filter(([, place]) => place !== null)).toEqual([['(A)(1)', here]])
  const rivals = rivalsAmong(items)
  expect([rivals('(A)(1)', '(B)(1)'), rivals('P2', 'P3'), rivals('(A)(1)', 'P2')]).toEqual([
    true,
    true,
    false,
  ])
})
