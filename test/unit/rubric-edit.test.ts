import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalHash } from '../../shared/record/hash.ts'
import { added, moved, removed, rowInto, type Addition } from '../../shared/rubric/edit/arranged.ts'
import { asksTheSame } from '../../shared/rubric/edit/asks-the-same.ts'
import {
  asKind,
  changeCriterion,
  changePriority,
  changeRow,
  changeWhole,
  idFault,
  renamed,
} from '../../shared/rubric/edit/changed.ts'
import { bandBorders, bandOrder, bandsEndingAt, evenBands } from '../../shared/rubric/edit/row-bands.ts'
import { inSteps, withBest } from '../../shared/rubric/edit/scaled.ts'
import { withSums } from '../../shared/rubric/edit/sums.ts'
import { presets } from '../../shared/rubric/presets/presets.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { rubricFaults } from '../../shared/rubric/rubric-faults.ts'
import {
  isDivided,
  placeFrom,
  placesIn,
  placeText,
  type RubricPlace,
} from '../../shared/rubric/rubric-place.ts'
import { rubricSchema } from '../../shared/rubric/rubric-schema.ts'
import { rowsOf, type Bands, type Priority, type Rubric } from '../../shared/rubric/rubric.ts'
import { presetRubric } from '../harness/preset-rubrics.ts'

/** Some edit of the editor, chosen by three numbers; the rubric as it was where it does not apply. */
function someEdit(rubric: Rubric, [what, where, value]: readonly [number, number, number]): Rubric {
  const places = placesIn(rubric)
  const place = places[where % places.length] ?? { of: 'whole' }
  const edits: readonly (() => Rubric)[] = [
    () => added(rubric, additionAt(rubric, where, value)).rubric,
    () => (place.of === 'whole' ? rubric : removed(rubric, place)),
    () => moved(rubric, place, value % 2 === 0 ? 1 : -1) ?? rubric,
    () => sized(rubric, where, value),
    () => {
      const row = pick(rowsOf(rubric), where)
      const into = pick(rubric.criteria, value)
      return row && into ? rowInto(rubric, row.id, into.id) : rubric
    },
    () => {
      const criterion = pick(rubric.criteria, where)
      const counted = value % 2 === 0 ? false : undefined
      return criterion ? changeCriterion(rubric, criterion.id, { counted }) : rubric
    },
    () => (idFault(rubric, place, `X${value}`) === null ? renamed(rubric, place, `X${value}`) : rubric),
    () => {
      const priority = pick(rubric.priorities, where)
      const kind = pick(kinds, value)
      return priority && kind ? changePriority(rubric, priority.id, (each) => asKind(each, kind)) : rubric
    },
    () => {
      const stepped = inSteps(rubric, ([1, 2, 4, 10] as const)[value % 4] ?? 1)
      return typeof stepped === 'string' ? rubric : stepped
    },
    () => withBest(rubric, value % 2 === 0 ? 'low' : 'high'),
  ]
  return pick(edits, what)?.() ?? rubric
}

const kinds: readonly Priority['kind'][] = ['absolute', 'competitive', 'invitational', 'judged']

function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[at % Math.max(1, list.length)]
}

function additionAt(rubric: Rubric, where: number, value: number): Addition {
  const area = pick(rubric.areas, where)?.id
  const criterion = pick(rubric.criteria, where)?.id
  if (value % 4 === 1 && area !== undefined) return { what: 'criterion', area }
  if (value % 4 === 2 && criterion !== undefined) return { what: 'row', criterion }
  return value % 4 === 3 ? { what: 'priority', kind: 'invitational' } : { what: 'area' }
}

/** Another maximum, with bands and rule that fit it, as the page proposes them. */
function sized(rubric: Rubric, where: number, value: number): Rubric {
  const row = pick(rowsOf(rubric), where)
  if (!row) return rubric
  const max = (row.min ?? 0) + 1 + (value % 40)
  return changeRow(rubric, row.id, { max, bands: evenBands(rubric, { ...row, max }), rule: null })
}

const edits = fc.array(fc.tuple(fc.nat(9), fc.nat(200), fc.nat(200)), { maxLength: 12 })

test('EDITOR-1 whatever is added, moved, sized or taken out, every sum is the sum of its rows', () => {
  fc.assert(
    fc.property(fc.constantFrom(...presets), edits, (preset, list) => {
      const after = list.reduce(someEdit, preset.rubric)
      expect(withSums(after)).toEqual(after)
      expect(rubricFaults(after).filter((fault) => fault.includes('add up to'))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('EDITOR-2 ids stay one of a kind, and what is made is always a rubric that can be read back to its hash', () => {
  fc.assert(
    fc.property(fc.constantFrom(...presets), edits, (preset, list) => {
      const after = list.reduce(someEdit, preset.rubric)
      expect(
        rubricFaults(after).filter((fault) => /stands twice|needs an id|does not have/.test(fault)),
      ).toEqual([])
      const back = rubricSchema.parse(JSON.parse(JSON.stringify(after)))
      expect(canonicalHash(back)).toBe(canonicalHash(after))
      for (const place of placesIn(after)) expect(placeFrom(after, placeText(place))).toEqual(place)
    }),
    { numRuns: 300 },
  )
})

test('EDITOR-3 what is moved and moved back stands where it stood', () => {
  for (const place of placesIn(raceToTheTop)) {
    const later = moved(raceToTheTop, place, 1)
    if (later) expect(moved(later, place, -1)).toEqual(raceToTheTop)
  }
})

test('EDITOR-3 a criterion moves among those of its area alone, and its rows with it', () => {
  const later = moved(raceToTheTop, { of: 'criterion', id: '(B)(1)' }, 1)
  const inB = later?.criteria.filter(({ area }) => area === 'B').map(({ id }) => id)
  expect(inB).toEqual(['(B)(2)', '(B)(1)', '(B)(3)'])
  expect(moved(raceToTheTop, { of: 'criterion', id: '(B)(3)' }, 1)).toBe(null)
  expect(later?.totals).toEqual(raceToTheTop.totals)
})

test('EDITOR-4 a new part is named in the manner of its neighbors', () => {
  const at = (addition: Addition): RubricPlace => added(raceToTheTop, addition).at
  expect(at({ what: 'criterion', area: 'A' })).toEqual({ of: 'criterion', id: '(A)(4)' })
  expect(at({ what: 'row', criterion: '(A)(1)' })).toEqual({ of: 'row', id: '(A)(1)(iv)' })
  expect(at({ what: 'area' })).toEqual({ of: 'area', id: 'G' })
  expect(at({ what: 'priority', kind: 'judged' })).toEqual({ of: 'priority', id: 'P7' })
  const nih = presetRubric('nih-simplified-2025')
  expect(added(nih, { what: 'criterion', area: 'F' }).at).toEqual({ of: 'criterion', id: 'F4' })
})

test('EDITOR-4 a criterion that is divided by a second row keeps its points in the first, under an id of its own', () => {
  const { rubric } = added(presetRubric('foundation'), { what: 'row', criterion: 'C2' })
  const divided = rubric.criteria.find(({ id }) => id === 'C2')
  expect(divided && isDivided(divided)).toBe(true)
  expect(divided?.rows.map(({ id, label }) => [id, label])).toEqual([
    ['C2(i)', '(i)'],
    ['C2(ii)', '(ii)'],
  ])
  expect(divided?.rows[0]?.max).toBe(30)
  const kept = added(presetRubric('foundation'), { what: 'row', criterion: 'C2' }, () => true)
  expect(kept.rubric.criteria[1]?.rows[0]?.id).toBe('C2')
})

test('EDITOR-5 another step keeps all points as they are, and is refused where one lies between two of its steps', () => {
  const halves = inSteps(raceToTheTop, 2)
  if (typeof halves === 'string') throw new Error(halves)
  expect(rubricFaults(halves)).toEqual([])
  expect(halves.totals.points).toBe(1_000)
  expect(inSteps(halves, 1)).toEqual(raceToTheTop)
  const row = changeRow(halves, '(A)(1)(i)', { max: 9, bands: null })
  expect(inSteps(row, 1)).toBe('The maximum of (A)(1)(i) has 4.5 points, which that step does not have.')
})

test('EDITOR-5 where the other end becomes the better one, bands turn with it; and back it is the same rubric', () => {
  const plain = changePriority(raceToTheTop, 'P2', (priority) => asKind(priority, 'invitational'))
  const turned = withBest(plain, 'low')
  expect(rubricFaults(turned)).toEqual([])
  expect(withBest(turned, 'high')).toEqual(plain)
})

test('EDITOR-6 bands are spread over the whole range of a row; under three steps there are none', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.integer({ min: 1, max: 60 }), fc.boolean(), (min, over, low) => {
      const rubric = withBest(raceToTheTop, low ? 'low' : 'high')
      const bands = evenBands(rubric, { min, max: min + over })
      expect(bands === null).toBe(over < 2)
      if (over < 2) return
      const sized = changeRow(rubric, '(B)(3)', { min, max: min + over, bands, rule: null })
      expect(rubricFaults(sized).filter((fault) => fault.includes('(B)(3)'))).toEqual([])
    }),
  )
})

test('EDITOR-45 bands keep their order whatever is typed as their ends, and right ends make them right again', () => {
  const end = fc.integer({ min: 0, max: 60 })
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(1), end), { maxLength: 8 }), fc.boolean(), (typed, low) => {
      const rubric = withBest(raceToTheTop, low ? 'low' : 'high')
      const row = { min: 2, max: 30 }
      const even = evenBands(rubric, row)
      if (!even) throw new Error('The row has no bands.')
      const [lower, middle] = bandOrder(rubric)
      const typing = (bands: Bands, which: number, units: number): Bands =>
        bandsEndingAt(rubric, row, bands, which === 0 ? lower : middle, units)
      const scrambled = typed.reduce((bands, [which, units]) => typing(bands, which, units), even)
      const faults = rubricFaults(changeRow(rubric, '(B)(3)', { ...row, bands: scrambled, rule: null }))
      expect(bandBorders(rubric, row, scrambled).some(({ fault }) => fault !== null)).toBe(
        faults.some((fault) => fault.includes('(B)(3)')),
      )
      expect(typing(typing(scrambled, 0, even[lower][1]), 1, even[middle][1])).toEqual(even)
    }),
  )
})

test('EDITOR-45 what does not fit is said at the end of a band that has to change', () => {
  const bands = { low: [0, 9], medium: [10, 26], high: [27, 30] } as const
  const said = (name: 'low' | 'medium', units: number): readonly (string | null)[] => {
    const typed = bandsEndingAt(raceToTheTop, { max: 30 }, bands, name, units)
    return bandBorders(raceToTheTop, { max: 30 }, typed).map(({ fault }) => fault)
  }
  expect(said('low', 35)).toEqual(['From 0 to 28.', null])
  expect(said('low', 26)).toEqual(['Under 26, where Medium ends.', 'Over 26, where Low ends.'])
  expect(said('medium', 40)).toEqual([null, 'From 1 to 29.'])
  expect(said('medium', 12)).toEqual([null, null])
})

test('EDITOR-7 titles of an undivided criterion are those of its row; texts and thresholds that are taken away are gone', () => {
  const titled = changeCriterion(raceToTheTop, '(B)(3)', { title: 'Support', short: 'Support' })
  const [criterion] = titled.criteria.filter(({ id }) => id === '(B)(3)')
  expect(criterion?.rows[0]?.title).toBe('Support')
  const plain = changeWhole(changeWhole(raceToTheTop, { threshold: 300 }), { threshold: undefined })
  expect(canonicalHash(plain)).toBe(canonicalHash(raceToTheTop))
})

test('EDITOR-8 a new version asks the same as long as only words and bands change', () => {
  const words = changeRow(raceToTheTop, '(A)(1)(i)', { summary: 'Other words', bands: null })
  expect(asksTheSame(raceToTheTop, words)).toBe(true)
  expect(asksTheSame(raceToTheTop, changeRow(words, '(A)(1)(i)', { max: 8 }))).toBe(false)
})

test('EDITOR-2 borders of bands that lie between two steps of another scale stay whole', () => {
  const whole = inSteps(oneRowInHalves({ low: [0, 2], medium: [3, 8], high: [9, 10] }), 1)
  expect(typeof whole === 'string' ? whole : rowsOf(whole)[0]?.bands).toEqual({
    low: [0, 1],
    medium: [2, 4],
    high: [5, 5],
  })
})

/** A rubric in halves of one row from 0 to 5, with these bands in units. */
function oneRowInHalves(bands: Bands): Rubric {
  const [criterion] = raceToTheTop.criteria
  const [row] = criterion?.rows ?? []
  if (!criterion || !row) throw new Error('The rubric has no row.')
  return {
    ...raceToTheTop,
    scale: { perPoint: 2, best: 'high' },
    criteria: [{ ...criterion, rows: [{ ...row, max: 10, bands }] }],
    priorities: [],
  }
}
