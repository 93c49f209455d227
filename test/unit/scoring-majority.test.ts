import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { answersDiffer, majority, type SeatAnswer } from '../../shared/scoring/majority.ts'

const golden = new URL('../../../shared/data/golden/voting-rules.json', import.meta.url)

/** A panel from how many of its seats are what. */
function panel(parts: {
  yes?: number
  no?: number
  silent?: number
  excused?: number
  recused?: number
}): SeatAnswer[] {
  const seats = (count = 0, standing: SeatAnswer['standing'], answer: SeatAnswer['answer']) =>
    Array.from({ length: count }, () => ({ standing, answer }))
  return [
    ...seats(parts.yes, 'sitting', 'yes'),
    ...seats(parts.no, 'sitting', 'no'),
    ...seats(parts.silent, 'sitting', null),
    ...seats(parts.excused, 'excused', null),
    ...seats(parts.recused, 'recused', 'yes'),
  ].map((part, at) => ({ seat: at + 1, ...part }))
}

/** Every way in which up to nine seats can say yes, say no, say nothing, be excused or be recused. */
function* everyPanel() {
  for (let yes = 0; yes <= 9; yes += 1)
    for (let no = 0; yes + no <= 9; no += 1)
      for (let silent = 0; yes + no + silent <= 9; silent += 1)
        for (let excused = 0; yes + no + silent + excused <= 9; excused += 1)
          for (let recused = 0; yes + no + silent + excused + recused <= 9; recused += 1)
            yield { yes, no, silent, excused, recused }
}

test('VOTE-1 the points are given exactly when more than half of the seats that are not recused say yes', () => {
  let panels = 0
  for (const parts of everyPanel()) {
    const counted = parts.yes + parts.no + parts.silent + parts.excused
    const { awarded, seats, yes, no } = majority(panel(parts))
    expect([awarded, seats, yes, no], JSON.stringify(parts)).toEqual([
      2 * parts.yes > counted,
      counted,
      parts.yes,
      parts.no,
    ])
    panels += 1
  }
  expect(panels).toBe(2002)
})

test('VOTE-1 what is needed is the smallest number that is more than half', () => {
  const needed = Array.from({ length: 9 }, (_, at) => majority(panel({ no: at + 1 })).needed)
  expect(needed).toEqual([1, 2, 2, 3, 3, 4, 4, 5, 5])
})

test('VOTE-1 one more yes never takes the points away', () => {
  for (const parts of everyPanel()) {
    if (parts.no === 0 || !majority(panel(parts)).awarded) continue
    expect(majority(panel({ ...parts, yes: parts.yes + 1, no: parts.no - 1 })).awarded).toBe(true)
  }
})

test('VOTE-1 the order of the seats changes nothing', () => {
  const anySeat = fc.record({
    seat: fc.integer({ min: 1, max: 99 }),
    standing: fc.constantFrom('sitting', 'excused', 'recused'),
    answer: fc.constantFrom('yes', 'no', null),
  })
  fc.assert(
    fc.property(fc.array(anySeat, { maxLength: 9 }), (seats) => {
      expect(majority([...seats].reverse())).toEqual(majority(seats))
    }),
  )
})

test('VOTE-2 two of four is nothing', () => {
  expect(majority(panel({ yes: 2, no: 2 }))).toMatchObject({ needed: 3, awarded: false })
})

test('VOTE-2 Louisiana, 2010: two of five is nothing', () => {
  expect(majority(panel({ yes: 2, no: 3 }))).toMatchObject({ needed: 3, awarded: false })
})

test('VOTE-2 three of five is enough', () => {
  expect(majority(panel({ yes: 3, no: 2 })).awarded).toBe(true)
})

test('VOTE-3 an excused seat counts as a seat: two of two who sit beside two excused are not a majority', () => {
  expect(majority(panel({ yes: 2, excused: 2 }))).toMatchObject({ seats: 4, needed: 3, awarded: false })
})

test('VOTE-3 a recused seat does not: two of three are a majority beside two recused', () => {
  expect(majority(panel({ yes: 2, no: 1, recused: 2 }))).toMatchObject({ seats: 3, needed: 2, awarded: true })
})

test('VOTE-3 nobody left to count gives nothing', () => {
  expect(majority(panel({ recused: 5 }))).toMatchObject({ seats: 0, awarded: false })
})

test('VOTE-4 answers differ where a yes and a no stand, recused seats left out', () => {
  for (const parts of everyPanel()) {
    expect(answersDiffer(panel(parts)), JSON.stringify(parts)).toBe(parts.yes > 0 && parts.no > 0)
  }
})

const caseSchema = z.object({ name: z.string(), input: z.unknown(), expected: z.unknown() })
const known: Readonly<Record<string, (input: unknown, expected: unknown) => void>> = {
  'three bases of a majority': (input, expected) => {
    const { membership } = z.object({ membership: z.number() }).parse(input)
    const { majority_of_entire_membership: needed } = z
      .object({ majority_of_entire_membership: z.number() })
      .parse(expected)
    expect(majority(panel({ no: membership })).needed).toBe(needed)
  },
  // A rule this engine does not have. Of what it says, this holds here too: abstentions count like no.
  'two thirds of members present: abstentions count like no': (input) => {
    const { yes, no, abstain } = z
      .object({ yes: z.number(), no: z.number(), abstain: z.number() })
      .parse(input)
    const abstaining = majority(panel({ yes, no, silent: abstain }))
    expect(abstaining.awarded).toBe(majority(panel({ yes, no: no + abstain })).awarded)
  },
  'Louisiana STEM priority, Phase 1': (input, expected) => {
    const given = z.object({ yes: z.number(), no: z.number() }).parse(input)
    const { needed, awarded } = z.object({ needed: z.number(), awarded: z.boolean() }).parse(expected)
    expect(majority(panel(given))).toMatchObject({ needed, awarded })
  },
  'strict majority of the panel, five seats': (input, expected) => {
    const counts = z.object({
      yes: z.number(),
      no: z.number(),
      abstain: z.number(),
      absent: z.number(),
      recused: z.number(),
    })
    const { ballots } = z.object({ ballots: z.array(counts) }).parse(input)
    const { awarded_seats_fixed: awarded } = z
      .object({ awarded_seats_fixed: z.array(z.boolean()) })
      .parse(expected)
    const found = ballots.map(
      ({ yes, no, abstain, absent, recused }) =>
        majority(panel({ yes, no, silent: abstain, excused: absent, recused })).awarded,
    )
    expect(found).toEqual(awarded)
  },
}

test('VOTE-5 the published and derived cases of voting rules come out as they are known', () => {
  if (!existsSync(golden)) {
    expect(existsSync(golden), 'the known answers are not beside this copy').toBe(false)
    return
  }
  const { cases } = z.object({ cases: z.array(caseSchema) }).parse(JSON.parse(readFileSync(golden, 'utf8')))
  expect(cases.map(({ name }) => name)).toEqual(Object.keys(known))
  for (const { name, input, expected } of cases) known[name]?.(input, expected)
})
