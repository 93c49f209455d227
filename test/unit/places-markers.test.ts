import { expect, test } from 'vitest'
import { entriesOf } from '../../shared/application/place-entries.ts'
import { idsOf } from '../../shared/application/place-ids.ts'
import { markersIn } from '../../shared/application/place-markers.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'

const { entries } = entriesOf(raceToTheTop)
const ids = idsOf(entries)

/** The entries that a line names so plainly that an answer could begin there. */
function named(line: string, heads: readonly number[] = []): readonly string[] {
  return markersIn(line, heads, ids).flatMap(({ entry, stands }) =>
    stands === 'amid' ? [] : (entries[entry]?.id ?? []),
  )
}

test('PLACE-15 an id is read as people write it at the head of a line, and as none where it only looks like one', () => {
  const written = [
    '(B)(1) Standards',
    '(B) (1)',
    'B.1 Standards',
    'B1. Standards',
    'B-1: Standards',
    '[B](1)',
    'Selection Criterion (B)(1)',
  ]
  for (const line of written) expect(named(line, [0]), line).toEqual(['(B)(1)'])
  expect(named('Competitive Preference Priority 2: STEM', [0])).toEqual(['P2'])
  for (const line of [
    'B 1 percent rise',
    'B 1990',
    '(B) Standards',
    'Part B',
    'A great deal',
    'B12 vitamins',
  ])
    expect(named(line, [0]), line).toEqual([])
})

test('PLACE-16 an id is read through what a scan makes of it', () => {
  const garbled = {
    '(13)(1)': '(B)(1)',
    '(Bl(2)': '(B)(2)',
    '(C)(1 )': '(C)(1)',
    '(C)(l)': '(C)(1)',
    '(DX5)': '(D)(5)',
    '(DXS)': '(D)(5)',
    '{A)(Z)': '(A)(2)',
    '(0)(4)': '(D)(4)',
    '(E) (I)': '(E)(1)',
  }
  for (const [scan, id] of Object.entries(garbled))
    expect(named(`It ended. ${scan} The State began`), scan).toEqual([id])
})

test('PLACE-17 a reference within a sentence heads nothing', () => {
  const sentences = [
    'as we say (see (D)(1) above)',
    'It supports (D)(1) and more.',
    'In Selection Criterion (D)(1), the State',
    'told in (B)(1), (B)(2) and (C)(3).',
    'It ended. (D)(1) and the rest follow.',
    'under section 1111(b)(2)(C)(v) of the Act',
  ]
  for (const sentence of sentences) expect(named(sentence), sentence).toEqual([])
})
