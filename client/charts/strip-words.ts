import { bandOf } from '../../shared/rubric/bands.ts'
import type { Bands } from '../../shared/rubric/rubric.ts'
import type { ScoreStripProps, StripScore } from './score-strip.tsx'

type Said = Pick<ScoreStripProps, 'label' | 'scores' | 'max' | 'mean' | 'middle'>

/** What the picture of a row's scores shows, in one sentence. */
export function stripSentence({ label, scores, max, mean, middle }: Said): string {
  if (scores.length === 0) return `${label}: no scores.`
  const points = scores.map((score) => score.points)
  const [lowest, highest] = [Math.min(...points), Math.max(...points)]
  const reach = lowest === highest ? `all ${lowest}` : `${lowest} to ${highest}, ${highest - lowest} apart`
  const parts = [
    scores.length === 1 ? `one score, ${lowest}` : reach,
    mean && `mean ${mean.text}`,
    middle && `middle ${middle.text}`,
  ]
  return `Scores on ${label}, of ${max}: ${parts.filter((part) => part !== undefined).join(', ')}.`
}

/** "Reviewer 3", or "You, Reviewer 2": the number is what is seen in the mark. */
export function whoGave({ reviewer, yours }: StripScore): string {
  return yours ? `You, Reviewer ${reviewer}` : `Reviewer ${reviewer}`
}

/** What a score was, where that is another number than now. */
export function pointsBefore({ points, was }: StripScore): number | null {
  return was === undefined || was === points ? null : was
}

/** "Reviewer 3: 14, medium, before 12". */
export function pointWords(score: StripScore, bands: Bands | null): string {
  const band = bandOf(bands, score.points)
  const before = pointsBefore(score)
  const parts = [`${whoGave(score)}: ${score.points}`, band, before === null ? null : `before ${before}`]
  return parts.filter((part) => part !== null).join(', ')
}
