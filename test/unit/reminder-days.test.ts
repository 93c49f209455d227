import { expect, test } from 'vitest'
import type { SetUpCommand } from '../../shared/competition/command-set-up.ts'
import { typedReminderDays } from '../../shared/competition/reminder-days.ts'
import { startSetUp } from '../harness/set-up-play.ts'

const dates = (more: object = {}): SetUpCommand => ({
  kind: 'dates.set',
  zone: 'America/New_York',
  dates: [],
  ...more,
})

test('SETTING-15 days before a date are typed in any order, and stand from the first that comes', () => {
  expect(typedReminderDays('1, 7 2')).toEqual({ days: [7, 2, 1] })
  expect(typedReminderDays('30,0')).toEqual({ days: [30, 0] })
  expect(typedReminderDays('  ')).toEqual({ days: [] })
})

const refused: readonly (readonly [string, string])[] = [
  ['two', '“two” is no number of days. Type whole numbers with commas between them.'],
  ['1.5', '“1.5” is no number of days. Type whole numbers with commas between them.'],
  ['-1', '“-1” is no number of days. Type whole numbers with commas between them.'],
  ['31', 'Reminders go out on whole days, from 30 days before a date to 0, the day itself.'],
  ['6, 5, 4, 3, 2, 1', 'A date reminds on 5 days at most.'],
  ['2, 2', 'A day before a date stands there twice.'],
]

test.each(refused)('SETTING-15 %s cannot be taken, and says why', (typed, fault) => {
  expect(typedReminderDays(typed)).toEqual({ fault })
})

const sent: readonly (readonly [string, readonly number[]])[] = [
  ['half a day', [1.5]],
  ['a day after', [-1]],
  ['more than 30', [31]],
  ['more than five', [5, 4, 3, 2, 1, 0]],
  ['the same twice', [1, 1]],
]

test.each(sent)(
  'SETTING-15 %s is refused by the server too, in plain words, and changes nothing',
  (_, reminderDays) => {
    const play = startSetUp()
    const refusal = play.ask('staff-1', dates({ reminderDays }))
    expect(refusal?.refused).toBe('malformed')
    expect(refusal?.sentence).toMatch(/^(Reminders go out on|A date reminds on|A day before) .*\.$/)
    expect(play.page().reminderDays).toEqual([2, 1])
  },
)

test('SETTING-15 five days, and none, are taken', () => {
  const play = startSetUp()
  play.must('staff-1', dates({ reminderDays: [30, 14, 7, 1, 0] }))
  expect(play.page().reminderDays).toEqual([30, 14, 7, 1, 0])
  play.must('staff-1', dates({ reminderDays: [] }))
  expect(play.page().reminderDays).toEqual([])
})

test('PEOPLE-32 dates that were saved without such days remind two days and one day before, and leave what is set', () => {
  const play = startSetUp()
  play.must('staff-1', dates())
  expect(play.page().reminderDays).toEqual([2, 1])
  play.must('staff-1', dates({ reminderDays: [3] }))
  play.must('staff-1', dates())
  expect(play.page().reminderDays).toEqual([3])
})
