import { expect, test } from 'vitest'
import { setUpId } from '../../shared/competition/setup.ts'
import type { Check } from '../../shared/competition/set-up.ts'
import { checkId } from '../../shared/set-up-words/check-id.ts'
import { amountFact, factOf, timeFact } from '../../shared/set-up-words/intake-facts.ts'
import { intakeStanding, toldStanding } from '../../shared/set-up-words/intake-standing.ts'

const zone = 'America/New_York'
const due = Date.parse('2010-01-19T21:30:00Z')
const given = {
  rules: { mostRequested: 700_000_000 },
  zone,
  dates: [{ id: 'deadline', title: 'Applications due', at: due, remind: null }],
}

test('INTAKE-1 what is requested stands beside the most that may be, and what is lacking for that is said', () => {
  expect(amountFact(700_000_000, given)).toBe('$700,000,000 requested, of $700,000,000 at most.')
  expect(amountFact(831_853_931, given)).toBe(
    '$831,853,931 requested, $131,853,931 more than the most of $700,000,000.',
  )
  expect(amountFact(null, given)).toBe('No amount is entered.')
  expect(amountFact(5, { ...given, rules: {} })).toBe('$5 requested; the settings name no most.')
})

test('INTAKE-1 when an application was received stands beside the deadline, in the competition’s zone', () => {
  const told = 'Tue, Jan 19, 2010, 4:30 pm EST'
  expect(timeFact(due, given)).toBe(`Received ${told}, on the minute of “Applications due” (${told}).`)
  expect(timeFact(due + 95_000, given)).toContain(', 1 minute 35 seconds after “Applications due”')
  expect(timeFact(due + 400, given)).toContain(', less than a second after “Applications due”')
  expect(timeFact(due - 3 * 86_400_000, given)).toContain(', 3 days before “Applications due”')
  expect(timeFact(null, given)).toBe('No time of receipt is entered.')
  expect(timeFact(due, { ...given, dates: [] })).toBe(`Received ${told}; the settings name no date for it.`)
})

test('INTAKE-1 facts stand at the items that are about them and at no others', () => {
  const application = { requested: 5, received: due }
  expect(factOf({ id: 'amount-within-the-maximum' }, application, given)).toContain('$5 requested')
  expect(factOf({ id: 'on-time' }, application, given)).toContain('Received')
  expect(factOf({ id: 'signature-of-the-governor' }, application, given)).toBeNull()
  expect(factOf({ id: 'sometimes' }, application, given)).toBeNull()
})

test('INTAKE-2 an item’s id is made of its title and is nobody else’s', () => {
  expect(checkId('Amount within the maximum', [])).toBe('amount-within-the-maximum')
  expect(checkId('On time', ['on-time', 'on-time-2'])).toBe('on-time-3')
  expect(checkId('É – “!”', [])).toBe('e')
  expect(checkId('…', [])).toBe('item')
  const long = checkId('a very long title of what is asked for in the notice', [])
  expect(
    setUpId.safeParse(checkId('a very long title of what is asked for in the notice', [long])).success,
  ).toBe(true)
})

test('INTAKE-3 where an application stands: what is not met first, and whether that keeps it from review', () => {
  const check = (id: string, before: Check['before']): Check => ({ id, title: id, source: '', before })
  const list = [check('late', 'review'), check('audit', 'award'), check('signed', 'review')]
  const judged = (outcome: 'met' | 'notMet') => ({ outcome, at: 1, by: 'Staff', basis: 'Seen.', former: [] })
  const standing = intakeStanding(list, { intake: { audit: judged('notMet'), gone: judged('notMet') } })
  expect(standing.fails).toBeNull()
  expect(toldStanding(standing)).toBe('1 not met · 2 not judged')
  const failing = intakeStanding(list, {
    intake: { late: judged('notMet'), audit: judged('met'), signed: judged('met') },
  })
  expect(failing.fails?.id).toBe('late')
  expect(toldStanding(failing)).toBe('1 not met')
  const all = { late: judged('met'), audit: judged('met'), signed: judged('met') }
  expect(toldStanding(intakeStanding(list, { intake: all }))).toBe('All met')
})
