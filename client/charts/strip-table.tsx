import { bandOf } from '../../shared/rubric/bands.ts'
import type { ScoreStripProps } from './score-strip.tsx'
import { pointsBefore, whoGave } from './strip-words.ts'

type StripTableProps = Pick<ScoreStripProps, 'label' | 'scores' | 'max' | 'bands' | 'mean' | 'middle'>

/** The numbers of the picture as a table, for who cannot see it; sighted readers have them beside the comments. */
export function StripTable({ label, scores, max, bands, mean, middle }: StripTableProps) {
  if (scores.length === 0) return null
  return (
    <div className="visually-hidden">
      <table>
        <caption>
          Scores on {label}, of {max}
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
                <td>{score.points}</td>
                {bands && <td>{bandOf(bands, score.points) ?? '–'}</td>}
                <td>{pointsBefore(score) ?? 'the same'}</td>
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
