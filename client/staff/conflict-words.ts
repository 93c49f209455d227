import type { ProgressView } from '../../shared/competition/progress-view.ts'

/** Where a person stands with an application, as staff read it. */
export const conflictWords: Readonly<Record<ProgressView['conflict'], string>> = {
  open: 'Not yet certified',
  certified: 'Certified',
  unsure: 'Not sure',
  recused: 'Recused',
  cleared: 'Cleared by staff',
}
