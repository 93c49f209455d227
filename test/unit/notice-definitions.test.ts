import { expect, test } from 'vitest'
import { termsIn } from '../../shared/notice/terms-in.ts'
import { foundation } from '../../shared/rubric/presets/foundation.ts'
import { plainText, said } from './notice-spans.ts'
import { layout, numbersFrom, prose } from './places-layouts.ts'

const random = numbersFrom(8)
const talk = (length = 300): string => prose(random, length)

test('NOTICE-8 “X means …” is a definition wherever a paragraph begins so, and a sentence about “this” is none', () => {
  const text = plainText(
    [
      'Who can apply',
      'Community partner means an organization that has worked in the place for two years.',
      'This means that newcomers cannot be one.',
      'The plan refers to the next year.',
      '“Place” means a town or county, and includes its schools.',
      'For the purposes of this notice, resident means a person who lives in a place.',
      'Success means different things to different people, and the partner says which.',
      'What it takes is time. Time means money.',
    ].join('\n\n'),
  )
  expect(said(foundation, text).definitions).toEqual({
    'Community partner': [
      'Community partner means an organization that has worked in the place for two years.',
    ],
    place: ['“Place” means a town or county, and includes its schools.'],
    resident: ['For the purposes of this notice, resident means a person who lives in a place.'],
    Success: ['Success means different things to different people, and the partner says which.'],
  })
})

test('NOTICE-8 in a section of definitions each goes on to the next, and the last ends with its list', () => {
  const text = plainText(
    [
      'Program Definitions: These are the definitions of this program.',
      'High-need student means a student at risk, such as one who—',
      '(a) Lives in poverty; or',
      '(b) Left school.',
      'A State decides who is at risk.',
      'College enrollment refers to enrollment within 16 months.',
      'Student growth means the change in achievement:',
      '(1) Between two tests; and',
      '(2) For one student.',
      'Program Authority: The act of that year.',
      talk(),
    ].join('\n\n'),
  )
  expect(said(foundation, text).definitions).toEqual({
    'High-need student': [
      expect.stringMatching(/^High-need student means .*A State decides who is at risk\.$/),
    ],
    'College enrollment': ['College enrollment refers to enrollment within 16 months.'],
    'Student growth': [
      'Student growth means the change in achievement: (1) Between two tests; and (2) For one student.',
    ],
  })
})

test('NOTICE-8 definitions are also headings, words before a colon, lines of a table, and several in a paragraph', () => {
  const headings = layout()
    .heading('Definitions', 1)
    .heading('Resident', 2)
    .paragraph('A person who lives in a place.')
    .heading('Partner', 2)
    .paragraph('An organization that works there.')
    .heading('How to apply', 1)
    .paragraph(talk())
  expect(said(foundation, headings.document).definitions).toEqual({
    Resident: ['Resident A person who lives in a place.'],
    Partner: ['Partner An organization that works there.'],
  })
  const colons = layout()
    .heading('Glossary', 1)
    .paragraph('Resident: a person who lives in a place')
    .item('• Partner – an organization that works there')
    .heading('How to apply', 1)
    .paragraph('By mail: send it to us')
  expect(said(foundation, colons.document).definitions).toEqual({
    Resident: ['Resident: a person who lives in a place'],
    Partner: ['Partner – an organization that works there'],
  })
  const table = layout().table([
    ['Term', 'Definition'],
    ['Resident', 'A person who lives in a place'],
    ['Partner', 'An organization that works there'],
  ])
  expect(Object.keys(said(foundation, table.document).definitions)).toEqual(['Resident', 'Partner'])
  const several = plainText(
    'In this notice “resident” means who lives in a place; “partner” means who works there.',
  )
  expect(said(foundation, several).definitions).toEqual({
    resident: ['“resident” means who lives in a place;'],
    partner: ['“partner” means who works there.'],
  })
})

function termed(text: string, terms: readonly string[]): readonly (readonly [string, string])[] {
  return termsIn(text, terms).map(({ start, end, term }) => [text.slice(start, end), term])
}

test('NOTICE-9 terms are found as whole words, singular or plural, the longest first', () => {
  const terms = [
    'LEA',
    'Participating LEAs',
    'high-need student',
    'effective teacher',
    'Highly effective teacher',
    'policy',
  ]
  expect(termed('Each participating LEA’s highly effective teachers', terms)).toEqual([
    ['participating LEA', 'Participating LEAs'],
    ['highly effective teachers', 'Highly effective teacher'],
  ])
  expect(termed('LEAs, leap, PLEAS; policies; ineffective teachers', terms)).toEqual([
    ['LEAs', 'LEA'],
    ['policies', 'policy'],
  ])
  expect(termed('High-Need Students and high-\nneed students', terms)).toEqual([
    ['High-Need Students', 'high-need student'],
    ['high-\nneed students', 'high-need student'],
  ])
})

test('NOTICE-9 a capital of a term is one of the text', () => {
  expect(termed('A State states; each state.', ['State'])).toEqual([['State', 'State']])
  expect(termed('Graduation rate, graduation rates', ['Graduation rate'])).toEqual([
    ['Graduation rate', 'Graduation rate'],
    ['graduation rates', 'Graduation rate'],
  ])
  expect(termed('lea', ['LEA'])).toEqual([])
})
