import { expect, test } from 'vitest'
import type { DocumentText } from '../../shared/application/document-text.ts'
import { proposePlaces } from '../../shared/application/propose-places.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { smallRubric } from '../harness/small-rubric.ts'
import { answer, distances, layout, numbersFrom, prose, type Layout } from './places-layouts.ts'

const ids = [...raceToTheTop.criteria, ...raceToTheTop.priorities].map(({ id }) => id)
const narrativeId = '000000000001'
const appendixId = '000000000002'

function titleOf(rubric: Rubric, id: string): string {
  return [...rubric.criteria, ...rubric.priorities].find((one) => one.id === id)?.title ?? ''
}

function propose(document: DocumentText, rubric: Rubric = raceToTheTop) {
  return proposePlaces([{ id: narrativeId, text: document }], rubric)
}

/** The answers one after the other, each below its marker and title. */
function answered(own: Layout, order: readonly string[] = ids, seed = 1): Layout {
  const random = numbersFrom(seed)
  for (const id of order) {
    own.begins(id).heading(`${id} ${titleOf(raceToTheTop, id)}`)
    for (let paragraph = 0; paragraph < 4; paragraph++) own.paragraph(answer(raceToTheTop, id, random, 900))
  }
  return own
}

const exact = Object.fromEntries(ids.map((id) => [id, 0]))

test('PLACE-1 a part begins at its heading and ends where the next begins, before the heading of its area', () => {
  const random = numbersFrom(3)
  const own = layout().heading('Application', 1).paragraph(prose(random, 2_000))
  for (const { id: area, title } of raceToTheTop.areas) {
    own.heading(`(${area}) ${title}`, 1)
    answered(
      own,
      raceToTheTop.criteria.filter((one) => one.area === area).map(({ id }) => id),
      area.charCodeAt(0),
    )
  }
  const places = propose(own.document)
  expect(distances(places, own.starts)).toEqual(
    Object.fromEntries(raceToTheTop.criteria.map(({ id }) => [id, 0])),
  )
  const { text } = own.document
  const end = (id: string): string => text.slice(places[id]?.end, (places[id]?.end ?? 0) + 12)
  expect(end('(A)(1)')).toBe('(A)(2) State')
  expect(end('(A)(3)')).toBe('(B) Standard')
  expect(places['(F)(3)']?.end).toBe(text.length)
})

test('PLACE-2 a table of contents, a summary and references answer nothing', () => {
  const random = numbersFrom(4)
  const own = layout().heading('Contents', 1)
  for (const [index, id] of ids.entries())
    own.paragraph(`${id} ${titleOf(raceToTheTop, id)} ........ ${index * 3 + 5}`)
  own
    .heading('Summary', 1)
    .table([
      ['Criterion', 'Points'],
      ...raceToTheTop.criteria.map(({ id, title }) => [`${id} ${title}`, '5']),
    ])
  for (const id of ids) {
    own.begins(id).heading(`${id} ${titleOf(raceToTheTop, id)}`)
    const other = ids[Math.floor(random() * ids.length)] ?? ''
    own.paragraph(
      `${answer(raceToTheTop, id, random, 1_500)} This goes with ${other}, and see (D)(1) above. As (C)(3) and (E)(2) say, we began.`,
    )
    own.paragraph(answer(raceToTheTop, id, random, 1_500))
  }
  expect(distances(propose(own.document), own.starts)).toEqual(exact)
})

test('PLACE-3 a scoring guide that is appended answers nothing, not even what is answered nowhere else', () => {
  const random = numbersFrom(5)
  const left = ids.filter((id) => id !== '(F)(2)' && id !== '(B)(3)')
  const own = answered(layout(), left)
  own.heading('Appendix: how reviewers score', 1)
  for (const id of ids)
    own.heading(`${id} ${titleOf(raceToTheTop, id)}`).paragraph(answer(raceToTheTop, id, random, 900))
  const places = propose(own.document)
  expect(distances(places, own.starts)).toEqual(Object.fromEntries(left.map((id) => [id, 0])))
  expect(places.P6?.end).toBe(own.document.text.indexOf('Appendix: how'))
})

test('PLACE-4 headings without a marker are known by their titles, whoever shortened or stretched them', () => {
  const random = numbersFrom(6)
  const own = layout()
  const words = (id: string): string => titleOf(raceToTheTop, id)
  for (const [index, id] of ids.entries()) {
    own
      .begins(id)
      .heading(index % 3 === 0 ? `Our plans: ${words(id).toLowerCase()}` : words(id).toUpperCase())
    own
      .paragraph(answer(raceToTheTop, id, random, 2_500))
      .heading('How we will know', 4)
      .paragraph(prose(random, 800))
  }
  expect(distances(propose(own.document), own.starts)).toEqual(exact)
})

test('PLACE-5 what is not named is not found, and a text that names nothing has no parts', () => {
  const nothing = layout()
    .heading('Report', 1)
    .paragraph(prose(numbersFrom(7), 60_000))
  expect(Object.values(propose(nothing.document)).every((place) => place === null)).toBe(true)
  const some = ids.filter((_, index) => index % 3 !== 1)
  const own = answered(layout(), some)
  expect(distances(propose(own.document), own.starts)).toEqual(Object.fromEntries(some.map((id) => [id, 0])))
})

test('PLACE-6 answers out of the order of the rubric are found where they stand', () => {
  const order = [
    ...ids.filter((id) => id.startsWith('(D)')),
    ...ids.filter((id) => !id.startsWith('(D)')).toReversed(),
  ]
  const swapped = ['(A)(1)', '(A)(3)', '(A)(2)', ...ids.slice(3)]
  for (const own of [answered(layout(), order), answered(layout(), swapped)])
    expect(distances(propose(own.document), own.starts)).toEqual(exact)
})

test('PLACE-7 pages that the file gives place what nothing on them names', () => {
  const random = numbersFrom(8)
  const own = layout().heading('Where each criterion is answered', 1)
  // Each answer has two pages, after three of front matter; the printed numbers begin after those.
  own.table([
    ['Criterion', 'Pages'],
    ...ids.map((id, index) => [`${id} ${titleOf(raceToTheTop, id)}`, `${index * 2 + 1}-${index * 2 + 2}`]),
  ])
  own.page().paragraph(prose(random, 2_500)).page().paragraph(prose(random, 2_500))
  for (const [index, id] of ids.entries()) {
    own.page().begins(id)
    if (index % 4 === 0) own.heading(`${id} ${titleOf(raceToTheTop, id)}`)
    own.paragraph(prose(random, 2_500)).page().paragraph(prose(random, 2_500))
  }
  expect(distances(propose(own.document), own.starts)).toEqual(exact)
})

test('PLACE-8 several documents: each part in its own, a criterion answered in an appendix, a budget that only names them', () => {
  const random = numbersFrom(9)
  const narrative = answered(
    layout(),
    ids.filter((id) => id !== '(F)(2)'),
  )
  const appendix = layout().heading('Appendix A: letters', 1).paragraph(prose(random, 9_000))
  appendix.begins('(F)(2)').heading(`(F)(2) ${titleOf(raceToTheTop, '(F)(2)')}`)
  appendix.paragraph(answer(raceToTheTop, '(F)(2)', random, 4_000))
  const budget = layout().heading('Budget', 1)
  for (const id of ids.slice(0, 19)) budget.paragraph(`Project for ${id}: ${prose(random, 300)}`)
  const places = proposePlaces(
    [
      { id: narrativeId, text: narrative.document },
      { id: appendixId, text: appendix.document },
      { id: '000000000003', text: budget.document },
    ],
    raceToTheTop,
  )
  expect(distances(places, new Map([...narrative.starts, ...appendix.starts]))).toEqual(exact)
  for (const id of ids) expect(places[id]?.document).toBe(id === '(F)(2)' ? appendixId : narrativeId)
  expect(places['(F)(2)']?.end).toBe(appendix.document.text.length)
})

test('PLACE-9 any rubric: fewer criteria, and ids of another form', () => {
  const renamed: Readonly<Record<string, string>> = {
    '(B)(1)': '1.1',
    '(C)(1)': '1.2',
    '(E)(1)': 'Need',
    P1: '2.1',
    P2: '2.2',
    P3: '2.3',
  }
  const other: Rubric = {
    ...smallRubric,
    criteria: smallRubric.criteria.map((one) => ({ ...one, id: renamed[one.id] ?? one.id })),
    priorities: smallRubric.priorities.map((one) => ({ ...one, id: renamed[one.id] ?? one.id })),
  }
  for (const rubric of [smallRubric, other]) {
    const random = numbersFrom(10)
    const own = layout().paragraph(prose(random, 3_000))
    for (const { id, title } of [...rubric.criteria, ...rubric.priorities])
      own
        .begins(id)
        .heading(`${id}. ${title}`)
        .paragraph(answer(rubric, id, random, 3_000))
    const places = propose(own.document, rubric)
    expect(Object.values(distances(places, own.starts))).toEqual([0, 0, 0, 0, 0, 0])
  }
})
