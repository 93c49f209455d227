import { missingFromColumn, type Missing } from '../../shared/form/missing.ts'
import { reviewPath } from '../pages.ts'
import type { Blocker } from '../ui/blockers.tsx'
import type { MyColumn, OpenRoom } from './open-room.tsx'

/** What keeps one from signing, each thing with where it is mended. */
export function signBlockers({ review, rubric }: OpenRoom, { column }: MyColumn): readonly Blocker[] {
  const settled = !review.vote || review.vote.status === 'agreed' || review.vote.status === 'closed'
  const vote: readonly Blocker[] = settled
    ? []
    : [{ sentence: 'The STEM priority is not settled.', href: reviewPath(review.id, 'vote') }]
  const missing = missingFromColumn(column.record, column.attested, rubric)
  return [...vote, ...missing.map((thing) => ({ sentence: thing.sentence, href: hrefOf(review.id, thing) }))]

  /** Comments are written on the page of any of their criterion's rows. */
  function hrefOf(id: string, { at }: Missing): string {
    if (at.kind === 'priority') return reviewPath(id, 'vote')
    const first = rubric.criteria.find((criterion) => criterion.id === at.id)?.rows[0]?.id
    return reviewPath(id, 'room', at.kind === 'row' ? at.id : (first ?? at.id))
  }
}
