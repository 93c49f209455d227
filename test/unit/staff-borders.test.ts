import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  beginAt,
  bordersOf,
  endAt,
  moveBorder,
  overlap,
  putBack,
  reachOf,
  type Rivals,
} from '../../client/staff/borders.ts'
import type { Places } from '../../shared/application/places.ts'

const document = 'a'.repeat(12)
const other = 'b'.repeat(12)
const length = 1_000
/** Criteria are rivals of criteria, priorities of priorities. */
const rivals: Rivals = (one, another) => one.startsWith('P') === another.startsWith('P')
const rules = { rivals, length }
const at = (start: number, end: number, where = document) => ({ document: where, start, end })

test('STAFFDOC-10 parts that touch share a border, which moves for both', () => {
  const places: Places = { A: at(0, 100), B: at(100, 200), C: at(250, 300), P: at(150, 180), D: null }
  const borders = bordersOf(places, document)
  expect(borders.map((border) => border.at)).toEqual([0, 100, 150, 180, 200, 250, 300])
  const shared = borders[1]
  if (!shared) throw new Error('There is no border.')
  expect(shared).toEqual({ document, at: 100, ends: ['A'], begins: ['B'] })
  expect(reachOf(places, shared, rivals, length)).toEqual({ from: 1, to: 199 })
  expect(moveBorder(places, shared, 60, rules)).toEqual({ ...places, A: at(0, 60), B: at(60, 200) })
})

test('STAFFDOC-10 a border stops before a rival and before nothing is left of its own part', () => {
  const places: Places = { A: at(0, 100), B: at(200, 300) }
  const [, endOfA, beginOfB, endOfB] = bordersOf(places, document)
  if (!endOfA || !beginOfB || !endOfB) throw new Error('There are four borders.')
  expect(moveBorder(places, endOfA, 900, rules)['A']).toEqual(at(0, 200))
  expect(moveBorder(places, beginOfB, 0, rules)['B']).toEqual(at(100, 300))
  expect(moveBorder(places, beginOfB, 900, rules)['B']).toEqual(at(299, 300))
  expect(moveBorder(places, endOfB, 5_000, rules)['B']).toEqual(at(200, length))
})

test('STAFFDOC-11 “begins here” cuts the part around it, and goes as far as that did', () => {
  const places: Places = { A: at(0, 100), B: null, C: at(300, 400) }
  expect(beginAt(places, 'B', { document, at: 40 }, rules)).toEqual({
    A: at(0, 40),
    B: at(40, 100),
    C: at(300, 400),
  })
  expect(beginAt(places, 'B', { document, at: 150 }, rules)).toMatchObject({ B: at(150, 300) })
  expect(beginAt(places, 'B', { document, at: 500 }, rules)).toMatchObject({ B: at(500, length) })
  expect(beginAt(places, 'B', { document: other, at: 5 }, rules)).toMatchObject({ B: at(5, length, other) })
})

test('STAFFDOC-11 a part that is begun elsewhere keeps its end, and the one before it goes on up to there', () => {
  const places: Places = { A: at(0, 100), B: at(100, 200) }
  expect(beginAt(places, 'B', { document, at: 130 }, rules)).toEqual({ A: at(0, 130), B: at(130, 200) })
  expect(beginAt(places, 'B', { document, at: 60 }, rules)).toEqual({ A: at(0, 60), B: at(60, 200) })
  expect(beginAt(places, 'B', { document, at: 700 }, rules)).toEqual({ A: at(0, 100), B: at(700, length) })
})

test('STAFFDOC-11 a part is not begun where that leaves nothing of another; a priority may lie within a criterion', () => {
  const places: Places = { A: at(0, 100), B: at(100, 200), P: null }
  expect(beginAt(places, 'B', { document, at: 0 }, rules)).toEqual({ covers: 'A' })
  expect(beginAt(places, 'P', { document, at: 0 }, rules)).toMatchObject({ A: at(0, 100), P: at(0, length) })
})

test('STAFFDOC-12 “ends here” pushes the part that it reaches into, and covers none', () => {
  const places: Places = { A: at(0, 100), B: at(100, 200), C: at(200, 300) }
  expect(endAt(places, 'A', { document, at: 150 }, rivals)).toMatchObject({ A: at(0, 150), B: at(150, 200) })
  expect(endAt(places, 'A', { document, at: 50 }, rivals)).toMatchObject({ A: at(0, 50), B: at(100, 200) })
  expect(endAt(places, 'A', { document, at: 200 }, rivals)).toEqual({ covers: 'B' })
  expect(endAt(places, 'B', { document, at: 100 }, rivals)).toEqual({ covers: 'B' })
})

test('STAFFDOC-12 going back to the proposal cuts what lies there by now', () => {
  const places: Places = { A: at(0, 150), B: at(150, 400), C: at(400, 500) }
  expect(putBack(places, 'B', at(100, 450), rivals)).toEqual({
    A: at(0, 100),
    B: at(100, 450),
    C: at(450, 500),
  })
  expect(putBack(places, 'B', at(400, 500), rivals)).toMatchObject({ B: at(400, 500), C: null })
  expect(putBack(places, 'B', null, rivals)).toMatchObject({ A: at(0, 150), B: null })
})

test('STAFFDOC-13 whatever is moved, begun, ended or put back: no part is empty, none leaves its document, no two rivals come to overlap', () => {
  fc.assert(
    fc.property(startingPlaces, fc.array(step, { maxLength: 20 }), (start, steps) => {
      let places = start
      for (const { item, by, to, where } of steps) {
        const before = places
        const touched = where ? document : other
        places = taken(places, { item, by, to, document: touched })
        for (const [id, place] of Object.entries(places)) {
          if (!place) continue
          expect(place.start).toBeLessThan(place.end)
          expect(place.start).toBeGreaterThanOrEqual(0)
          expect(place.end).toBeLessThanOrEqual(length)
          if (by === 'move' && place.document !== touched) expect(place).toEqual(before[id])
        }
        expect(overlapping(places)).toEqual([])
        expect(Object.keys(places).toSorted()).toEqual(Object.keys(start).toSorted())
      }
    }),
    { numRuns: 400 },
  )
})

test('STAFFDOC-13 a border lies within its own reach, and parts that shared it share it after', () => {
  fc.assert(
    fc.property(startingPlaces, fc.nat(), fc.integer({ min: -50, max: 1_100 }), (places, pick, to) => {
      const borders = bordersOf(places, document)
      const border = borders[pick % Math.max(borders.length, 1)]
      if (!border) return
      const { from, to: most } = reachOf(places, border, rivals, length)
      expect(from).toBeLessThanOrEqual(border.at)
      expect(most).toBeGreaterThanOrEqual(border.at)
      const moved = moveBorder(places, border, to, rules)
      const ends = border.ends.map((item) => moved[item]?.end)
      const begins = border.begins.map((item) => moved[item]?.start)
      expect(new Set([...ends, ...begins]).size).toBe(1)
    }),
  )
})

const items = ['A', 'B', 'C', 'D', 'P1', 'P2']

const step = fc.record({
  item: fc.constantFrom(...items),
  by: fc.constantFrom('move', 'begin', 'end', 'back', 'none'),
  to: fc.integer({ min: 0, max: length }),
  where: fc.boolean(),
})

/** Up to four criteria and two priorities in two documents, as a proposal has them: rivals lie beside each other. */
const startingPlaces: fc.Arbitrary<Places> = fc
  .tuple(
    fc.array(fc.integer({ min: 0, max: length }), { minLength: 12, maxLength: 12 }),
    fc.array(fc.constantFrom('gap', 'touch', 'none', 'other'), { minLength: 6, maxLength: 6 }),
  )
  .map(([numbers, kinds]) => {
    const places: Record<string, Places[string]> = {}
    for (const group of [items.slice(0, 4), items.slice(4)]) {
      const cuts = numbers.slice(0, group.length * 2).toSorted((left, right) => left - right)
      let last = 0
      for (const [index, item] of group.entries()) {
        const kind = kinds[items.indexOf(item)]
        const start = kind === 'touch' ? last : (cuts[index * 2] ?? 0)
        const end = cuts[index * 2 + 1] ?? 0
        const fits = kind !== 'none' && start < end
        places[item] = fits ? at(start, end, kind === 'other' ? other : document) : null
        if (fits) last = end
      }
    }
    return places
  })

function taken(
  places: Places,
  { item, by, to, document: where }: { item: string; by: string; to: number; document: string },
): Places {
  if (by === 'none') return { ...places, [item]: null }
  if (by === 'back') {
    const end = Math.min(length, to + 100)
    return putBack(places, item, to < end ? at(to, end, where) : null, rivals)
  }
  if (by === 'move') {
    const borders = bordersOf(places, where)
    const border = borders[to % Math.max(borders.length, 1)]
    return border ? moveBorder(places, border, to, rules) : places
  }
  // A part begins before the end of the text.
  const place = { document: where, at: Math.min(to, length - 1) }
  const next = by === 'begin' ? beginAt(places, item, place, rules) : endAt(places, item, place, rivals)
  return 'covers' in next ? places : next
}

function overlapping(places: Places): readonly string[] {
  const all = Object.entries(places)
  return all.flatMap(([one, place], index) =>
    all
      .slice(index + 1)
      .filter(([another, there]) => place && there && rivals(one, another) && overlap(place, there))
      .map(([another]) => `${one} and ${another}`),
  )
}
