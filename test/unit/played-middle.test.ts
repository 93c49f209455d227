import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { setBox, setScore } from '../../shared/form/edits.ts'
import { readForm } from '../../shared/form/form-record.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { pointsFault } from '../../shared/rubric/row-rules.ts'
import { rowsOf } from '../../shared/rubric/rubric.ts'
import { disagreement } from '../../shared/statistics/disagreement.ts'
import { farFrom, givePoints, middleOf, towardMiddle } from '../../server/rehearsal/played/middle.ts'
import { legalPoints } from '../harness/full-form.ts'

const rowAndTwo = fc
  .constantFrom(...rowsOf(raceToTheTop))
  .chain((row) =>
    fc.tuple(
      fc.constant(row),
      fc.constantFrom(...legalPoints(row)),
      fc.constantFrom(...legalPoints(row)),
      fc.double({ min: 0.5, max: 1, noNaN: true }),
    ),
  )

test('PLAYED-9 whoever changes their mind goes toward the middle, never past it, to points that the row takes', () => {
  fc.assert(
    fc.property(rowAndTwo, ([row, own, middle, share]) => {
      const next = towardMiddle(row, own, middle, share)
      expect(pointsFault(raceToTheTop, row, next)).toBeNull()
      expect(Math.sign(next - own)).toBe(Math.sign(middle - own))
      if (own !== middle) expect(Math.abs(next - middle)).toBeLessThan(Math.abs(own - middle))
    }),
  )
})

test('PLAYED-9 a row of boxes is given more points by ticking, fewer by unticking, and none by saying so', () => {
  const row = rowsOf(raceToTheTop).find(({ rule }) => rule?.kind === 'elements')
  if (row?.rule?.kind !== 'elements') throw new Error('The rubric has no row of boxes.')
  const { elements, each } = row.rule
  fc.assert(
    fc.property(
      fc.subarray(elements.map(({ id }) => id)),
      fc.integer({ min: 0, max: elements.length }),
      (ticked, count) => {
        const doc = new Y.Doc()
        for (const box of ticked) setBox({ doc }, row.id, box, true)
        givePoints({ doc }, row, readForm(doc, raceToTheTop), count * each)
        const after = readForm(doc, raceToTheTop)
        expect(after.scores[row.id]).toBe(count * each)
        const kept = ticked.filter((box) => after.elements[row.id]?.includes(box))
        expect(kept).toHaveLength(Math.min(ticked.length, count))
      },
    ),
  )
  const other = rowsOf(raceToTheTop).find(({ rule }) => rule === null)
  if (!other) throw new Error('Every row has a rule.')
  const doc = new Y.Doc()
  setScore({ doc }, other.id, 1)
  givePoints({ doc }, other, readForm(doc, raceToTheTop), other.max)
  expect(readForm(doc, raceToTheTop).scores[other.id]).toBe(other.max)
})

test('PLAYED-9 far from the middle is 15 % of the maximum, so that on every flagged row somebody is; the middle is a number that somebody gave', () => {
  const row = { ...rowsOf(raceToTheTop)[0], max: 20 } as ReturnType<typeof rowsOf>[number]
  expect(farFrom(10, 12, row)).toBeNull()
  expect(farFrom(10, 13, row)).toBe('higher')
  expect(farFrom(10, 7, row)).toBe('lower')
  expect(farFrom(10, 10, { ...row, max: 1 })).toBeNull()
  for (const flagged of rowsOf(raceToTheTop)) {
    const given = fc.array(fc.constantFrom(...legalPoints(flagged)), { minLength: 3, maxLength: 5 })
    fc.assert(
      fc.property(given, (points) => {
        fc.pre(disagreement(flagged, points)?.flag !== null)
        const middle = middleOf(points)
        expect(points.some((own) => farFrom(middle, own, flagged))).toBe(true)
      }),
      { numRuns: 30 },
    )
  }
  expect(middleOf([9, 1, 5])).toBe(5)
  expect(middleOf([1, 9, 5, 3])).toBe(3)
})
