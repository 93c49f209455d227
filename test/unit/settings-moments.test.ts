import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateSchema } from '../../shared/competition/set-up.ts'
import { isZone, momentAt, toldMoment, wallTimeAt } from '../../shared/dates/zoned.ts'

const at = (told: string): number => Date.parse(told)
const newYork = 'America/New_York'

test('SETTING-1 a date and a time in a zone are one moment, in winter and in summer', () => {
  expect(momentAt({ date: '2027-01-19', time: '16:30' }, newYork)).toEqual({
    at: at('2027-01-19T21:30:00Z'),
    is: 'plain',
  })
  expect(momentAt({ date: '2027-07-19', time: '16:30' }, newYork)).toEqual({
    at: at('2027-07-19T20:30:00Z'),
    is: 'plain',
  })
  expect(momentAt({ date: '2027-07-19', time: '16:30' }, 'Asia/Kolkata')?.at).toBe(at('2027-07-19T11:00:00Z'))
  expect(momentAt({ date: '2027-07-19', time: '16:30:15' }, 'UTC')?.at).toBe(at('2027-07-19T16:30:15Z'))
})

test('SETTING-2 of a time that comes twice the first is taken, and it is said', () => {
  expect(momentAt({ date: '2027-11-07', time: '01:30' }, newYork)).toEqual({
    at: at('2027-11-07T05:30:00Z'),
    is: 'twice',
  })
  // Lord Howe goes back by half an hour.
  expect(momentAt({ date: '2027-04-04', time: '01:45' }, 'Australia/Lord_Howe')).toEqual({
    at: at('2027-04-03T14:45:00Z'),
    is: 'twice',
  })
})

test('SETTING-2 for a time that clocks skip the same minutes after the skip are taken, and it is said', () => {
  expect(momentAt({ date: '2027-03-14', time: '02:30' }, newYork)).toEqual({
    at: at('2027-03-14T07:30:00Z'),
    is: 'skipped',
  })
  expect(wallTimeAt(at('2027-03-14T07:30:00Z'), newYork)).toEqual({ date: '2027-03-14', time: '03:30' })
  expect(momentAt({ date: '2027-03-14', time: '01:59' }, newYork)?.is).toBe('plain')
  expect(momentAt({ date: '2027-03-14', time: '03:00' }, newYork)?.is).toBe('plain')
})

test('SETTING-2 a day that a zone left out is skipped as a whole', () => {
  // Samoa went over the date line: after December 29, 2011 came the 31st.
  expect(momentAt({ date: '2011-12-30', time: '12:00' }, 'Pacific/Apia')).toEqual({
    at: at('2011-12-30T22:00:00Z'),
    is: 'skipped',
  })
})

test('SETTING-1 what a wall shows leads back to the moment, in every zone, but for the second of two', () => {
  const zones = Intl.supportedValuesOf('timeZone')
  const minute = fc.integer({ min: at('2020-01-01T00:00Z') / 60_000, max: at('2040-01-01T00:00Z') / 60_000 })
  fc.assert(
    fc.property(fc.constantFrom(...zones), minute, (zone, minutes) => {
      const moment = minutes * 60_000
      const found = momentAt(wallTimeAt(moment, zone), zone)
      expect(found?.is).not.toBe('skipped')
      if (found?.is === 'plain') expect(found.at).toBe(moment)
      else expect(found?.at).toBeLessThanOrEqual(moment)
    }),
  )
})

test('SETTING-1 what is no date, no time or no zone is no moment', () => {
  for (const date of ['2027-02-29', '2027-13-01', '2027-00-10', '2027-04-31', '', '27-01-01'])
    expect(momentAt({ date, time: '12:00' }, newYork)).toBeNull()
  for (const time of ['24:00', '12:60', '', '9:00'])
    expect(momentAt({ date: '2027-01-01', time }, newYork)).toBeNull()
  expect(momentAt({ date: '2027-01-01', time: '12:00' }, 'America/Atlantis')).toBeNull()
  expect(momentAt({ date: '2028-02-29', time: '12:00' }, newYork)).not.toBeNull()
  expect(isZone('America/Atlantis')).toBe(false)
})

test('SETTING-3 a moment is told with its day, its time and its zone', () => {
  expect(toldMoment(at('2026-12-01T22:00:00Z'), newYork)).toBe('Tue, Dec 1, 2026, 5:00 pm EST')
  expect(toldMoment(at('2027-07-01T09:05:00Z'), 'UTC')).toBe('Thu, Jul 1, 2027, 9:05 am UTC')
})

test('SETTING-20 a moment that is set lies before the year 10000, and no earlier than 1970', () => {
  const date = { id: 'due', title: 'Due', remind: null }
  const taken = (moment: number): boolean => dateSchema.safeParse({ ...date, at: moment }).success
  expect([0, at('9999-12-31T23:59:59.999Z')].map(taken)).toEqual([true, true])
  expect([-1, at('9999-12-31T23:59:59.999Z') + 1, 9e15].map(taken)).toEqual([false, false, false])
})
