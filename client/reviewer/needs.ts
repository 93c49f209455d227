import type { ReviewView, View } from '../../shared/competition/view.ts'
import type { FormRecord } from '../../shared/form/form-record.ts'
import { missingFromForm } from '../../shared/form/missing.ts'
import { votedPriority, type Rubric } from '../../shared/rubric/rubric.ts'
import { reviewPath, samplePath } from '../pages.ts'
import { rowsWithoutPoints, type Comments } from './form-items.ts'
import { nudgedNow } from './nudge.tsx'
import { abbreviation } from '../../shared/rubric/priority-title.ts'

/** What a review asks of its reviewer now: something to do, with where; or what it waits for. */
export interface Need {
  readonly sentence: string
  readonly href: string | null
}

/** A form, or a column once revealed, with what it is held against. */
interface FormAtHand {
  readonly rubric: Rubric
  readonly record: FormRecord
}

/** The one thing that comes next for a reviewer. `form` is null while it opens. `calibration` is the sample, which comes before the rest. */
export function needOf(
  review: ReviewView,
  form: FormAtHand | null,
  comments: Comments,
  calibration: View['calibration'],
): Need {
  const { id, conflict, mine, vote, lock, closed } = review
  if (lock)
    return { sentence: lock.status === 'locked' ? 'Locked' : 'Being locked', href: reviewPath(id, 'room') }
  if (conflict?.status === 'open') {
    return { sentence: 'Say whether you have a conflict', href: reviewPath(id, 'conflicts') }
  }
  if (conflict?.status === 'unsure') {
    return { sentence: 'Staff have your question about conflicts', href: reviewPath(id, 'conflicts') }
  }
  if (!mine) return { sentence: 'Nothing now', href: null }
  if (mine.excused) return { sentence: 'Staff have excused your seat', href: null }
  if (review.tier === 0) return asked(review, ofSample(review, form, comments, calibration))
  if (!review.room && calibration?.due && mine.attestedAt === null)
    return { sentence: 'Waits for the sample', href: reviewPath(id, 'score') }
  if (!review.room) return asked(review, beforeReveal(review, form, comments))
  const room = reviewPath(id, 'room')
  if (closed) {
    const open = review.absolute?.some(({ mine: own }) => own !== null && own.at === null) ?? false
    return open
      ? { sentence: 'Confirm or change the absolute priority', href: reviewPath(id, 'final') }
      : { sentence: 'Closed, with staff', href: room }
  }
  if (mine.signedAt !== null) return { sentence: 'Signed. Waiting for the others', href: room }
  if (vote?.status === 'open') {
    const voted = Boolean(vote.mine?.ballot)
    return { sentence: voted ? 'The vote is open; you voted' : voteWords(form), href: reviewPath(id, 'vote') }
  }
  // Where nothing is voted, nothing is left to settle.
  const settled = vote === null || vote.status === 'closed' || vote.status === 'agreed'
  return settled
    ? { sentence: 'Discuss, finish and sign', href: reviewPath(id, 'final') }
    : { sentence: 'Discuss with the panel', href: room }
}

/** What a sample asks for: nobody reveals it, staff open its spread. */
function ofSample(
  review: ReviewView,
  form: FormAtHand | null,
  comments: Comments,
  calibration: View['calibration'],
): Need {
  if (calibration?.shown) return { sentence: 'See how far apart it came out', href: samplePath }
  if (review.mine?.attestedAt != null)
    return { sentence: 'Ready. Staff can open the spread', href: samplePath }
  const need = beforeReveal(review, form, comments)
  return { ...need, sentence: `Sample, before the real applications. ${need.sentence}` }
}

/** What comes next, with what the monitor asked for beside it. */
function asked(review: ReviewView, need: Need): Need {
  const { id, mine } = review
  if (mine != null && mine.askedAnew !== null && mine.form.writable)
    return { sentence: 'The rubric changed: look again, then say ready', href: reviewPath(id, 'ready') }
  if (mine?.returned) return { sentence: 'Better comments are asked for', href: reviewPath(id, 'ready') }
  if (nudgedNow(review) === null) return need
  return { ...need, sentence: `${need.sentence}. This is a reminder` }
}

/** "Vote on STEM", or on what the rubric calls it. */
function voteWords(form: FormAtHand | null): string {
  const priority = form && votedPriority(form.rubric)
  return priority ? `Vote on ${abbreviation(priority) ?? priority.title}` : 'Vote'
}

function beforeReveal({ id, mine, ready }: ReviewView, form: FormAtHand | null, comments: Comments): Need {
  if (mine?.attestedAt) {
    const all = ready && ready.count === ready.of
    const waits = all
      ? 'All are ready. Waiting for the reveal'
      : `Ready. Waiting for the panel${ready ? `: ${ready.count} of ${ready.of} ready` : ''}`
    return { sentence: waits, href: reviewPath(id, 'ready') }
  }
  if (!form) return { sentence: 'Your form', href: reviewPath(id, 'score') }
  const { record, rubric } = form
  const open = rowsWithoutPoints(record)
  if (open > 0) {
    const rows = open === 1 ? '1 row' : `${open} rows`
    return { sentence: `Score: ${rows} without points`, href: reviewPath(id, 'score') }
  }
  const missing = missingFromForm(record, rubric, comments).length
  if (missing === 0) return { sentence: 'Say ready', href: reviewPath(id, 'ready') }
  return {
    sentence: `Finish: ${missing === 1 ? '1 thing is' : `${missing} things are`} missing`,
    href: reviewPath(id, 'ready'),
  }
}
