import { expect, test } from 'vitest'
import { foundation } from '../../shared/rubric/presets/foundation.ts'
import { horizonEurope } from '../../shared/rubric/presets/horizon-europe.ts'
import { smallRubric } from '../harness/small-rubric.ts'
import { plainText, said } from './notice-spans.ts'
import { layout, numbersFrom, prose } from './places-layouts.ts'

const random = numbersFrom(7)
const talk = (length = 300): string => prose(random, length)

test('NOTICE-6 guidance and evidence below a criterion are its own, and no part of its wording', () => {
  const text = plainText(
    [
      'Selection criteria',
      '1. Need (20 points)',
      'Describe the need in the place.',
      'How points are given: 16 to 20 where it is shown by figures.',
      'What to submit: Figures, and letters from people concerned.',
      '2. Plan (30 points)',
      'Say what will be done by whom.',
      'Scoring guidance',
      'A plan without dates earns no more than 10.',
      '3. People and organization (20 points)',
      'Say who will do it.',
    ].join('\n\n'),
  )
  const words = said(foundation, text)
  expect(words.passages['C1']).toEqual(['1. Need (20 points) Describe the need in the place.'])
  expect(words.passages['C2']).toEqual(['2. Plan (30 points) Say what will be done by whom.'])
  expect(words.guidance).toEqual({
    C1: ['How points are given: 16 to 20 where it is shown by figures.'],
    C2: ['Scoring guidance A plan without dates earns no more than 10.'],
  })
  expect(words.evidence).toEqual({ C1: ['What to submit: Figures, and letters from people concerned.'] })
})

test('NOTICE-6 guidance in a table is told line by line, each column by its head', () => {
  const own = layout()
    .heading('Award criteria', 1)
    .heading('Criterion 1: Excellence', 2)
    .paragraph('Clarity of the objectives, and how far they go.')
    .heading('Criterion 2: Impact', 2)
    .paragraph('Who will take up the results.')
    .heading('How proposals are judged', 1)
    .table([
      ['Criterion', 'Threshold', 'How points are awarded', 'Documents to submit'],
      ['1. Excellence', '3', 'Five points where the objectives go far beyond what is known', ''],
      [
        '2. Impact',
        '3',
        'Five points where the results will be taken up',
        'Letters of those who will take them up',
      ],
    ])
    .table([
      ['Amount', 'How it is paid out to whom'],
      ['Half', 'At the beginning, to the account that was named'],
    ])
  const words = said(horizonEurope, own.document)
  expect(words.guidance).toEqual({
    C1: ['Five points where the objectives go far beyond what is known'],
    C2: ['Five points where the results will be taken up'],
  })
  expect(words.evidence).toEqual({ C2: ['Letters of those who will take them up'] })
  expect(words.passages['C1']).toEqual([
    'Criterion 1: Excellence Clarity of the objectives, and how far they go.',
  ])
})

test('NOTICE-6 a table of criteria is their wording', () => {
  const own = layout()
    .heading('Award criteria', 1)
    .table([
      ['Criterion', 'Description', 'Points'],
      ['Excellence', 'Objectives that are clear and go beyond what is known', '5'],
      ['Impact', 'Results that others take up, and a plan for that', '5'],
      ['Implementation', 'A work plan in which every partner has a part', '5'],
    ])
  const { passages } = said(horizonEurope, own.document)
  expect(passages).toEqual({
    C1: ['Objectives that are clear and go beyond what is known'],
    C2: ['Results that others take up, and a plan for that'],
    C3: ['A work plan in which every partner has a part'],
  })
})

test('NOTICE-6 a scoring guide of its own is guidance, a table of marks below a criterion too', () => {
  const notice = layout()
    .heading('Selection criteria', 1)
    .heading('Need', 2)
    .paragraph('Describe the need in the place.')
    .heading('Plan', 2)
    .paragraph('Say what will be done by whom.')
    .table([
      ['Points', 'What it takes'],
      ['21–30', 'Every step has a date and a name'],
      ['0–20', 'Steps without dates'],
    ])
    .heading('Budget', 2)
    .paragraph('Is the amount right for the work?')
  const guide = layout()
    .heading('Scoring guide for reviewers', 1)
    .paragraph(talk())
    .heading('Need', 2)
    .paragraph('Figures of the place itself earn most.')
    .heading('Budget', 2)
    .paragraph('Round sums earn least.')
  const words = said(foundation, notice.document, guide.document)
  expect(words.passages['C2']).toEqual(['Plan Say what will be done by whom.'])
  expect(words.guidance).toEqual({
    C1: ['Need Figures of the place itself earn most.'],
    C2: ['Points What it takes 21–30 Every step has a date and a name 0–20 Steps without dates'],
    C5: ['Budget Round sums earn least.'],
  })
})

test('NOTICE-7 what names rows is theirs, what names the kind of a priority is that priority’s', () => {
  const text = plainText(
    [
      'Selection criteria',
      '(B)(1) Common standards: The extent to which the State has shown—',
      '(i) That it works with others; and',
      '(ii) That it adopts what they make.',
      '(C)(1) Data: The extent to which the State keeps them.',
      '(E)(1) Schools: The extent to which the State can intervene.',
      'Appendix A: Evidence',
      '(B)(1) Common standards',
      'Evidence for (B)(1)(i) and (B)(1)(ii):',
      '• A copy of the agreement.',
      'Evidence for (B)(1)(ii):',
      '• The law.',
      'Performance Measures',
      '• None required.',
      'Appendix B: Scoring Rubric',
      'Reviewer Guidance Specific to (B)(1)(i)(b): Most States of the country earn “high” points.',
      'Note to reviewers: Territories count.',
      'Competitive Priority Guidance: All or none.',
      'Appendix C: Models',
      talk(),
    ].join('\n\n'),
  )
  const words = said(smallRubric, text)
  expect(words.evidence).toEqual({
    '(B)(1)': ['Performance Measures • None required.'],
    '(B)(1)(i)': ['Evidence for (B)(1)(i) and (B)(1)(ii): • A copy of the agreement.'],
    '(B)(1)(ii)': [
      'Evidence for (B)(1)(i) and (B)(1)(ii): • A copy of the agreement.',
      'Evidence for (B)(1)(ii): • The law.',
    ],
  })
  expect(words.guidance).toEqual({
    '(B)(1)(i)': [expect.stringMatching(/^Reviewer Guidance Specific .*Territories count\.$/)],
    P2: ['Competitive Priority Guidance: All or none.'],
  })
})
