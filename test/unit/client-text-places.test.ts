import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  between,
  carried,
  endOf,
  inStep,
  runsOf,
  selected,
  type TextDelta,
} from '../../client/live/text-places.ts'
import { changedSpan } from '../../client/live/text-difference.ts'

/** What a change tells of itself, and the text after it. */
function changed(before: string, change: (text: Y.Text) => void): { delta: TextDelta; after: string } {
  const doc = new Y.Doc()
  const text = doc.getText('strengths:(A)(1)')
  text.insert(0, before)
  let delta: TextDelta = []
  text.observe((event) => (delta = event.delta))
  doc.transact(() => change(text))
  return { delta, after: text.toString() }
}

function caretAfter(before: string, caret: number, change: (text: Y.Text) => void): string {
  const { delta, after } = changed(before, change)
  const at = between(carried(inStep(before.length), delta), caret)
  return `${after.slice(0, at)}|${after.slice(at)}`
}

const edits = fc.array(
  fc.record({ at: fc.nat(1000), removed: fc.nat(4), inserted: fc.string({ maxLength: 3 }) }),
  { minLength: 1, maxLength: 5 },
)

test('TEXT-1 each character of a text area is found again where it stands after any change', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0x4e00, max: 0x9fff }), { maxLength: 20 }),
      edits,
      (codes, many) => {
        const before = String.fromCharCode(...codes)
        const { delta, after } = changed(before, (text) => {
          for (const { at, removed, inserted } of many) {
            const index = at % (text.length + 1)
            text.delete(index, Math.min(removed, text.length - index))
            text.insert(index, inserted)
          }
        })
        const found = carried(inStep(before.length), delta)
        const wanted = Array.from(before).map((character) => after.indexOf(character))
        expect(found).toEqual(wanted)
      },
    ),
  )
})

test('TEXT-1 a caret stays behind the character before it, whatever is written on either side', () => {
  expect(caretAfter('abc', 2, (text) => text.insert(0, 'xy'))).toBe('xyab|c')
  expect(caretAfter('abc', 2, (text) => text.insert(2, 'xy'))).toBe('ab|xyc')
  expect(caretAfter('abc', 3, (text) => text.insert(3, 'xy'))).toBe('abc|xy')
  expect(caretAfter('abc', 0, (text) => text.insert(0, 'xy'))).toBe('xy|abc')
})

test('TEXT-1 where the character before it is gone it stays before the one after it, where both are gone at the seam', () => {
  const replace = (at: number, length: number, by: string) => (text: Y.Text) => {
    text.delete(at, length)
    text.insert(at, by)
  }
  expect(caretAfter('abcdef', 3, replace(0, 3, 'xyz'))).toBe('xyz|def')
  expect(caretAfter('abcdef', 3, replace(1, 4, ''))).toBe('a|f')
  expect(caretAfter('abc', 2, replace(0, 3, ''))).toBe('|')
})

test('TEXT-1 a selection keeps what is left of it and takes in nothing beside it', () => {
  const select = (change: (text: Y.Text) => void): string => {
    const { delta, after } = changed('abcdef', change)
    const [start, end] = selected(carried(inStep(6), delta), 2, 4)
    return `${after.slice(0, start)}[${after.slice(start, end)}]${after.slice(end)}`
  }
  expect(select((text) => text.insert(2, 'x'))).toBe('abx[cd]ef')
  expect(select((text) => text.insert(4, 'x'))).toBe('ab[cd]xef')
  expect(select((text) => text.delete(1, 2))).toBe('a[d]ef')
  expect(select((text) => text.delete(2, 2))).toBe('ab[]ef')
})

test('TEXT-1 the end of a change is behind what it put in, or the seam of what it took', () => {
  expect(endOf(changed('abc', (text) => text.insert(1, 'xy')).delta)).toBe(3)
  expect(endOf(changed('abc', (text) => text.delete(1, 1)).delta)).toBe(1)
})

test('TEXT-1 places that follow each other are one run', () => {
  expect(runsOf([0, 1, 2, 5, 7, 8])).toEqual([
    { at: 0, length: 3 },
    { at: 5, length: 1 },
    { at: 7, length: 2 },
  ])
})

test('TEXT-2 among letters that repeat, what was typed or taken is what the caret says', () => {
  expect(changedSpan('aaaa', 'aaaaa', 2)).toEqual({ at: 1, removed: 0, inserted: 'a' })
  expect(changedSpan('aaaa', 'aaaaa', 5)).toEqual({ at: 4, removed: 0, inserted: 'a' })
  expect(changedSpan('aaaa', 'aaa', 0)).toEqual({ at: 0, removed: 1, inserted: '' })
  expect(changedSpan('aaaa', 'aaa', 2)).toEqual({ at: 2, removed: 1, inserted: '' })
  expect(changedSpan('abab', 'ababab', 4)).toEqual({ at: 2, removed: 0, inserted: 'ab' })
})

test('TEXT-2 a caret that lies elsewhere makes the span no longer', () => {
  expect(changedSpan('The plan.', 'The old plan.', 0)).toEqual({ at: 3, removed: 0, inserted: ' old' })
  expect(changedSpan('The old plan.', 'The plan.', 9)).toEqual({ at: 4, removed: 4, inserted: '' })
})
