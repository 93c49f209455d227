import { expect, test } from 'vitest'
import { rulesOf2010 } from '../../shared/competition/rules.ts'
import { presetOf } from '../../shared/competition/taken-preset.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { rubricSchema } from '../../shared/rubric/rubric-schema.ts'
import { preset, presetRubric } from '../harness/preset-rubrics.ts'
import { startSetUp } from '../harness/set-up-play.ts'
import { nextVersion, openAlpha, setRubric } from '../harness/set-up-steps.ts'

const take = (id: string) => {
  const { rubric, rules } = preset(id)
  return {
    kind: 'preset.take' as const,
    preset: id,
    rubric: rubricSchema.parse(rubric),
    rules,
    checklist: [],
  }
}
const notChosen = {
  sentence: 'No rubric is chosen: begin with a preset, or change the one that stands here.',
  at: 'rubric',
}

test('PRESET-18 a competition knows which preset it took last, as it was then, whatever is changed afterwards', () => {
  const play = startSetUp({ rubric: raceToTheTop })
  expect(play.page().preset).toBeNull()
  play.must('staff-1', take('race-to-the-top-2010'))
  play.must('staff-1', take('horizon-europe-ria'))
  const { title, rubric, rules } = {
    ...preset('horizon-europe-ria'),
    title: presetRubric('horizon-europe-ria').title,
  }
  const taken = { id: 'horizon-europe-ria', title, rules, perPoint: rubric.scale?.perPoint }
  expect(play.page().preset).toEqual(taken)
  play.must('staff-1', { kind: 'rules.set', rules: { ...rules, slotMinutes: 5 }, since: play.page().edition })
  play.must('staff-1', setRubric({ ...rubric, title: 'Another' }, ''))
  expect(play.page().preset).toEqual(taken)
})

test('PRESET-18 a rehearsal has the preset of 2010, as long as nobody takes another', () => {
  const state = { ...startSetUp({ rubric: raceToTheTop }).state(), rehearsal: true }
  expect(presetOf(state, raceToTheTop)).toMatchObject({ id: 'race-to-the-top-2010', rules: rulesOf2010 })
})

test('EDITOR-49 an empty competition has no rubric that anybody chose, and that is missing until one is', () => {
  const play = startSetUp({ rubric: raceToTheTop })
  expect([play.page().rubric.chosen, play.page().missing[0]]).toEqual([false, notChosen])
  play.must('staff-1', take('race-to-the-top-2010'))
  expect(play.page().rubric.chosen).toBe(true)
  expect(play.page().missing).not.toContainEqual(notChosen)
})

test('EDITOR-49 a rubric that was changed, or that an application was opened on, is chosen', () => {
  const changed = startSetUp()
  changed.must('staff-1', setRubric(nextVersion(changed.rubric()), ''))
  expect(changed.page().rubric.chosen).toBe(true)
  expect(openAlpha(startSetUp()).page().rubric.chosen).toBe(true)
})
