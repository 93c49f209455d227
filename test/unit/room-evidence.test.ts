import fc from 'fast-check'
import { expect, test } from 'vitest'
import { citedOf, countCited, pagesCitedBy } from '../../client/room/evidence/cited-by.ts'
import { elementPlace } from '../../client/room/evidence/element-place.ts'
import { rowScores } from '../../client/room/row-scores.ts'
import { awaySentence } from '../../client/room/score-words.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { findRow, type Row } from '../../shared/rubric/rubric.ts'
import { fullForm } from '../harness/full-form.ts'
import { roomColumn } from '../harness/room-column.ts'

const narrative = { id: 'aaaaaaaaaaaa', title: 'Narrative' }
const appendix = { id: '000000000000', title: 'Appendix' }

/** A column that cites pages for (A)(1). */
function citing(seat: number, ...pages: readonly string[]) {
  return roomColumn(seat, {
    ...fullForm(raceToTheTop),
    ...(pages.length > 0 && { pages: { '(A)(1)': pages } }),
  })
}

function rowOf(id: string): Row {
  const row = findRow(raceToTheTop, id)
  if (!row) throw new Error(`There is no row ${id}.`)
  return row
}

test('EVID-1 each page that anybody cites stands once, in the order of the documents, with everybody who cites it', () => {
  const columns = [
    citing(1, `${narrative.id}:28`, `${narrative.id}:27`),
    citing(2, `${appendix.id}:5`, `${narrative.id}:27`),
    citing(3),
  ]
  const found = pagesCitedBy('(A)(1)', columns, [narrative, appendix])
  expect(found.map(({ words, by }) => [words, by.map(({ seat }) => seat)])).toEqual([
    ['Narrative, p. 27', [1, 2]],
    ['Narrative, p. 28', [1]],
    ['Appendix, p. 5', [2]],
  ])
  expect(countCited('(A)(1)', columns)).toBe(3)
  expect(pagesCitedBy('(A)(2)', columns, [narrative, appendix])).toEqual([])
})

test('EVID-1 what one column cites is told document by document, with no title where there is one document alone', () => {
  const column = citing(2, `${narrative.id}:28`, `${appendix.id}:5`, `${narrative.id}:27`)
  const told = (documents: readonly (typeof narrative)[]) =>
    citedOf(column, '(A)(1)', documents).map(({ title, pages }) => [
      title,
      pages.map(({ cited }) => cited.page),
    ])
  expect(told([narrative, appendix])).toEqual([
    ['Narrative', [27, 28]],
    ['Appendix', [5]],
  ])
  expect(citedOf(citing(1, `${narrative.id}:3`), '(A)(1)', [narrative]).map(({ title }) => title)).toEqual([
    null,
  ])
})

const paragraphs = [
  'Data for everybody',
  'Our audit of data quality is done by the State every year, for validity and reliability.',
  'Each teacher has an identifier, and teachers are matched to the students they teach.',
  'Something else altogether.',
]

function textOf() {
  const text = paragraphs.join('\n')
  const starts = paragraphs.map((_, at) =>
    paragraphs.slice(0, at).reduce((sum, one) => sum + one.length + 1, 0),
  )
  const blocks = paragraphs.map((paragraph, at) => ({
    kind: at === 0 ? ('heading' as const) : ('paragraph' as const),
    start: starts[at] ?? 0,
    end: (starts[at] ?? 0) + paragraph.length,
  }))
  return { text, blocks, starts }
}

test('EVID-4 an element leads to the paragraph of the part that holds most of its words, and without one to where the part begins', () => {
  const { text, blocks, starts } = textOf()
  const part = { document: narrative.id, start: 0, end: text.length }
  const at = (title: string, from = part) => elementPlace({ text, blocks }, from, title).start
  expect(at('A State audit of data quality, validity and reliability')).toBe(starts[1])
  expect(at('Teacher identifiers that can be matched to students')).toBe(starts[2])
  expect(at('Ability to exchange data with higher education systems')).toBe(0)
  // A paragraph outside of the part is none.
  const later = { ...part, start: starts[2] ?? 0 }
  expect(at('A State audit of data quality, validity and reliability', later)).toBe(starts[2])
})

test('EVID-5 how many lie a quarter of the maximum or more from the middle, in points that can be, and never who', () => {
  const row = rowOf('(A)(1)(ii)')
  const said = (...points: readonly number[]) => {
    const columns = points.map((given, at) =>
      roomColumn(at + 1, fullForm(raceToTheTop, { points: { [row.id]: given } })),
    )
    return awaySentence(rowScores(raceToTheTop, row, columns))
  }
  expect(said(30, 31, 32, 33, 2)).toBe('1 of 5 is 12 or more points away from the middle view.')
  expect(said(30, 30, 30, 2, 45)).toBe('2 of 5 are 12 or more points away from the middle view.')
  expect(said(30, 31, 32, 33, 19)).toBe('1 of 5 is 12 or more points away from the middle view.')
  expect(said(30, 31, 32, 33, 20)).toBeNull()
  // Half way between two: half points.
  expect(said(30, 31, 32, 20)).toBeNull()
  expect(said(30, 31, 32, 19)).toBe('1 of 4 is 11.5 or more points away from the middle view.')
  expect(said(45, 0)).toBeNull()
})

test('EVID-5 the number of points in the sentence parts those who are counted from those who are not', () => {
  const row = rowOf('(A)(1)(ii)')
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: row.max }), { minLength: 3, maxLength: 7 }), (points) => {
      const columns = points.map((given, at) =>
        roomColumn(at + 1, fullForm(raceToTheTop, { points: { [row.id]: given } })),
      )
      const scores = rowScores(raceToTheTop, row, columns)
      const middle = (scores.middle?.sum ?? 0) / (scores.middle?.count ?? 1)
      const [, count = '0', of = `${points.length}`, least = 'Infinity'] =
        /^(\d+) of (\d+) (?:is|are) ([\d.]+) or more/.exec(awaySentence(scores) ?? '') ?? []
      const away = points.filter((given) => Math.abs(given - middle) >= Number(least)).length
      return away === Number(count) && Number(of) === points.length
    }),
  )
})
