import type { ProgressView } from '../../shared/competition/progress-view.ts'

/** Where a person stands with an application, as staff read it. */
export const conflictWords: Readonly<Record<ProgressView['conflict'], string>> = {
  open: 'Not yet certified',
  certified: 'Certified',
  unsure: 'Not sure',
  recused: 'Recused',
  cleared: 'Cleared by staff',
}

/** The same in a word for one person. The journal keeps who was replaced as recused, with staff's reason, which may be no conflict at all. */
export function conflictWord({
  conflict,
  replacedBy,
}: Pick<ProgressView, 'conflict' | 'replacedBy'>): string {
  return replacedBy === null ? conflictWords[conflict] : 'Replaced'
}
