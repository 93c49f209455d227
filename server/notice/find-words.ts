import { noticeWordsSchema, type NoticeWords } from '../../shared/notice/words.ts'
import type { Search } from '../files/search-thread.ts'
import { searchThread } from '../files/search-thread.ts'

const searched = searchThread(new URL('./find-words-worker.ts', import.meta.url), 'The words of a notice')

/** Looks for a notice's own words in a thread of its own. Rejects where that takes half a minute or a gigabyte. */
export async function findWords(search: Search): Promise<NoticeWords> {
  return noticeWordsSchema.parse(await searched(search))
}
