import type { DocumentText } from '../../shared/application/document-text.ts'
import type { NoticePage } from '../../shared/notice/notice-page.ts'
import { useView } from '../live/connection.ts'
import { type Reading, useRead } from '../live/read.ts'
import { usePage } from '../pages.ts'

/**
 * The notice with its words for the version of the rubric that the review on the page is scored by, or outside of a review for the
 * newest; null while no words are confirmed.
 */
export function useNotice(): Reading<NoticePage> | null {
  const view = useView()
  const page = usePage()
  const review = 'review' in page ? view?.reviews.find(({ id }) => id === page.review) : undefined
  const rubric = review?.rubric ?? view?.competition.rubric ?? null
  const edition = view?.competition.notice ?? null
  const path = rubric === null || edition === null ? null : `/api/notice?rubric=${encodeURIComponent(rubric)}`
  const reading = useRead<NoticePage>(path, 'The notice', edition)
  return path === null ? null : reading
}

/** The text of a document of the notice, by its id and by the SHA-256 of the text. A null id reads nothing. */
export function useNoticeText(id: string | null, sha256: string | null): Reading<DocumentText> {
  const path = id === null ? null : `/api/notice/documents/${id}/text`
  return useRead<DocumentText>(path, 'The notice', sha256)
}
