import { expect, test } from 'vitest'
import { partHasChanged } from '../../shared/competition/changed-part.ts'
import { decide } from '../../shared/competition/decide.ts'
import { decideSetUp } from '../../shared/competition/decide-set-up.ts'
import type { Person } from '../../shared/competition/setup.ts'
import { alpha, oneOfEach, startPlay } from '../harness/pure-play.ts'
import { startSetUp } from '../harness/set-up-play.ts'
import { openAlpha, setUpOfEach } from '../harness/set-up-steps.ts'

const changed = { refused: 'not-yours', sentence: partHasChanged }
const salt = () => '0'.repeat(32)

test('HELD-31 whoever the state no longer knows, or knows as something else, gives no command of the set-up', () => {
  const play = openAlpha(startSetUp())
  const others: readonly Person[] = [
    { id: 'gone', role: 'staff', label: 'Program staff 3' },
    { id: 'r7', role: 'staff', label: 'Reviewer 7' },
    { id: 'staff-2', role: 'reviewer', label: 'Program staff 2' },
  ]
  for (const person of others)
    for (const command of setUpOfEach(play))
      expect(
        decideSetUp(play.state(), command, { person, rubric: play.opening, salt, text: play.text }),
        command.kind,
      ).toEqual(changed)
})

test('HELD-31 whoever the state no longer knows, or knows as something else, decides nothing about a review', () => {
  const play = startPlay()
  const others: readonly Person[] = [
    { id: 'gone', role: 'staff', label: 'Program staff 3' },
    { ...play.person('spare'), role: 'staff' },
    { ...play.person('r1'), role: 'monitor' },
  ]
  for (const person of others)
    for (const say of oneOfEach(play, 'r1')) {
      const context = { person, rubric: play.rubric, record: null, summaries: {}, salt }
      expect(decide(play.state(), { ...say, review: alpha }, context), say.kind).toEqual(changed)
    }
})

test('HELD-31 another label is no other part', () => {
  const play = openAlpha(startSetUp())
  const person: Person = { id: 'staff-1', role: 'staff', label: 'As they were called before' }
  const command = { kind: 'competition.name', title: 'Named' } as const
  expect(
    decideSetUp(play.state(), command, { person, rubric: play.opening, salt, text: play.text }),
  ).toHaveProperty('events')
})
