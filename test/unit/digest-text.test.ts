import { expect, test } from 'vitest'
import { readDigest } from '../../shared/application/digest-text.ts'
import type { Digest } from '../../shared/application/digest.ts'
import { documentTextSchema, pageLength } from '../../shared/application/document-text.ts'
import { pageRange } from '../../shared/application/pages-of-text.ts'
import { shipped } from '../../server/rehearsal/rehearsal.ts'

const made: Digest = {
  id: 'oz',
  applicant: 'Oz',
  phase: 'Phase 1',
  document: 'Application',
  requested: null,
  involved: [{ kind: 'applicant', text: 'State of Oz' }],
  about: 'Made for this test.',
  parts: [
    {
      id: '(A)(1)',
      title: 'The agenda',
      blocks: [
        { kind: 'text', text: 'All take part.' },
        { kind: 'silent', text: 'How many is not said.' },
      ],
    },
    {
      id: 'P2',
      title: 'STEM',
      blocks: [
        { kind: 'table', caption: 'Courses', head: ['', '2009'], rows: [['Chemistry\tand physics', '12']] },
      ],
    },
  ],
}

test('DOC-1 a digest reads as headings, paragraphs, what is not told, and tables under their captions', () => {
  const { text } = readDigest(made)
  expect(documentTextSchema.parse(text)).toEqual(text)
  expect(
    text.blocks.map(({ kind, level, start, end }) => [kind, level, text.text.slice(start, end)]),
  ).toEqual([
    ['heading', 1, '(A)(1) The agenda'],
    ['paragraph', undefined, 'All take part.'],
    ['aside', undefined, 'How many is not said.'],
    ['heading', 1, 'P2 STEM'],
    ['paragraph', undefined, 'Courses'],
    ['table', undefined, '\t2009\nChemistry and physics\t12'],
  ])
})

test('DOC-1 a digest knows where each of its parts begins and ends', () => {
  const { text, parts } = readDigest(made)
  const said = Object.entries(parts).map(([id, { start, end }]) => [id, text.text.slice(start, end)])
  expect(said).toEqual([
    ['(A)(1)', '(A)(1) The agenda\n\nAll take part.\n\nHow many is not said.'],
    ['P2', 'P2 STEM\n\nCourses\n\n\t2009\nChemistry and physics\t12'],
  ])
})

test.each(shipped)('DOC-1 nothing of $digest.applicant is lost or lies in two places', ({ digest }) => {
  const { text, parts } = readDigest(digest)
  expect(Object.keys(parts)).toEqual(digest.parts.map(({ id }) => id))
  let at = 0
  for (const { start, end } of text.blocks) {
    expect(start).toBeGreaterThanOrEqual(at)
    expect(text.text.slice(at, start).trim()).toBe('')
    at = end
  }
  expect(at).toBe(text.text.length)
  const pages = text.pages.map((_, index) => pageRange(text, index + 1))
  for (const { start, end } of pages) expect(end - start).toBeGreaterThan(0)
  expect(pages.filter(({ start, end }) => end - start > pageLength + 500)).toEqual([])
})
