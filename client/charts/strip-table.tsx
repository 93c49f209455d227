import { shownPoints } from '../../shared/rubric/shown-points.ts'
import { bandWord, reachInWords } from '../../shared/rubric/told-points.ts'
import { bandOf } from '../../shared/rubric/bands.ts'
import type { ScoreStripProps, StripScore } from './score-strip.tsx'
import { pointsBefore, whoGave } from './strip-words.ts'

type StripTableProps = Pick<ScoreStripProps, 'label' | 'rubric' | 'row' | 'scores' | 'mean' | 'middle'>

/** The numbers of the picture as a table, for who cannot see it; sighted readers have them beside the comments. */
export function StripTable({ label, rubric, row, scores, mean, middle }: StripTableProps) {
  const { bands } = row
  if (scores.length === 0) return null
  const bandIn = (points: number): string => {
    const band = bandOf(bands, points)
    return band === null ? '–' : bandWord(rubric, band)
  }
  const before = (score: StripScore): string => {
    const points = pointsBefore(score)
    return points === null ? 'the same' : shownPoints(rubric, points)
  }
  return (
    <div className="visually-hidden">
      <table>
        <caption>
          Scores on {label}, {reachInWords(rubric, row)}
        </caption>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">Points</th>
            {bands && <th scope="col">Band</th>}
            <th scope="col">Before</th>
          </tr>
        </thead>
        <tbody>
          {scores
            .toSorted((a, b) => a.reviewer - b.reviewer)
            .map((score) => (
              <tr key={score.reviewer}>
                <th scope="row">{whoGave(score)}</th>
                <td>{shownPoints(rubric, score.points)}</td>
                {bands && <td>{bandIn(score.points)}</td>}
                <td>{before(score)}</td>
              </tr>
            ))}
          {mean && (
            <tr>
              <th scope="row">Mean</th>
              <td>{mean.text}</td>
            </tr>
          )}
          {middle && (
            <tr>
              <th scope="row">Middle</th>
              <td>{middle.text}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}
