import { expect, test } from 'vitest'
import { kindOfFile } from '../../client/staff/file-kind.ts'
import { importLines } from '../../client/staff/import-lines.ts'
import type { ImportMessage } from '../../shared/application/reading.ts'

test('STAFFDOC-4 the answer to an import is read line by line as it comes, wherever it is cut', () => {
  const messages: readonly ImportMessage[] = [
    { stage: 'received', bytes: 3 },
    { stage: 'reading', page: 1, of: 2 },
    { stage: 'refused', code: 'password', sentence: 'It is “locked”.' },
  ]
  const answer = messages.map((message) => `${JSON.stringify(message)}\n`).join('')
  for (let cut = 0; cut <= answer.length; cut++) {
    const read = importLines()
    expect([...read(answer.slice(0, cut)), ...read(answer), ...read(answer)]).toEqual(messages)
  }
})

test('STAFFDOC-5 a file’s name tells its kind where it says one, and else the server decides', () => {
  expect(kindOfFile('Appendix B - budget letters.pdf')).toBe('appendix')
  expect(kindOfFile('maine_budget_2010.docx')).toBe('budget')
  expect(kindOfFile('NARRATIVE final.PDF')).toBe('narrative')
  expect(kindOfFile('scan0001.pdf')).toBeNull()
})
