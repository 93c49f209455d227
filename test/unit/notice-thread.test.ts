import { expect, test } from 'vitest'
import { proposeWords } from '../../shared/notice/propose-words.ts'
import { foundation } from '../../shared/rubric/presets/foundation.ts'
import { findWords } from '../../server/notice/find-words.ts'
import { idOf, plainText } from './notice-spans.ts'

const text = plainText(
  ['1. Need (20 points)', 'Describe the need in the place.', '2. Plan', 'Say who does what.'].join('\n\n'),
)

function search(json: string) {
  return { documents: [{ id: idOf(0), json: new TextEncoder().encode(json) }], rubric: foundation }
}

test('NOTICE-10 a thread of its own finds the same words, several notices one after the other', async () => {
  const found = await Promise.all([1, 2].map(() => findWords(search(JSON.stringify(text)))))
  const words = proposeWords([{ id: idOf(0), text }], foundation)
  expect(Object.keys(words.passages)).toEqual(['C1', 'C2'])
  expect(found).toEqual([words, words])
})

test('NOTICE-10 what is no text rejects, and the next notice is read', async () => {
  await expect(findWords(search('{}'))).rejects.toThrow()
  await expect(findWords(search(JSON.stringify(text)))).resolves.toMatchObject({ definitions: [] })
})
