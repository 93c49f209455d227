import { expect, test } from 'vitest'
import { someDocument } from '../harness/pure-play.ts'
import { startSetUp } from '../harness/set-up-play.ts'

const otherText = 'f'.repeat(64)

test('WORDING-7 a document that confirmed words lie in keeps the text that it was read as', () => {
  const { must, send, state } = startSetUp()
  const document = someDocument
  must('staff-1', { kind: 'notice.attach', document })
  const again = { ...document, text: otherText }
  must('staff-1', { kind: 'notice.attach', document: again })
  const passages = { '(B)(1)': [{ document: document.id, start: 0, end: 5 }] }
  const words = { passages, guidance: {}, evidence: {}, definitions: [] }
  must('staff-1', { kind: 'notice.confirm', words })
  expect(send('staff-1', { kind: 'notice.attach', document })).toEqual({
    refused: 'out-of-turn',
    sentence: 'Words of this document are confirmed, so its text stays as it was read.',
  })
  must('staff-1', { kind: 'notice.attach', document: { ...again, title: 'The notice' } })
  expect(state().setUp.notice.documents).toEqual([{ ...again, title: 'The notice' }])
})
