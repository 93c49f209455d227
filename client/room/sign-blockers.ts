import { missingFromColumn, type Missing } from '../../shared/form/missing.ts'
import { namedPriority } from '../../shared/rubric/priority-title.ts'
import { votedPriority } from '../../shared/rubric/rubric.ts'
import type { Comments } from '../reviewer/form-items.ts'
import { reviewPath } from '../pages.ts'
import type { Blocker } from '../ui/blockers.tsx'
import type { MyColumn, OpenRoom } from './open-room.tsx'

/** What keeps one from signing, each thing with where it is mended. */
export function signBlockers(
  { review, rubric }: Pick<OpenRoom, 'review' | 'rubric'>,
  { column }: Pick<MyColumn, 'column'>,
  comments: Comments = 'required',
): readonly Blocker[] {
  const settled = !review.vote || review.vote.status === 'agreed' || review.vote.status === 'closed'
  const voted = votedPriority(rubric)
  const vote: readonly Blocker[] =
    settled || !voted
      ? []
      : [
          {
            sentence: `The ${namedPriority(voted)} is not settled.`,
            href: reviewPath(review.id, 'vote'),
          },
        ]
  const missing = missingFromColumn(column.record, column.attested, rubric, comments)
  return [...vote, ...missing.map((thing) => ({ sentence: thing.sentence, ...wayTo(thing) }))]

  /** Comments are written on the page of any of their criterion's rows, the absolute priority on the page of the signature. */
  function wayTo({ at }: Missing): Pick<Blocker, 'href' | 'onPress'> {
    if (at.kind === 'priority') {
      if (at.id === voted?.id) return { href: reviewPath(review.id, 'vote') }
      return {
        onPress: () => document.querySelector<HTMLElement>(`[data-priority="${at.id}"] textarea`)?.focus(),
      }
    }
    const first = rubric.criteria.find((criterion) => criterion.id === at.id)?.rows[0]?.id
    return { href: reviewPath(review.id, 'room', at.kind === 'row' ? at.id : (first ?? at.id)) }
  }
}
