import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedSpan, cutTo } from '../../client/live/text-difference.ts'

/** Texts of few letters, so that two of them share much, and of pairs that begin or end alike. */
const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '😀', '😁', '𝒜'), maxLength: 12 })

function applied(before: string, { at, removed, inserted }: ReturnType<typeof changedSpan>): string {
  return before.slice(0, at) + inserted + before.slice(at + removed)
}

test('CLIENT-1 the span in which two texts differ turns one into the other', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(applied(before, changedSpan(before, after))).toBe(after)
    }),
  )
})

test('CLIENT-1 it is no longer than it has to be', () => {
  expect(changedSpan('The plan.', 'The old plan.')).toEqual({ at: 4, removed: 0, inserted: 'old ' })
  expect(changedSpan('The old plan.', 'The plan.')).toEqual({ at: 4, removed: 4, inserted: '' })
  expect(changedSpan('The plan.', 'The plan.')).toMatchObject({ removed: 0, inserted: '' })
})

test('CLIENT-2 nothing that is sent or kept holds half a character', () => {
  fc.assert(
    fc.property(text, text, fc.nat(14), (before, after, most) => {
      const { at, removed, inserted } = changedSpan(before, after)
      const parts = [inserted, before.slice(0, at), before.slice(at, at + removed), cutTo(after, most)]
      expect(parts.filter((part) => !part.isWellFormed())).toEqual([])
    }),
  )
})

test('CLIENT-2 a text is cut to as much of it as fits', () => {
  expect(cutTo('four', 4)).toBe('four')
  expect(cutTo('four', 3)).toBe('fou')
  expect(cutTo('a😀', 2)).toBe('a')
  expect(cutTo('a😀', 0)).toBe('')
})
