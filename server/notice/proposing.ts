import type { ApplicationDocument } from '../../shared/application/document.ts'
import type { NoticeWords } from '../../shared/notice/words.ts'
import { canonicalHash } from '../../shared/record/hash.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import type { Texts } from '../files/texts.ts'
import { findWords } from './find-words.ts'

const nothing: NoticeWords = { passages: {}, guidance: {}, evidence: {}, definitions: [] }

/**
 * Proposes a notice's words, each list of texts and rubric once, the last of them kept. Rejects where the search does, and looks
 * again the next time; throws FilesRefused where a text is missing or damaged.
 */
export function openProposing(
  texts: Texts,
): (documents: readonly ApplicationDocument[], rubric: Rubric) => Promise<NoticeWords> {
  let last: { readonly key: string; readonly words: Promise<NoticeWords> } | null = null

  async function searched(documents: readonly ApplicationDocument[], rubric: Rubric): Promise<NoticeWords> {
    const read = documents.map(async (document) => ({ id: document.id, json: await texts.json(document) }))
    return findWords({ documents: await Promise.all(read), rubric })
  }

  return (documents, rubric) => {
    if (documents.length === 0) return Promise.resolve(nothing)
    const key = canonicalHash([rubric, documents.map(({ id, text }) => `${id} ${text}`)])
    if (last?.key === key) return last.words
    const one = { key, words: searched(documents, rubric) }
    last = one
    one.words.catch(() => {
      if (last === one) last = null
    })
    return one.words
  }
}
