import { expect, test } from 'vitest'
import type { SetUpCommand } from '../../shared/competition/command-set-up.ts'
import { setUpMessageSchema } from '../../shared/competition/command-set-up.ts'
import { startSetUp } from '../harness/set-up-play.ts'
import { listAll } from '../harness/set-up-steps.ts'

const called = (label: string): SetUpCommand => ({
  kind: 'people.set',
  people: [{ id: 'r8', role: 'reviewer', label }],
})

test('HELD-34 blanks around what somebody is called are no part of it', () => {
  const play = listAll(startSetUp())
  play.must('staff-1', called('  Reviewer 8 \u00a0'))
  expect(play.state().people.find(({ id }) => id === 'r8')?.label).toBe('Reviewer 8')
})

test('HELD-34 nobody is called nothing', () => {
  for (const label of ['', ' ', '\t\u00a0 '])
    expect(setUpMessageSchema.safeParse({ id: 'long-enough', command: called(label) }).success).toBe(false)
  const play = listAll(startSetUp())
  for (const label of ['\u200b', ' \u2060 '])
    expect(play.ask('staff-1', called(label))).toEqual({
      refused: 'malformed',
      sentence: 'Somebody is called nothing that can be read.',
    })
})

test('HELD-34 nobody is called what reads the same as what somebody else is called', () => {
  const play = listAll(startSetUp())
  for (const label of [
    'Reviewer 1',
    'Reviewer 1 ',
    'Reviewer\u00a01',
    'Reviewer  1',
    'Reviewer 1\u200b',
    'reviewer 1',
    'Reviewer １',
  ])
    expect(play.ask('staff-1', called(label))?.sentence, JSON.stringify(label)).toMatch(
      /^“.+” would be two people\. Each is called differently\.$/,
    )
  expect(play.ask('staff-1', called('Reviewer 11'))).toBeNull()
})
