import { expect, test } from 'vitest'
import { foundation } from '../../shared/rubric/presets/foundation.ts'
import { horizonEurope } from '../../shared/rubric/presets/horizon-europe.ts'
import { nihSimplified } from '../../shared/rubric/presets/nih-simplified.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { smallRubric } from '../harness/small-rubric.ts'
import { plainText, said } from './notice-spans.ts'
import { layout, numbersFrom, prose } from './places-layouts.ts'

const random = numbersFrom(6)
const talk = (length = 300): string => prose(random, length)

/** A rubric of which the criteria are numbered as many other things are. */
const numbered: Rubric = {
  ...foundation,
  criteria: foundation.criteria.map((criterion, index) => {
    const id = String(index + 1)
    return { ...criterion, id, rows: criterion.rows.map((row) => ({ ...row, id })) }
  }),
}

test('NOTICE-2 criteria are told by numbers and titles, and a table of contents states none', () => {
  const own = layout()
    .heading('Call for proposals', 1)
    .paragraph('Criterion 1: Excellence .......... 4')
    .paragraph('Criterion 2: Impact .......... 5')
    .paragraph('Criterion 3: Quality and efficiency of the implementation .......... 6')
    .heading('1. Who can apply', 2)
    .paragraph(talk())
    .heading('Award criteria', 1)
    .paragraph(talk())
    .heading('Criterion 1: Excellence', 2)
    .paragraph('Clarity of the objectives, and how far they go.')
    .heading('Criterion 2: Impact', 2)
    .paragraph('Who will take up the results.')
    .item('• scale and significance')
    .heading('Criterion 3: Quality and efficiency of the implementation', 2)
    .paragraph('Quality of the work plan.')
    .heading('How to apply', 1)
    .paragraph(talk())
  expect(said(horizonEurope, own.document).passages).toEqual({
    C1: ['Criterion 1: Excellence Clarity of the objectives, and how far they go.'],
    C2: ['Criterion 2: Impact Who will take up the results. • scale and significance'],
    C3: ['Criterion 3: Quality and efficiency of the implementation Quality of the work plan.'],
  })
})

test('NOTICE-2 factors of a plain text are told by their titles, also out of the rubric’s order', () => {
  const text = plainText(
    [
      'Section V. Application Review Information',
      '1. Criteria',
      'Overall Impact',
      'Reviewers will give one score for the whole.',
      'Factor 1. Importance of the Research',
      'Significance',
      '• Evaluate the importance of the proposed research.',
      'Factor 2. Rigor and Feasibility',
      '• Evaluate the scientific quality.',
      'Factor 3. Expertise and Resources',
      'Evaluate whether the investigators have the background.',
      'Additional Review Criteria',
      'As applicable for the project proposed.',
      'Section VI. Award Administration',
      talk(),
    ].join('\n\n'),
  )
  expect(said(nihSimplified, text).passages).toEqual({
    F1: [
      'Factor 1. Importance of the Research Significance • Evaluate the importance of the proposed research.',
    ],
    F2: ['Factor 2. Rigor and Feasibility • Evaluate the scientific quality.'],
    F3: ['Factor 3. Expertise and Resources Evaluate whether the investigators have the background.'],
    OI: ['Overall Impact Reviewers will give one score for the whole.'],
  })
})

test('NOTICE-2 a number alone names no criterion where its title is another', () => {
  const text = plainText(
    [
      'General terms',
      '1. Eligible Applicants: Towns and counties of the region can apply.',
      '2. Cost Sharing: None is required.',
      '3. Dates: Applications are due in May.',
      'What we look for',
      '1. Need (20 points)',
      'Describe the need in the place.',
      '2. Plan (30 points)',
      'Say what will be done by whom.',
      '3. People and organization (20 points)',
      'Say who will do it.',
      '4. Results and learning (20 points)',
      'Say how one will know.',
      '5. Budget (10 points)',
      'Is the amount right for the work?',
      'Review and Selection Process: Readers meet in June and decide together.',
    ].join('\n\n'),
  )
  expect(said(numbered, text).passages).toEqual({
    '1': ['1. Need (20 points) Describe the need in the place.'],
    '2': ['2. Plan (30 points) Say what will be done by whom.'],
    '3': ['3. People and organization (20 points) Say who will do it.'],
    '4': ['4. Results and learning (20 points) Say how one will know.'],
    '5': ['5. Budget (10 points) Is the amount right for the work?'],
  })
})

test('NOTICE-3 rows are told by their labels, and a sentence that speaks of all of them is the criterion’s', () => {
  const text = plainText(
    [
      'V. Selection criteria',
      '(B)(1) Common standards: The extent to which the State has shown—',
      '(i) That it works with others; and',
      '(a) That these are many; and',
      '(ii) That it adopts what they make.',
      'Plans for (i) and (ii) can be one.',
      '(C)(1) Data: The extent to which the State keeps them.',
      '(E)(1) Schools: The extent to which the State can intervene.',
      'VI. Award information',
      talk(),
    ].join('\n\n'),
  )
  const { passages } = said(smallRubric, text)
  expect(passages['(B)(1)(i)']).toEqual(['(i) That it works with others; and (a) That these are many; and'])
  expect(passages['(B)(1)(ii)']).toEqual(['(ii) That it adopts what they make.'])
  expect(passages['(B)(1)']?.[0]).toMatch(
    /^\(B\)\(1\) Common standards: .*Plans for \(i\) and \(ii\) can be one\.$/,
  )
  expect(passages['(E)(1)']).toEqual(['(E)(1) Schools: The extent to which the State can intervene.'])
})

test('NOTICE-3 rows within one paragraph are told too', () => {
  const text = plainText(
    [
      'Selection criteria',
      '(B)(1) Common standards: The extent to which the State (i) works with others; and (ii) adopts what they make.',
      '(C)(1) Data: The extent to which the State keeps them.',
      '(E)(1) Schools: The extent to which the State can intervene.',
    ].join('\n\n'),
  )
  const { passages } = said(smallRubric, text)
  expect(passages['(B)(1)(i)']).toEqual(['(i) works with others; and'])
  expect(passages['(B)(1)(ii)']).toEqual(['(ii) adopts what they make.'])
})

test('NOTICE-4 of several places that state criteria the plain wording counts, else the scoring guide', () => {
  const stated = (points: string) => (own: ReturnType<typeof layout>) =>
    raceToTheTop.criteria.reduce(
      (all, { id, title, summary }) => all.paragraph(`${id}${points} ${title}: ${summary}`),
      own,
    )
  const guide = stated(' (maximum points: 20)')(layout().heading('Appendix B. Scoring Rubric', 1))
  const plain = stated('')(layout().heading('Selection Criteria', 1)).heading('Contacts', 1).paragraph(talk())
  const both = said(raceToTheTop, guide.document, plain.document)
  expect(Object.keys(both.passages).length).toBe(raceToTheTop.criteria.length)
  expect(both.passages['(A)(1)']?.[0]).not.toContain('maximum points')
  // What the guide says again with points is no guidance.
  expect(both.guidance).toEqual({})
  expect(said(raceToTheTop, guide.document).passages['(A)(1)']?.[0]).toContain('maximum points')
})

test('NOTICE-4 a criterion ends where one begins that the rubric does not have', () => {
  const text = plainText(
    [
      'Selection criteria',
      '(B)(1) Common standards: The extent to which the State has shown—',
      '(i) That it works with others; and',
      '(ii) That it adopts what they make.',
      '(C)(1) Data: The extent to which the State keeps them.',
      '(C)(2) Access: The extent to which the State opens them.',
      '(E)(1) Schools: The extent to which the State can intervene.',
      'Scoring guidance for (C)(2): Open data earn most.',
    ].join('\n\n'),
  )
  const words = said(smallRubric, text)
  expect(words.passages['(C)(1)']).toEqual(['(C)(1) Data: The extent to which the State keeps them.'])
  expect(words.passages['(E)(1)']).toEqual(['(E)(1) Schools: The extent to which the State can intervene.'])
  expect(words.guidance).toEqual({})
})

test('NOTICE-5 a notice with other criteria has no words, though it numbers them as the rubric does', () => {
  const text = plainText(
    [
      'Selection criteria',
      '(C)(1) Fully implementing a statewide system: The extent to which the State has one.',
      '(C)(2) Accessing it: The extent to which the State opens it.',
      '(C)(3) Using it: The extent to which schools learn from it.',
      'Priority 1: Absolute Priority – Reform.',
      'Reviewer Guidance for (C)(1): Two points for each element.',
    ].join('\n\n'),
  )
  for (const rubric of [foundation, horizonEurope])
    expect(said(rubric, text)).toEqual({ passages: {}, guidance: {}, evidence: {}, definitions: {} })
})

test('NOTICE-5 a notice that speaks of no criterion has no words', () => {
  const text = plainText([talk(900), 'Our history', talk(900), 'Contacts', talk(200)].join('\n\n'))
  const words = said(raceToTheTop, text)
  expect(words).toEqual({ passages: {}, guidance: {}, evidence: {}, definitions: {} })
})
