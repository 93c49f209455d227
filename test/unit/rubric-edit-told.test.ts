import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { canonicalHash } from '../../shared/record/hash.ts'
import { added, moved, removed } from '../../shared/rubric/edit/arranged.ts'
import { changeArea, changeCriterion, changeRow } from '../../shared/rubric/edit/changed.ts'
import { differences } from '../../shared/rubric/edit/differences.ts'
import { readRubric, writtenRubric } from '../../shared/rubric/edit/read-rubric.ts'
import { untitled } from '../../shared/rubric/edit/untitled.ts'
import { presets } from '../../shared/rubric/presets/presets.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { placedFaults } from '../../shared/rubric/rubric-faults.ts'
import { placeText } from '../../shared/rubric/rubric-place.ts'
import { rubricFileSchema } from '../../shared/rubric/rubric-schema.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'

/** The faults of a file, each as "where: sentence". */
function faultsOf(text: string): readonly string[] {
  const read = readRubric(text)
  return 'faults' in read ? read.faults.map(({ where, sentence }) => `${where}: ${sentence}`) : []
}

/** The file of a rubric with something in it changed as text. */
function changedFile(from: string, to: string): string {
  const file = writtenRubric(raceToTheTop, 'https://panel.example/api/rubric.schema.json')
  if (!file.includes(from)) throw new Error(`The file has no ${from}.`)
  return file.replace(from, to)
}

test.for(presets)(
  'EDITOR-9 $id goes out as JSON and comes in as the same rubric, to its hash',
  ({ rubric }) => {
    const read = readRubric(writtenRubric(rubric, 'https://panel.example/api/rubric.schema.json'))
    expect('rubric' in read && canonicalHash(read.rubric)).toBe(canonicalHash(rubric))
  },
)

test('EDITOR-10 what is wrong in a file is named with its place, and nothing of it is taken', () => {
  expect(faultsOf('{"id": ')).toEqual([': This is not JSON: its end is missing.'])
  expect(faultsOf(changedFile('"max": 45', '"max": "45"'))).toEqual([
    'criteria, first, rows, second, max, in (A)(1)(ii): This is a text, and has to be a number.',
  ])
  expect(faultsOf(changedFile('"max": 45', '"most": 45'))).toEqual([
    'criteria, first, rows, second, max, in (A)(1)(ii): It is missing.',
    'criteria, first, rows, second, most, in (A)(1)(ii): A rubric has no such field.',
  ])
  expect(faultsOf(changedFile('"max": 45', '"max": 44'))).toEqual([
    'criterion (A)(1): The points of the rows of (A)(1) add up to 64, the rubric states 65.',
    'row (A)(1)(ii): The bands of (A)(1)(ii) do not cover 0 to 44 without a gap.',
  ])
})

test('EDITOR-48 why a file is refused is said in plain words, not in those of a program', () => {
  const said = (change: (rubric: Record<string, unknown>) => Record<string, unknown>): readonly string[] =>
    faultsOf(JSON.stringify(change({ ...raceToTheTop })))
  const [first, second, third] = raceToTheTop.criteria
  expect(said(({ areas: _, ...rest }) => ({ ...rest, title: 7 }))).toEqual([
    'title: This is a number, and has to be a text.',
    'areas: It is missing.',
  ])
  expect(said((rubric) => ({ ...rubric, scale: { perPoint: 3, best: 'middle' } }))).toEqual([
    'scale, perPoint: This has to be 1, 2, 4 or 10.',
    'scale, best: This has to be “high” or “low”.',
  ])
  const row = third?.rows[0]
  const withRow = (changed: object) => (rubric: Record<string, unknown>) => ({
    ...rubric,
    criteria: [first, second, { ...third, rows: [{ ...row, ...changed }] }],
  })
  const at = 'criteria, third, rows, first'
  const inRow = `, in ${row?.id}`
  expect(said(withRow({ max: -1, bands: [] }))).toEqual([
    `${at}, max${inRow}: This is less than 0.`,
    `${at}, bands${inRow}: This is a list, and has to be a group of fields in braces.`,
  ])
  expect(said(withRow({ rule: { kind: 'other' } }))).toEqual([
    `${at}, rule, kind${inRow}: This has to be “elements”, “choice” or “guidance”.`,
  ])
  expect(said(withRow({ title: 'x'.repeat(20_001) }))).toEqual([
    `${at}, title${inRow}: This is longer than 20,000 characters.`,
  ])
  expect(faultsOf('{\n  "id": 1,\n}')).toEqual([
    ': This is not JSON: it cannot be read from line 3, column 1 on.',
  ])
  expect([...faultsOf(''), ...faultsOf('rubric')]).toEqual([': This file is empty.', ': This is not JSON.'])
})

test('EDITOR-10 whatever stands in a file, it is a rubric without faults or says why not', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
      const read = readRubric(text)
      if ('rubric' in read) expect(placedFaults(read.rubric)).toEqual([])
      else expect(read.faults.length).toBeGreaterThan(0)
    }),
  )
})

test('EDITOR-14 a file may say where its schema is; that is no part of the rubric nor of its hash', () => {
  const read = readRubric(JSON.stringify({ $schema: './rubric.schema.json', ...raceToTheTop }))
  expect('rubric' in read && Object.hasOwn(read.rubric, '$schema')).toBe(false)
  expect('rubric' in read && canonicalHash(read.rubric)).toBe(canonicalHash(raceToTheTop))
  expect(writtenRubric(raceToTheTop, 'https://panel.example/s.json')).toMatch(
    /^\{\n  "\$schema": "https:\/\/panel\.example\/s\.json",\n  "id"/,
  )
})

test('EDITOR-14 what else it says of a schema is named, with its place', () => {
  expect(faultsOf(JSON.stringify({ $schema: 7, ...raceToTheTop }))).toEqual([
    '$schema: This is a number, and has to be a text.',
  ])
  expect(faultsOf(changedFile('"max": 45', '"max": 45, "$schema": "s.json"'))).toEqual([
    'criteria, first, rows, second, $schema, in (A)(1)(ii): A rubric has no such field.',
  ])
})

test('EDITOR-11 a fault says at which part it is', () => {
  const broken = changeRow(raceToTheTop, '(A)(1)(ii)', { max: 40 })
  expect(placedFaults(broken)).toEqual([
    {
      at: { of: 'row', id: '(A)(1)(ii)' },
      sentence: 'The bands of (A)(1)(ii) do not cover 0 to 40 without a gap.',
    },
  ])
})

test.for(presets)('EDITOR-47 every part of $id has a title, and what is added has one', ({ rubric }) => {
  expect(untitled(rubric)).toEqual([])
  expect(untitled(added(rubric, { what: 'area' }).rubric)).toEqual([])
})

test('EDITOR-47 a part without a title or a short one is named at its place; of an undivided criterion once', () => {
  const said = (rubric: Rubric): readonly string[] =>
    untitled(rubric).map(({ at, sentence }) => `${placeText(at)}: ${sentence}`)
  expect(said(changeCriterion(raceToTheTop, '(B)(3)', { title: ' ', short: '' }))).toEqual([
    'criterion:(B)(3): (B)(3) has no title.',
    'criterion:(B)(3): (B)(3) has no short title.',
  ])
  expect(said(changeRow(raceToTheTop, '(A)(1)(i)', { title: '' }))).toEqual([
    'row:(A)(1)(i): (A)(1)(i) has no title.',
  ])
  expect(said(changeArea(raceToTheTop, 'A', { title: '' }))).toEqual(['area:A: Area A has no title.'])
})

test('EDITOR-12 what changed is told part by part in points, and what it means for points that were given', () => {
  const smaller = changeRow(raceToTheTop, '(A)(1)(i)', { max: 4, bands: null, summary: 'Other words' })
  expect(differences(raceToTheTop, smaller)).toEqual([
    { at: { of: 'whole' }, name: 'The whole rubric', lines: ['Points in all: 500 → 499'], given: null },
    {
      at: { of: 'area', id: 'A' },
      name: expect.stringMatching(/^Area A /),
      lines: ['Points: 125 → 124'],
      given: null,
    },
    {
      at: { of: 'criterion', id: '(A)(1)' },
      name: '(A)(1) Reform agenda and district participation',
      lines: ['Points: 65 → 64'],
      given: null,
    },
    {
      at: { of: 'row', id: '(A)(1)(i)' },
      name: '(A)(1)(i) Coherent reform agenda',
      lines: ['Maximum: 5 → 4', 'Bands: 0–1, 2–3, 4–5 → none', 'What it asks: changed'],
      given: 'Points over 4 stay as they were given, and the form says so.',
    },
  ])
})

test('EDITOR-12 what is new, gone or in another order is told as well, and of the same nothing', () => {
  const { rubric } = added(raceToTheTop, { what: 'priority', kind: 'invitational' })
  const told = (after: typeof rubric): readonly string[] =>
    differences(raceToTheTop, after).flatMap(({ name, lines }) => lines.map((line) => `${name}: ${line}`))
  expect(told(raceToTheTop)).toEqual([])
  expect(told(rubric)).toContain('P7 New priority: New.')
  expect(told(removed(raceToTheTop, { of: 'row', id: '(F)(1)(ii)' }))).toEqual(
    expect.arrayContaining([expect.stringMatching(/^\(F\)\(1\)\(ii\) .*: Taken out\.$/)]),
  )
  expect(told(moved(raceToTheTop, { of: 'area', id: 'A' }, 1) ?? raceToTheTop)).toEqual([
    'The whole rubric: Order of areas: changed',
  ])
})

/** Every property of a JSON Schema, by its path, that nothing is said of; what is one word only says itself. */
function unsaid(schema: unknown, path = ''): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  if (Array.isArray(schema)) return schema.flatMap((each) => unsaid(each, path))
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) => {
    if (key !== 'properties' || typeof value !== 'object' || value === null) return unsaid(value, path)
    return Object.entries(value).flatMap(([name, property]: [string, object]) => {
      const at = `${path}.${name}`
      const said = 'description' in property || 'const' in property
      return [...(said ? [] : [at]), ...unsaid(property, at)]
    })
  })
}

test('EDITOR-13 the published JSON Schema says of everything in a rubric what it is', () => {
  const schema = z.toJSONSchema(rubricFileSchema)
  expect(schema.title).toBe('Rubric of Panelroom')
  expect(unsaid(schema)).toEqual([])
})
