import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueReminders, reminderMoment, type ReminderDate } from '../../server/people/due-reminders.ts'

const zone = 'America/New_York'
/** Friday, November 27, 2026, 11:59 pm in New York. */
const at = Date.UTC(2026, 10, 28, 4, 59)
const date: ReminderDate = { id: 'conflicts', title: 'Conflicts due', at, remind: 'certify' }
const hour = 60 * 60_000

function due(now: number, more: Partial<Parameters<typeof dueReminders>[0]> = {}) {
  return dueReminders({
    now,
    zone,
    dates: [date],
    days: [2, 1],
    owing: { certify: ['r1', 'r2'], ready: ['r3'], sign: [] },
    wasSent: () => false,
    ...more,
  })
}

/** Nine in the morning in New York, on a day of November 2026 before or after the clocks change. */
const nine = (day: number): number => Date.UTC(2026, 10, day, 14)

describe('a reminder', () => {
  test('PEOPLE-12 comes at nine in the morning on each of the days before a date that are set', () => {
    expect([2, 1].map((days) => reminderMoment(at, days, zone))).toEqual([nine(25), nine(26)])
    expect(due(nine(25) - 1)).toEqual([])
    expect(due(nine(25)).map(({ person }) => person)).toEqual(['r1', 'r2'])
    expect(due(nine(26)).map(({ once }) => once)).toEqual([`conflicts ${at} 1`, `conflicts ${at} 1`])
  })

  test('PEOPLE-12 comes on the day itself where that is set, and not at all where no day is', () => {
    const days = [7, 0]
    expect(due(nine(20), { days })).toHaveLength(2)
    expect(due(nine(25), { days })).toEqual([])
    expect(due(nine(27), { days }).map(({ once }) => once)).toEqual([
      `conflicts ${at} 0`,
      `conflicts ${at} 0`,
    ])
    expect([20, 25, 26, 27].flatMap((day) => due(nine(day), { days: [] }))).toEqual([])
  })

  test('PEOPLE-12 at nine also where the clocks change between it and the date', () => {
    // The clocks in New York went back on November 1, 2026, at two in the morning.
    const monday = Date.UTC(2026, 10, 2, 17)
    expect(reminderMoment(monday, 2, zone)).toBe(Date.UTC(2026, 9, 31, 13))
    expect(reminderMoment(monday, 1, zone)).toBe(Date.UTC(2026, 10, 1, 14))
    expect(reminderMoment(monday, 1, 'Not/AZone')).toBe(Date.UTC(2026, 10, 1, 9))
  })

  test('PEOPLE-13 goes to those who have it still to do, and to nobody else', () => {
    expect(due(nine(25), { owing: { certify: [], ready: ['r3'], sign: ['r4'] } })).toEqual([])
    expect(due(nine(25), { dates: [{ ...date, remind: 'ready' }] }).map(({ person }) => person)).toEqual([
      'r3',
    ])
    expect(due(nine(25), { dates: [{ ...date, remind: null }] })).toEqual([])
  })

  test('PEOPLE-14 is sent once, and again for a date that was moved', () => {
    const sent = new Set(due(nine(25)).map(({ person, once }) => `${person} ${once}`))
    const wasSent = (person: string, once: string): boolean => sent.has(`${person} ${once}`)
    expect(due(nine(25) + hour, { wasSent })).toEqual([])
    const moved = { ...date, at: at + 7 * 24 * hour }
    expect(due(nine(25) + 7 * 24 * hour, { wasSent, dates: [moved] })).toHaveLength(2)
  })

  test('PEOPLE-15 is still sent up to twelve hours late, and not after', () => {
    expect(due(nine(25) + 12 * hour - 1)).toHaveLength(2)
    expect(due(nine(25) + 12 * hour)).toEqual([])
  })

  test('PEOPLE-15 is never sent once the date has come', () => {
    const early = { ...date, at: Date.UTC(2026, 10, 27, 5, 30) }
    expect(reminderMoment(early.at, 1, zone)).toBe(nine(26))
    expect(due(early.at, { dates: [early] })).toEqual([])
  })

  test('PEOPLE-14 however often it is asked, nobody is sent more than two about one date', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: at - 96 * hour, max: at + 24 * hour }), { maxLength: 40 }),
        fc.constantFrom('America/New_York', 'Pacific/Auckland', 'UTC', 'Asia/Kathmandu'),
        (moments, where) => {
          const sent: string[] = []
          for (const now of moments.toSorted((one, other) => one - other))
            for (const { person, once } of due(now, {
              zone: where,
              wasSent: (whom, about) => sent.includes(`${whom} ${about}`),
            }))
              sent.push(`${person} ${once}`)
          expect(new Set(sent).size).toBe(sent.length)
          expect(sent.filter((one) => one.startsWith('r1 ')).length).toBeLessThanOrEqual(2)
        },
      ),
    )
  })
})
