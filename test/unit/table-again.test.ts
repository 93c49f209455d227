import fc from 'fast-check'
import { expect, test } from 'vitest'
import { momentOf, momentWords } from '../../shared/set-up-tables/dates.ts'
import { guarded, unguarded } from '../../shared/set-up-tables/guarded.ts'
import { openTableDesk } from './table-desk.ts'

const words = fc
  .string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
  .filter((text) => /\p{L}/u.test(text))
const maybe = fc.option(words, { nil: null })
const names = fc.array(words, { maxLength: 4 }).map((all) => all.join('\n'))

test('TABLE-4 people, applications, amounts and panels that were taken out and come in again change nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ name: words, organization: maybe, home: maybe }), { minLength: 2, maxLength: 8 }),
      fc.uniqueArray(
        fc.record({
          applicant: words,
          home: maybe,
          requested: fc.option(fc.nat({ max: 900_000_000 }), { nil: null }),
          received: fc.option(fc.nat({ max: 2_000_000_000_000 }), { nil: null }),
          districts: names,
          partners: names,
          consultants: names,
          signatories: names,
        }),
        { minLength: 1, maxLength: 5, selector: ({ applicant }) => applicant.normalize('NFC').toLowerCase() },
      ),
      fc.constantFrom('UTC', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
      (people, applications, zone) => {
        const desk = openTableDesk(zone)
        // As forms enter them, which trim less than tables do.
        desk.play.must('staff-1', {
          kind: 'applications.set',
          applications: applications.map(({ applicant, home, requested, received, ...involved }, at) => ({
            id: `a-${at}`,
            applicant: applicant.trim().replaceAll(/\s+/g, ' ').normalize('NFC'),
            home: home?.trim().replaceAll(/\s+/g, ' ').normalize('NFC') ?? null,
            requested,
            received,
            involved,
          })),
        })
        desk.bring(
          'people',
          ['role', 'name', 'email', 'organization', 'home'],
          ...people.map(({ name, organization, home }, at) => [
            'reviewer',
            name,
            `p${at}@panel.example`,
            organization,
            home,
          ]),
        )
        desk.bring(
          'panels',
          ['Panel', 'Reviewer 1', 'Reviewer 2', 'Applications'],
          ['panel-1', 'Reviewer 2', 'Reviewer 1', 'a-0'],
        )
        for (const table of ['people', 'applications', 'panels', 'amounts'] as const) {
          const read = desk.again(table)
          expect({ table, faults: read.faults, changes: read.changes, command: read.command }).toEqual({
            table,
            faults: table === 'amounts' && read.rows === 0 ? read.faults : [],
            changes: [],
            command: null,
          })
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('TABLE-4 answers about conflicts that were taken out and come in again change nothing', () => {
  const desk = openTableDesk()
  desk.bring(
    'people',
    ['role', 'name', 'email'],
    ['reviewer', 'Ann', 'a@b.example'],
    ['reviewer', 'Bo', 'b@b.example'],
  )
  desk.bring('applications', ['Applicant'], ['Maine'], ['Ohio'])
  desk.bring(
    'conflicts',
    ['Person', 'Application', 'Answer', 'Basis'],
    ['Ann', 'Maine', 'certified', '=1+1'],
    ['Bo', 'Maine', 'recused', 'Works there'],
    ['Ann', 'Ohio', 'not sure', 'Asks'],
  )
  const person = desk.person('Reviewer 1')?.id ?? ''
  desk.play.must('staff-1', {
    kind: 'declaration.decide',
    application: 'ohio',
    person,
    outcome: 'cleared',
    reason: 'No',
  })
  expect(desk.again('conflicts')).toMatchObject({ faults: [], changes: [], same: 3, command: null })
})

test('TABLE-4 a moment is written so that it is read as the same, also in the hour that clocks show twice', () => {
  const zone = 'America/New_York'
  const twice = [Date.UTC(2010, 10, 7, 5, 30), Date.UTC(2010, 10, 7, 6, 30)]
  for (const at of twice) expect(momentOf(momentWords(at, zone), zone)).toBe(at)
  fc.assert(
    fc.property(fc.nat({ max: 4_000_000_000_000 }), (at) => {
      expect(momentOf(momentWords(at, zone), zone)).toBe(at)
    }),
  )
})

test('TABLE-6 a text that a spreadsheet would compute is guarded, and comes back as it was', () => {
  for (const text of ['=1+1', '+1', '-1', '@x', '\tx', "'=1", "''+1"]) expect(guarded(text)).toBe(`'${text}`)
  for (const text of ['Ann', "O'Hara", "'tis", '1-2', '']) expect(guarded(text)).toBe(text)
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', 'a', '\t') }), (text) => {
      expect(unguarded(guarded(text))).toBe(text)
    }),
  )
})
