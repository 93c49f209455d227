import type { NoticeWords } from '../notice/words.ts'
import type { Rubric } from '../rubric/rubric.ts'
import type { Competition, Review } from './state.ts'

/**
 * The rubric that a review is scored by: the version that was in force when it was revealed, else the newest. `opening` is what the
 * competition was opened on, where its journal names it by its hash alone.
 */
export function rubricOf(state: Competition, review: Pick<Review, 'rubric'>, opening: Rubric): Rubric {
  return state.setUp.rubrics[review.rubric] ?? opening
}

/** What a rubric is called in addresses and views: the first digits of its hash, since no view holds a whole one. */
export function rubricName(sha256: string): string {
  return sha256.slice(0, 12)
}

/** The newest version of the competition's rubric. */
export function newestRubric(state: Competition, opening: Rubric): Rubric {
  return state.setUp.rubrics[state.rubric.sha256] ?? opening
}

/** The notice's words for a version of the rubric; for a version without its own, those that were confirmed last. */
export function noticeWordsFor({ setUp }: Competition, rubric: string): NoticeWords | null {
  return setUp.notice.words[rubric] ?? Object.values(setUp.notice.words).at(-1) ?? null
}
