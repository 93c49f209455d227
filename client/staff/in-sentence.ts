import type { ProgressView } from '../../shared/competition/progress-view.ts'

/** What a person is called within a sentence: "Reviewer 2", "the panel monitor". */
export function inSentence({ seat, label }: Pick<ProgressView, 'seat' | 'label'>): string {
  return seat === null ? `the ${label.charAt(0).toLowerCase()}${label.slice(1)}` : label
}

/** Who sits in a seat, beside what the seat is called on its panel: "Reviewer 17 in the competition". */
export function inCompetition(called: string): string {
  return `${called} in the competition`
}
