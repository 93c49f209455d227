import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemsOf, nextIncomplete, rowStatuses } from '../../client/reviewer/form-items.ts'
import { pageAsked } from '../../client/reviewer/page-asked.ts'
import { pointsNote } from '../../client/reviewer/points-note.ts'
import { lacking, shortComments } from '../../client/reviewer/ready-items.ts'
import { rowNamed } from '../../client/reviewer/row-named.ts'
import { missingFromForm } from '../../shared/form/missing.ts'
import { raceToTheTop as rubric } from '../../shared/rubric/race-to-the-top.ts'
import { findRow, rowsOf } from '../../shared/rubric/rubric.ts'
import { emptyForm, fullForm } from '../harness/full-form.ts'

const empty = emptyForm(rubric)
const full = fullForm(rubric)
const rows = rowsOf(rubric).map(({ id }) => id)

/** Ways in which people write the id of a row. */
const spellings: readonly ((id: string) => string)[] = [
  (id) => id,
  (id) => ` ${id.toLowerCase()} `,
  (id) => id.replaceAll(/[()]/g, ''),
  (id) => id.replaceAll(/[()]/g, '').toLowerCase(),
  (id) => id.replaceAll(')(', '.').replaceAll(/[()]/g, ''),
  (id) => id.replaceAll(/[()]+/g, ' '),
]

test('WORK-1 a row is found by its id, however one writes it', () => {
  for (const id of itemsOf(rubric))
    for (const spelled of spellings) expect(rowNamed(rubric, spelled(id))).toEqual({ item: id })
  expect(rowNamed(rubric, 'stem')).toEqual({ item: 'P2' })
  expect(rowNamed(rubric, 'Absolute')).toEqual({ item: 'P1' })
  expect(rowNamed(rubric, 'd4')).toEqual({ item: '(D)(4)(i)' })
})

test('WORK-1 the beginning of several ids says which there are, and what is none is said to be none', () => {
  expect(rowNamed(rubric, 'A')).toEqual({ sentence: 'A can be (A)(1), (A)(2) or (A)(3). Type which.' })
  expect(rowNamed(rubric, ' g7 ')).toEqual({ sentence: 'The rubric has no row g7.' })
  expect(rowNamed(rubric, '()')).toEqual({ sentence: 'Type a row, such as b1ii, or stem.' })
})

test('WORK-2 the next incomplete is the next that lacks anything, once round, and a free comment lacks nothing', () => {
  const remark = (ids: readonly string[]) =>
    Object.fromEntries(
      rubric.criteria.map(({ id }) => [id, { text: ids.includes(id) ? 'Because.' : '', noneFound: false }]),
    )
  const criteria = rubric.criteria.map(({ id }) => id)
  fc.assert(
    fc.property(
      fc.subarray(rows),
      fc.subarray(criteria),
      fc.constantFrom(...itemsOf(rubric)),
      (given, written, from) => {
        const form = {
          ...full,
          scores: Object.fromEntries(rows.map((id) => [id, given.includes(id) ? 1 : null])),
          strengths: remark(written),
          comments: empty.comments,
        }
        const statuses = rowStatuses(form, rubric)
        const open = rows.filter((id, at) => id !== from && statuses[at] !== 'complete')
        const start = itemsOf(rubric).indexOf(from)
        const after = open.find((id) => itemsOf(rubric).indexOf(id) > start)
        expect(nextIncomplete(form, rubric, from)).toBe(after ?? open[0] ?? null)
      },
    ),
  )
  expect(nextIncomplete({ ...full, determinations: empty.determinations }, rubric, rows[0] ?? '')).toBe('P1')
})

test('WORK-3 a rule that guides is told at the number that it speaks of, and nowhere else', () => {
  const note = (id: string, points: number): string | null => {
    const row = findRow(rubric, id)
    return row ? pointsNote(rubric, row, points) : null
  }
  expect(note('(F)(1)(i)', 5)).toBe('5 is in the high band. The notice on high: The share increased.')
  expect(note('(F)(2)(i)', 0)).toBe('The notice on 0 points: The State has no charter school law.')
  // The notice prints no bands for 8 points, and none are worked out.
  expect(note('(F)(2)(i)', 4)).toBeNull()
  expect(note('(A)(1)(ii)', 40)).toBeNull()
})

test('WORK-4 everything that is missing stands under its criterion, and leads to a row or priority that there is', () => {
  for (const form of [empty, { ...full, strengths: empty.strengths }, full]) {
    const parts = lacking(form, rubric)
    const things = parts.flatMap((part) => part.things)
    expect(things.map(({ sentence }) => sentence).toSorted()).toEqual(
      missingFromForm(form, rubric)
        .map(({ sentence }) => sentence)
        .toSorted(),
    )
    for (const { item } of things) expect(itemsOf(rubric)).toContain(item)
    expect(parts.every((part) => part.things.length > 0)).toBe(true)
  }
})

test('WORK-5 a comment shorter than the competition asks for is pointed out; none found and none written are not short', () => {
  const remarks = (text: string, noneFound = false) => ({ ...empty.strengths, '(A)(2)': { text, noneFound } })
  const told = (text: string, noneFound?: boolean, shortest: number | null = 10) =>
    shortComments({ ...empty, strengths: remarks(text, noneFound) }, rubric, shortest)
  expect(told(' Too few. ')).toEqual([{ sentence: 'Strengths of (A)(2): 8 characters', item: '(A)(2)(i)' }])
  expect(told('Long enough.')).toEqual([])
  expect(told('', true)).toEqual([])
  expect(told('')).toEqual([])
  expect(told('Too few.', false, null)).toEqual([])
})

test('WORK-8 a page is named by its number, and one that the document does not have is not cited', () => {
  const narrative = { id: '3f0a9c01b2de', title: 'Narrative', pages: 120 }
  for (const typed of ['45', ' p. 45', 'P.45 ', 'pp 45', '045'])
    expect(pageAsked(typed, narrative)).toEqual({ document: narrative.id, page: 45 })
  for (const typed of ['121', '0']) expect(pageAsked(typed, narrative)).toBe('Narrative has 120 pages.')
  expect(pageAsked('2', { ...narrative, pages: 1 })).toBe('Narrative has 1 page.')
  for (const typed of ['', 'A-13', '45-48', '4 5'])
    expect(pageAsked(typed, narrative)).toBe('Type the number of one page.')
})
