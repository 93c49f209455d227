import { seatName } from '../../shared/competition/seat-name.ts'
import { bandOf } from '../../shared/rubric/bands.ts'
import { shownPoints } from '../../shared/rubric/shown-points.ts'
import { bandWord, reachInWords } from '../../shared/rubric/told-points.ts'
import type { Scale } from './band-shape.ts'
import type { ScoreStripProps, StripScore } from './score-strip.tsx'

type Said = Pick<ScoreStripProps, 'label' | 'rubric' | 'row' | 'scores' | 'mean' | 'middle'>

/** What the picture of a row's scores shows, in one sentence. */
export function stripSentence({ label, rubric, row, scores, mean, middle }: Said): string {
  if (scores.length === 0) return `${label}: no scores.`
  const points = scores.map((score) => score.points)
  const [lowest, highest] = [Math.min(...points), Math.max(...points)]
  const [low, high, apart] = [lowest, highest, highest - lowest].map((units) => shownPoints(rubric, units))
  const reach = lowest === highest ? `all ${low}` : `${low} to ${high}, ${apart} apart`
  const parts = [
    scores.length === 1 ? `one score, ${low}` : reach,
    mean && `mean ${mean.text}`,
    middle && `middle ${middle.text}`,
  ]
  return `Scores on ${label}, ${reachInWords(rubric, row)}: ${parts.filter((part) => part !== undefined).join(', ')}.`
}

/** "Reviewer 3", or "You, Reviewer 2": the number is what is seen in the mark. */
export function whoGave({ reviewer, yours }: StripScore): string {
  return yours ? `You, ${seatName(reviewer)}` : seatName(reviewer)
}

/** What a score was, where that is another number than now. */
export function pointsBefore({ points, was }: StripScore): number | null {
  return was === undefined || was === points ? null : was
}

/** "Reviewer 3: 14, medium, before 12". */
export function pointWords({ rubric, row }: Scale, score: StripScore): string {
  const band = bandOf(row.bands, score.points)
  const before = pointsBefore(score)
  const parts = [
    `${whoGave(score)}: ${shownPoints(rubric, score.points)}`,
    band && bandWord(rubric, band),
    before === null ? null : `before ${shownPoints(rubric, before)}`,
  ]
  return parts.filter((part) => part !== null).join(', ')
}
