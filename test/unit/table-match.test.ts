import { expect, test } from 'vitest'
import { matchFiles } from '../../client/staff/set-up/applications/match-files.ts'

const applications = [
  { id: 'virginia', applicant: 'Virginia' },
  { id: 'west-virginia', applicant: 'West Virginia' },
  { id: 'a-17', applicant: 'New York' },
  { id: 'one', applicant: 'The Same' },
  { id: 'two', applicant: 'The same' },
].map((application) => ({ ...application, review: `${application.id}.1.1` }))

function match(path: string): string {
  const file = new File(['x'], path.split('/').at(-1) ?? '')
  const [found] = matchFiles([{ file, path }], applications)
  return found ? `${found.application ?? '–'} by ${found.why}` : 'left out'
}

test.each([
  ['All/Virginia/Budget.pdf', 'virginia by folder'],
  ['All/west_virginia/Appendices/Letters/1.pdf', 'west-virginia by folder'],
  ['All/A-17 (New York)/plan.pdf', 'a-17 by folder'],
  ['All/New York/Virginia comparison.pdf', 'a-17 by folder'],
  ['West Virginia budget.pdf', 'west-virginia by name'],
  ['VIRGINIA.pdf', 'virginia by name'],
  ['Virginian.pdf', '– by none'],
  ['a-17_narrative.v2.pdf', 'a-17 by name'],
  ['Néw  York – narrative.pdf', 'a-17 by name'],
  ['Budget of Virginia.pdf', '– by none'],
  ['the same.pdf', '– by several'],
  ['two budget.pdf', 'two by name'],
  ['Virginia/.DS_Store', 'left out'],
  ['Virginia/~$plan.docx', 'left out'],
  ['Virginia/Thumbs.db', 'left out'],
])('TABLE-17 %s belongs to %s', (path, expected) => {
  expect(match(path)).toBe(expected)
})
