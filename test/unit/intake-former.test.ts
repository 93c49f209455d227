import { expect, test } from 'vitest'
import type { SetUpCommand } from '../../shared/competition/command-set-up.ts'
import { startSetUp, type SetUpPlay } from '../harness/set-up-play.ts'
import { declare, listAll } from '../harness/set-up-steps.ts'

const signed = (outcome: 'met' | 'notMet', basis: string, ...applications: string[]): SetUpCommand => ({
  ...{ kind: 'intake.judge', applications, item: 'signed', outcome, basis },
})

const judged = (play: SetUpPlay, application: string, who = 'staff-1') =>
  play.page(who).applications.find(({ id }) => id === application)?.intake['signed']

test('INTAKE-9 the page tells how an item was judged before, by whom and on what basis, the first before the others', () => {
  const play = listAll(startSetUp())
  play.must('staff-1', signed('notMet', 'Page 3 is empty.', 'delta', 'alpha'))
  expect(judged(play, 'delta')).toMatchObject({ outcome: 'notMet', former: [] })
  play.must('staff-2', signed('met', 'It came by mail.', 'delta'))
  play.must('staff-1', signed('notMet', 'Signed by another.', 'delta'))
  const staff = (id: string) => play.state().people.find((person) => person.id === id)?.label
  const times = play.entries().flatMap(({ event }) => (event.kind === 'intake.judged' ? [event.at] : []))
  const on = times.slice(-3)
  expect(judged(play, 'delta')).toEqual({
    ...{ outcome: 'notMet', at: on[2], by: staff('staff-1'), basis: 'Signed by another.' },
    former: [
      { outcome: 'notMet', at: on[0], by: staff('staff-1'), basis: 'Page 3 is empty.' },
      { outcome: 'met', at: on[1], by: staff('staff-2'), basis: 'It came by mail.' },
    ],
  })
  expect(judged(play, 'alpha')?.former).toEqual([])
})

test('INTAKE-9 whoever of staff is recused from an application is told nothing of how it was judged', () => {
  const play = listAll(startSetUp())
  play.must('staff-1', signed('notMet', 'Page 3 is empty.', 'alpha'))
  play.must('staff-1', signed('met', 'It came by mail.', 'alpha'))
  play.must('staff-2', declare('alpha', 'recused'))
  expect(judged(play, 'alpha', 'staff-2')).toBeUndefined()
  expect(JSON.stringify(play.page('staff-2'))).not.toContain('Page 3 is empty.')
})
