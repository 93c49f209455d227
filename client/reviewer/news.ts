import { useEffect, useRef } from 'react'
import type { ReviewView, View } from '../../shared/competition/view.ts'
import { announce } from '../ui/announce.tsx'
import { itemInSentence } from './field-words.ts'

/**
 * What others did that a reviewer should hear of while they work, as sentences: answers of staff, and what changed about the review
 * that is on the page. What they did themselves is said where they do it.
 */
export function newsBetween(before: View, now: View, review: string | null): readonly string[] {
  if (now.me.role !== 'reviewer') return []
  const known = new Set(before.answers.map(({ row, at }) => `${row} ${at}`))
  const answered = now.answers.filter(({ row, at }) => !known.has(`${row} ${at}`)).map(({ row }) => row)
  const answers = [...new Set(answered)].map((row) => `Staff answered about ${itemInSentence(row)}.`)
  const here = (view: View): ReviewView | undefined => view.reviews.find(({ id }) => id === review)
  const [was, is] = [here(before), here(now)]
  return was && is ? [...answers, ...changesOf(was, is)] : answers
}

function changesOf(was: ReviewView, is: ReviewView): readonly string[] {
  const { applicant, edition } = is.application
  const own = was.mine?.attestedAt !== is.mine?.attestedAt
  const told: readonly (readonly [boolean, string])[] = [
    [
      was.application.edition !== null && edition !== null && was.application.edition !== edition,
      `The documents of ${applicant} have changed.`,
    ],
    [
      was.conflict?.status === 'unsure' && is.conflict?.status === 'cleared',
      `Staff cleared you for ${applicant}.`,
    ],
    [
      !own && is.tier > 0 && was.ready !== null && is.ready !== null && was.ready.count !== is.ready.count,
      `Ready on your panel: ${is.ready?.count} of ${is.ready?.of}.`,
    ],
    [
      was.mine?.nudgedAt !== is.mine?.nudgedAt && (is.mine?.nudgedAt ?? null) !== null,
      'You have a reminder.',
    ],
    [
      was.mine?.returned?.at !== is.mine?.returned?.at && (is.mine?.returned ?? null) !== null,
      `${is.mine?.returned?.by === 'staff' ? 'Program staff have' : 'The panel monitor has'} returned your form, for better comments.`,
    ],
    [
      (was.mine?.askedAnew?.versions.length ?? 0) < (is.mine?.askedAnew?.versions.length ?? 0),
      'The rubric has changed. Your form is open again: look at what you gave, then say ready again.',
    ],
    [
      was.mine?.until !== is.mine?.until && (is.mine?.until ?? null) !== null,
      'Staff have given you more time.',
    ],
    [was.revealed === null && is.revealed !== null, `The scores of ${applicant} are revealed.`],
    [was.vote?.status === 'open' && is.vote?.status === 'closed', 'The vote is closed.'],
    [
      was.vote != null && is.vote?.reopened != null && was.vote.reopened?.at !== is.vote.reopened.at,
      'Staff have opened the vote again. Everybody votes and signs anew.',
    ],
    [was.closed === null && is.closed !== null, `The review of ${applicant} is closed.`],
  ]
  return told.flatMap(([so, sentence]) => (so ? [sentence] : []))
}

/** Reads out what others did meanwhile, without moving the focus. */
export function useNews(view: View, review: string | null): void {
  const before = useRef(view)
  useEffect(() => {
    const was = before.current
    before.current = view
    for (const sentence of newsBetween(was, view, review)) announce(sentence)
  }, [view, review])
}
