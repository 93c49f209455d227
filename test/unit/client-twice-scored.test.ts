import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { scoresField } from '../../shared/form/fields.ts'
import { openLines, type Lines, type Tab } from './client-twice-lines.ts'

const row = '(A)(1)(i)'
const rows = [row, '(A)(1)(ii)']

type Step =
  | { readonly do: 'give'; readonly tab: number; readonly row: number; readonly points: number | null }
  | { readonly do: 'cut' | 'connect' | 'up' | 'down'; readonly tab: number }

const tab = fc.nat(1)
const points = fc.option(fc.nat(1000), { freq: 12 })
const gives = fc.record({ do: fc.constant('give'), tab, row: fc.nat(rows.length - 1), points })

function steps(moves: readonly ('cut' | 'connect' | 'up' | 'down')[]): fc.Arbitrary<readonly Step[]> {
  const moved = fc.record({ do: fc.constantFrom(...moves), tab })
  return fc.array(fc.oneof(gives, { weight: 2, arbitrary: moved }), { maxLength: 40, size: 'max' })
}

const clients = fc.constantFrom([1, 2], [2, 1])

/** Points that somebody gave, and which of those that were given before they knew. */
interface Given {
  readonly row: string
  readonly points: number | null
  readonly id: Y.ID
  readonly knew: readonly Given[]
}

function knows({ doc }: Tab, { id }: Given): boolean {
  return id.clock < Y.getState(doc.store, id.client)
}

/** Gives points and remembers what was known of the row; nothing where they stood already. */
function given(at: Tab, row: string, to: number | null, before: readonly Given[]): readonly Given[] {
  const id = (): Y.ID | undefined => at.doc.getMap(scoresField)._map.get(row)?.id
  const was = id()
  const knew = before.filter((one) => one.row === row && knows(at, one))
  at.give(row, to)
  const now = id()
  return now && now !== was ? [{ row, points: to, id: now, knew }] : []
}

/** What is left of all that was given for a row: what nobody knew who gave points after it. */
function lastGiven(all: readonly Given[], row: string): readonly Given[] {
  const here = all.filter((given) => given.row === row)
  return here.filter((given) => !here.some(({ knew }) => knew.includes(given)))
}

/** Whether different points were ever given for a row at the same time. */
function everApart(all: readonly Given[], row: string): boolean {
  const here = all.filter((given) => given.row === row)
  return here.some((one) =>
    here.some(
      (other) => one.points !== other.points && !one.knew.includes(other) && !other.knew.includes(one),
    ),
  )
}

/** Whether the same points were given for a row twice: whoever went on from one of them may have known the other. */
function anyTwice(all: readonly Given[], row: string): boolean {
  const values = all.filter((one) => one.row === row).map((one) => one.points)
  return new Set(values).size < values.length
}

/**
 * Lets the tabs do what they do, then opens all lines, and answers with what was given. On lines that are not at once nobody
 * answers a question while points are still on their way.
 */
function play(lines: Lines, taken: readonly Step[], atOnce: boolean): readonly Given[] {
  const all: Given[] = []
  for (const next of taken) {
    const at = lines.tabs[next.tab]
    if (!at) continue
    if (next.do !== 'give') at[next.do]()
    else if (atOnce || at.asks(rows[next.row] ?? '') === undefined)
      all.push(...given(at, rows[next.row] ?? '', next.points, all))
    if (atOnce) lines.deliver()
  }
  lines.settleDown()
  return all
}

/** What both tabs say of a row, points first; the same in both. */
function said({ tabs }: Lines, row: string): readonly unknown[] {
  const [one, other] = tabs.map((tab) => [tab.points(row), tab.asks(row)])
  expect(one).toEqual(other)
  return one ?? []
}

test('TWICE-1 of a row that was scored in two places at the same time both values are asked about, in both', () => {
  fc.assert(
    fc.property(clients, steps(['cut', 'connect']), (ids, taken) => {
      const lines = openLines(ids)
      const all = play(lines, taken, true)
      for (const row of rows) {
        const [points, asked] = said(lines, row)
        if (anyTwice(all, row)) continue
        const values = new Set(lastGiven(all, row).map((one) => one.points))
        if (values.size > 1) expect(new Set([points, asked])).toEqual(values)
        else expect(asked).toBe(undefined)
      }
    }),
    { numRuns: 500 },
  )
})

test('TWICE-2 on lines as slow as can be a row is asked about where its points differ, and only where they ever did at the same time', () => {
  fc.assert(
    fc.property(clients, steps(['cut', 'connect', 'up', 'up', 'down', 'down']), (ids, taken) => {
      const lines = openLines(ids)
      const all = play(lines, taken, false)
      for (const row of rows) {
        const [, asked] = said(lines, row)
        const differ = new Set(lastGiven(all, row).map((one) => one.points)).size > 1
        if (!everApart(all, row)) expect(asked).toBe(undefined)
        else if (differ && !anyTwice(all, row)) expect(asked).not.toBe(undefined)
      }
    }),
    { numRuns: 500 },
  )
})

test('TWICE-3 once one of both is chosen, or other points are given, both tabs have it and nothing is asked any more', () => {
  const answer = fc.record({ tab: fc.nat(1), how: fc.constantFrom('standing', 'other', 'new') })
  fc.assert(
    fc.property(clients, steps(['cut', 'connect']), answer, (ids, taken, { tab, how }) => {
      const lines = openLines(ids)
      play(lines, taken, true)
      for (const row of rows) {
        const [points, asked] = said(lines, row)
        const at = lines.tabs[tab]
        if (asked === undefined || !at) continue
        const chosen = how === 'new' ? 2000 : how === 'other' ? asked : points
        if (how === 'new') at.give(row, 2000)
        else at.choose(row, chosen === null ? null : Number(chosen))
        lines.settleDown()
        expect(said(lines, row)).toEqual([chosen, undefined])
      }
    }),
    { numRuns: 500 },
  )
})

test('TWICE-3 a question that two tabs ask at once is answered once', () => {
  const lines = openLines([1, 2])
  lines.settleDown()
  const [one, other] = lines.tabs
  if (!one || !other) throw new Error('There are two tabs.')
  one.give(row, 12)
  other.give(row, 15)
  // Each meets the other's points before it hears that its own are saved.
  for (const tab of [one, other, one, other]) tab.up()
  for (const tab of [one, other]) while (tab.down());
  expect([one.asks(row), other.asks(row)]).toEqual([12, 12])
  one.choose(row, 15)
  while (one.up());
  lines.settleDown()
  expect(said(lines, row)).toEqual([15, undefined])
})

test('TWICE-4 points that were on the server when the others were given are asked about by whoever gave those, and not again', () => {
  const lines = openLines([2, 1])
  const [one, other] = lines.tabs
  if (!one || !other) throw new Error('There are two tabs.')
  lines.settleDown()
  other.cut()
  one.give(row, 12)
  one.up()
  // The answer that it is saved is lost.
  one.cut()
  other.give(row, 15)
  other.connect()
  lines.deliver()
  expect(other.asks(row)).toBe(15)
  other.choose(row, 15)
  lines.settleDown()
  expect(said(lines, row)).toEqual([15, undefined])
})

test('TWICE-5 the same points in two places are not asked about, and neither is what somebody gave who had seen the other', () => {
  const lines = openLines([1, 2])
  const [one, other] = lines.tabs
  if (!one || !other) throw new Error('There are two tabs.')
  one.give(row, 12)
  other.give(row, 12)
  lines.settleDown()
  expect(said(lines, row)).toEqual([12, undefined])
  one.give(row, 13)
  lines.deliver()
  other.give(row, 14)
  lines.deliver()
  expect(said(lines, row)).toEqual([14, undefined])
})
