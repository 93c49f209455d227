import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { formMoves } from '../../server/rehearsal/played/form-moves.ts'
import { direction, farFrom, towardMiddle } from '../../server/rehearsal/played/middle.ts'
import type { Move } from '../../server/rehearsal/played/move.ts'
import { readForm } from '../../shared/form/form-record.ts'
import { missingFromForm } from '../../shared/form/missing.ts'
import { presets } from '../../shared/rubric/presets/presets.ts'
import { pointsFault } from '../../shared/rubric/row-rules.ts'
import { leastOf, rowsOf, type Rubric } from '../../shared/rubric/rubric.ts'
import { presetRubric } from '../harness/preset-rubrics.ts'

function fillIn(rubric: Rubric, seat: number): Y.Doc {
  const doc = new Y.Doc()
  for (let turns = 0; turns < 200; turns += 1) {
    const record = readForm(doc, rubric)
    const hand = { document: 'form', application: 'vermont', seat, record, page: () => null }
    const [move] = formMoves(hand, rubric) as Iterable<Move>
    if (move?.does !== 'write') return doc
    doc.transact(() => move.edit(doc))
  }
  throw new Error('It never comes to an end.')
}

test.each(presets.map(({ id, rubric }) => [id, rubric] as const))(
  'SHOWN-15 a played seat fills in a form of %s until it lacks nothing, with words for every criterion and priority',
  (_, rubric) => {
    for (const seat of [1, 2, 3, 4, 5])
      expect(missingFromForm(readForm(fillIn(rubric, seat), rubric), rubric)).toEqual([])
  },
)

test('SHOWN-15 a played seat that changes its mind goes to points that the row takes, and praises more by a lower number where 1 is best', () => {
  for (const { rubric } of presets)
    for (const row of rowsOf(rubric))
      for (const own of [leastOf(row), row.max]) {
        const middle = own === row.max ? leastOf(row) : row.max
        const next = towardMiddle(row, own, middle, 0.5)
        if (row.rule?.kind !== 'choice' && row.rule?.kind !== 'elements')
          expect(pointsFault(rubric, row, next)).toBeNull()
        expect(next).toBeGreaterThanOrEqual(leastOf(row))
      }
  const [row] = rowsOf(presetRubric('nih-simplified-2025'))
  if (!row) throw new Error('There is no row.')
  expect([farFrom(4, 2, row, 'low'), farFrom(4, 7, row, 'low'), farFrom(4, 5, row, 'low')]).toEqual([
    'higher',
    'lower',
    null,
  ])
  expect([direction(4, 2, 'low'), direction(2, 4)]).toEqual(['higher', 'higher'])
})
