import { bandOf } from '../../shared/rubric/bands.ts'
import type { ScoreStripProps } from './score-strip.tsx'

type StripTextProps = Pick<ScoreStripProps, 'label' | 'scores' | 'max' | 'bands' | 'mean' | 'middle'> & {
  lowest: number
  highest: number
}

/** What the picture of a row's scores says, in words. */
export function StripText({ label, scores, max, bands, mean, middle, lowest, highest }: StripTextProps) {
  if (scores.length === 0) return <p className="visually-hidden">{label}: no scores.</p>
  return (
    <div className="visually-hidden">
      <p>
        Scores on {label}, of {max}. {lowest} to {highest}, {highest - lowest} apart.
        {mean && ` Mean ${mean.text}.`}
        {middle && ` Middle ${middle.text}.`}
      </p>
      <ul>
        {scores
          .toSorted((a, b) => a.reviewer - b.reviewer)
          .map(({ reviewer, points, was, yours }) => {
            const band = bandOf(bands, points)
            return (
              <li key={reviewer}>
                {yours ? 'You' : `Reviewer ${reviewer}`}: {points}
                {band && `, ${band}`}
                {was !== undefined && was !== points && `, before ${was}`}
              </li>
            )
          })}
      </ul>
    </div>
  )
}
