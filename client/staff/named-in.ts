import type { View } from '../../shared/competition/view.ts'

/** Which applicants, seats and reviewers of the competition a text names, each once. */
export function namedIn(
  text: string,
  { reviews, reviewers }: Pick<View, 'reviews' | 'reviewers'>,
): readonly string[] {
  const onReviews = reviews.flatMap(({ application, progress }) => [
    application.applicant,
    ...(progress ?? []).map(({ label }) => label),
  ])
  const names = [...onReviews, ...(reviewers ?? []).map(({ label }) => label)]
  return [...new Set(names)].filter((name) => wholeWords(name).test(text))
}

function wholeWords(name: string): RegExp {
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu')
}
