import { describe, expect, test } from 'vitest'
import { changed, openTableDesk, told } from './table-desk.ts'

const header = ['Applicant', 'Home State', 'Requested', 'Received', 'Districts', 'Partners'] as const

test('TABLE-3 a table of applications names those it adds and what it changes', () => {
  const desk = openTableDesk()
  const first = desk.bring(
    'applications',
    header,
    ['State of Maine', 'Maine', '$75,000,000', '6/1/2010 4:15 PM', 'Portland; Bangor', ''],
    ['Ohio', 'Ohio', 400_000_000, '2010-06-01 09:00', '', ''],
  )
  expect(changed(first)).toEqual([
    '2 new State of Maine: Id  → state-of-maine, Applicant  → State of Maine, Home State  → Maine, Requested  → $75,000,000, Received  → 2010-06-01 16:15, Districts  → Portland\nBangor',
    '3 new Ohio: Id  → ohio, Applicant  → Ohio, Home State  → Ohio, Requested  → $400,000,000, Received  → 2010-06-01 09:00',
  ])
  const second = desk.bring(
    'applications',
    ['Applicant', 'Requested'],
    ['state of maine', '80000000'],
    ['Ohio', '400000000'],
  )
  expect(changed(second)).toEqual(['2 changed State of Maine: Requested $75,000,000 → $80,000,000'])
  expect(second.same).toBe(1)
  const [maine] = desk.known().applications
  expect(maine).toMatchObject({ home: 'Maine', involved: { districts: 'Portland\nBangor' } })
})

test('TABLE-2 every row of applications that cannot be taken is named, with its column and why', () => {
  const desk = openTableDesk()
  const read = desk.look(
    'applications',
    ['Id', ...header],
    ['', '', 'Maine', 1, '', '', ''],
    ['', 'Maine', '', 'a lot', '', '', ''],
    ['', 'Ohio', '', '-5', '', '', ''],
    ['', 'Iowa', '', 12.5, '', '', ''],
    ['', 'Utah', '', '9,999,999,999,999', '', '', ''],
    ['', 'Guam', '', '', 'last Tuesday', '', ''],
    ['', 'Texas', '', '', '2010-02-30', '', ''],
    ['', 'Texas', '', '', 40_330, '', ''],
    ['', 'Idaho', '', '', '', '', ''],
    ['', 'IDAHO', '', '', '', '', ''],
    ['No Id', 'Kansas', '', '', '', '', ''],
    ['', 'x'.repeat(121), '', '', '', '', ''],
    ['', 'Nevada', '', '', '', 'x'.repeat(20_001), ''],
  )
  expect(told(read)).toEqual([
    '2 Applicant: Applicant is empty.',
    '3 Requested: “a lot” is not a whole number of dollars.',
    '4 Requested: “-5” is less than nothing.',
    '5 Requested: “12.5” is not a whole number of dollars.',
    '6 Requested: “9,999,999,999,999” is more than 1,000,000,000,000.',
    '7 Received: “last Tuesday” is no date. Write it like 2010-06-01 16:15, or 6/1/2010 4:15 PM.',
    '8 Received: “2010-02-30” is no date. Write it like 2010-06-01 16:15, or 6/1/2010 4:15 PM.',
    '9 Received: “40330” is no date. Write it like 2010-06-01 16:15, or 6/1/2010 4:15 PM.',
    '11 –: It is the same application as in line 10. Each stands there once.',
    '12 Id: “No Id” is no id: up to 40 small letters, digits and hyphens.',
    `13 Applicant: “${'x'.repeat(60)}…” has 121 characters; up to 120 can be taken.`,
    '14 Districts: It has 20,001 characters; up to 20,000 can be taken.',
  ])
})

test('TABLE-5 two applicants that come to one id get two, and keep them', () => {
  const desk = openTableDesk()
  const rows = [['Aim & Hope'], ['Aim Hope'], ['希望']] as const
  desk.bring('applications', ['Applicant'], ...rows)
  expect(desk.known().applications.map(({ id }) => id)).toEqual(['aim-hope', 'aim-hope-2', 'application'])
  expect(desk.look('applications', ['Applicant'], ...rows)).toMatchObject({
    same: 3,
    changes: [],
    command: null,
  })
})

describe('requested amounts', () => {
  test('TABLE-3 are brought to applications by id or applicant and leave all else', () => {
    const desk = openTableDesk()
    desk.bring(
      'applications',
      header,
      ['Maine', 'Maine', 1, '', 'Portland', ''],
      ['Ohio', 'Ohio', '', '', '', ''],
    )
    const read = desk.bring('amounts', ['Applicant', 'Amount'], ['MAINE', '75,000,000.00'], ['ohio', 2])
    expect(changed(read)).toEqual([
      '2 changed Maine: Requested $1 → $75,000,000',
      '3 changed Ohio: Requested  → $2',
    ])
    expect(desk.known().applications[0]).toMatchObject({ home: 'Maine', involved: { districts: 'Portland' } })
  })

  test('TABLE-18 what stands in a row beside the columns that have a title is named, so that no half amount is taken', () => {
    const desk = openTableDesk()
    desk.bring('applications', ['Applicant'], ['Maine'], ['Ohio'], ['Iowa'])
    const read = desk.look(
      'amounts',
      ['Application', 'Requested', ''],
      ['Maine', '250', '000', '000'],
      ['Ohio', '1', '', ''],
      ['Iowa', '2', { date: 0 }],
    )
    const way =
      'Put a cell that has a separator in it, as an amount like 250,000 has, in quotation marks; or give the column a title.'
    expect(told(read)).toEqual([
      `2 –: “000” stands where the first row names no column. ${way}`,
      `4 –: A date stands where the first row names no column. ${way}`,
    ])
    expect(read.command).toBe(null)
  })

  test.each([
    ['$1,250,000', 1_250_000],
    ['1 250 000', 1_250_000],
    ['US$ 5.00', 5],
    ['5)', null],
    ['(5', null],
    ['(5)', null],
    ['12 34', null],
    ['1,00', null],
    ['1,250 000', null],
    ['1.000', null],
    ['1e3', null],
    ['+5', null],
  ])('TABLE-12 “%s” is %s dollars', (written, dollars) => {
    const desk = openTableDesk()
    desk.bring('applications', ['Applicant'], ['Maine'])
    const { command } = desk.look('amounts', ['Application', 'Requested'], ['Maine', written])
    const requested = command?.kind === 'applications.set' ? command.applications[0]?.requested : null
    expect(requested).toBe(dollars)
  })

  test('TABLE-2 of an application that is not there, twice, or of none, are named', () => {
    const desk = openTableDesk()
    desk.bring('applications', ['Applicant'], ['Maine'])
    const read = desk.look(
      'amounts',
      ['Application', 'Requested'],
      ['Mars', 1],
      ['Maine', 1],
      ['maine', 2],
      ['Maine', ''],
      ['', 3],
    )
    expect(told(read)).toEqual([
      '2 Application: There is no application “Mars”.',
      '4 Application: Maine stands in line 3 already.',
      '5 Requested: Requested is empty.',
      '5 Application: Maine stands in line 3 already.',
      '6 Application: Application is empty.',
    ])
  })
})

describe('dates', () => {
  const received = (cell: string | { readonly date: number }, zone = 'America/New_York') => {
    const read = openTableDesk(zone).look('applications', ['Applicant', 'Received'], ['Maine', cell])
    const command = read.command?.kind === 'applications.set' ? read.command : null
    return command?.applications[0]?.received ?? null
  }

  test.each([
    ['2010-06-01 16:15', '2010-06-01T20:15:00Z'],
    ['2010-06-01T16:15:30.5', '2010-06-01T20:15:30.500Z'],
    ['2010-06-01T16:15Z', '2010-06-01T16:15:00Z'],
    ['2010-06-01 16:15 +02:00', '2010-06-01T14:15:00Z'],
    ['2010-01-19', '2010-01-19T05:00:00Z'],
    ['6/1/2010', '2010-06-01T04:00:00Z'],
    ['6/1/2010 4:15 PM', '2010-06-01T20:15:00Z'],
    ['6/1/2010, 12:05 a.m.', '2010-06-01T04:05:00Z'],
    ['June 1, 2010 4:15 pm', '2010-06-01T20:15:00Z'],
  ])('TABLE-12 %s is read in the competition’s time zone unless it names another', (words, moment) => {
    expect(received(words)).toBe(Date.parse(moment))
  })

  test('TABLE-12 a cell of Excel shows what clocks show in that zone', () => {
    const noise = 0.4
    expect(received({ date: Date.UTC(2010, 5, 1, 16, 15) + noise })).toBe(Date.UTC(2010, 5, 1, 20, 15))
    expect(received({ date: Date.UTC(2010, 5, 1, 16, 15) }, 'Asia/Kolkata')).toBe(
      Date.UTC(2010, 5, 1, 10, 45),
    )
  })

  test.each([
    '2010-13-01',
    '2010-06-01 25:00',
    '6/31/2010',
    '6/1/2010 13:15 PM',
    '06.01.2010',
    'Juno 1, 2010',
    '1969-12-31',
  ])('TABLE-12 %s is no date', (words) => {
    expect(received(words, 'UTC')).toBeNull()
  })
})
