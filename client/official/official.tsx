import type { View } from '../../shared/competition/view.ts'
import { CertifyPage } from '../certify/certify-page.tsx'
import { NothingHere } from '../nothing-here.tsx'
import { usePage } from '../pages.ts'
import { ClosedReviews } from './closed-reviews.tsx'
import { DecidePage } from './decide-page.tsx'

/** Everything the selecting official sees: the absolute priorities of closed reviews, and one of them. */
export function Official({ view }: { view: View }) {
  const page = usePage()
  if (page.page === 'home') return <ClosedReviews view={view} />
  if (page.page === 'certify') return <CertifyPage view={view} />
  const review = 'review' in page ? view.reviews.find(({ id }) => id === page.review) : undefined
  if (!review) return <NothingHere view={view} back="All applications" />
  return <DecidePage key={review.id} view={view} review={review} />
}
