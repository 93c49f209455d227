import type { ReviewView, View } from '../../shared/competition/view.ts'

/** The reviewers who could take a seat's place on a review: not those who sit there, did, or have a conflict. */
export function standInsFor(
  { reviewers }: View,
  { notStandIns }: ReviewView,
): readonly { readonly person: string; readonly label: string }[] {
  return (reviewers ?? []).filter(({ person }) => !notStandIns?.includes(person))
}
