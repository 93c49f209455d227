import { expect, test } from 'vitest'
import { askedAnew } from '../../shared/rubric/edit/asked-anew.ts'
import { changeCriterion, changeRow } from '../../shared/rubric/edit/changed.ts'
import type { Priority } from '../../shared/rubric/rubric.ts'
import { preset } from '../harness/preset-rubrics.ts'

const { rubric } = preset('foundation')
const told = (after: typeof rubric): readonly string[] =>
  askedAnew(rubric, after).map(({ name, says }) => `${name} ${says}`)

test('VERSION-51 what a version asks otherwise is told with what it was: points, the least, the rule, what counts; words are not', () => {
  expect(told(changeRow(rubric, 'C5', { max: 15 }))).toEqual(['C5 is of 15 points, it was of 10.'])
  expect(told(changeRow(rubric, 'C5', { min: 1 }))).toEqual(['C5 takes 1 to 10 points, it took 0 to 10.'])
  const rule = { kind: 'choice', text: 'All or nothing.', choices: [{ points: 0, when: 'No.' }] } as const
  expect(told(changeRow(rubric, 'C5', { rule }))).toEqual(['C5 has another rule for its points.'])
  expect(told(changeCriterion(rubric, 'C5', { counted: false }))).toEqual([
    'C5 is no part of the result, it was.',
  ])
  expect(told(changeRow(rubric, 'C5', { summary: 'In other words.' }))).toEqual([])
  const judged = (yes: string): Priority => ({
    ...{ id: 'P1', title: 'Ethics', summary: '', points: 0 },
    ...{ kind: 'judged', words: { yes, no: 'Not sufficient' } },
  })
  const [was, is] = ['Sufficient', 'Enough'].map((yes) => ({ ...rubric, priorities: [judged(yes)] }))
  expect(was && is && askedAnew(was, is)[0]?.says).toBe(
    'is answered “Enough” or “Not sufficient”, it was “Sufficient” or “Not sufficient”.',
  )
  const [first, ...others] = rubric.criteria
  expect(askedAnew({ ...rubric, criteria: others }, rubric)[0]).toMatchObject({
    item: first?.id,
    says: 'is new.',
  })
})
