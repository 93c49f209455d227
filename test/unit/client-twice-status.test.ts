import { expect, test } from 'vitest'
import { criterionStatus, nextIncomplete, rowStatuses } from '../../client/reviewer/form-items.ts'
import { rowsOf } from '../../shared/rubric/rubric.ts'
import { fullForm } from '../harness/full-form.ts'
import { smallRubric as rubric } from '../harness/small-rubric.ts'

test('TWICE-8 a row with two values is not complete until one is chosen, and is where the next incomplete leads', () => {
  const full = fullForm(rubric)
  const [first = '', second = ''] = rowsOf(rubric).map(({ id }) => id)
  const asked = { ...full, differs: { [second]: null } }
  expect(rowStatuses(full, rubric)).not.toContain('begun')
  expect(rowStatuses(asked, rubric).indexOf('begun')).toBe(1)
  const criterion = rubric.criteria.find(({ rows }) => rows.some(({ id }) => id === second))
  expect(criterion && criterionStatus(asked, criterion)).toBe('begun')
  expect(nextIncomplete(asked, rubric, first)).toBe(second)
  expect(nextIncomplete(full, rubric, first)).toBe(null)
})
