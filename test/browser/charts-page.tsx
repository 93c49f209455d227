import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { ScoreStrip } from '../../client/charts/score-strip.tsx'
import { rowScores, type RowScores } from '../../client/room/row-scores.ts'
import { stripPoints } from '../../client/room/score-words.ts'
import { ScoresRow } from '../../client/room/scores-row.tsx'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { findRow } from '../../shared/rubric/rubric.ts'
import { fullForm } from '../harness/full-form.ts'
import { roomColumn } from '../harness/room-column.ts'
import { readRow, readStrip, type RowRead, type StripRead } from './charts-read.ts'
import '../../client/ui/base.css'

// What runs in the page of the charts' tests: the product's own charts with scores of a test, and what can be read out of them.

/** What a panel gave on a row, seat by seat, and what it had attested. */
export interface Given {
  readonly row: string
  readonly now: readonly number[]
  readonly before: readonly number[]
  /** The seat whose own page it is, or 0. */
  readonly yours: number
}

export interface Charts {
  /** Draws the strip of a row's own page, so wide in pixels. */
  readonly strip: (given: Given, width: number) => StripRead
  /** Draws the row as it stands in the table of all rows. */
  readonly row: (given: Given) => RowRead
}

declare global {
  interface Window {
    charts: Charts
  }
}

const place = document.getElementById('root')
if (!place) throw new Error('The page has no place for a chart.')
const root = createRoot(place)

window.charts = {
  strip: (given, width) => {
    const scores = scoresOf(given)
    const { row } = scores
    draw(
      <div style={{ width }}>
        <ScoreStrip
          label={row.id}
          rubric={raceToTheTop}
          row={row}
          flag={scores.found?.flag ?? undefined}
          {...stripPoints(scores)}
          scores={scores.scores.flatMap(({ seat, points, attested, yours }) =>
            points === null ? [] : [{ reviewer: seat, points, was: attested ?? undefined, yours }],
          )}
        />
      </div>,
    )
    return readStrip(place, row.max)
  },
  row: (given) => {
    const scores = scoresOf(given)
    draw(
      <table>
        <tbody>
          <ScoresRow review="maine.1.1" scores={scores} note="" isNow={false} isLast={false} />
        </tbody>
      </table>,
    )
    return readRow(place, scores.row.max)
  },
}

/** Whole and anew, so that nothing moves there from where it stood. */
function draw(chart: ReactNode): void {
  flushSync(() => root.render(null))
  flushSync(() => root.render(chart))
}

function scoresOf({ row: id, now, before, yours }: Given): RowScores {
  const row = findRow(raceToTheTop, id)
  if (!row) throw new Error(`There is no row ${id}.`)
  const columns = now.map((points, at) =>
    roomColumn(at + 1, formWith(id, points), {
      attested: formWith(id, before[at] ?? points),
      yours: yours === at + 1,
    }),
  )
  return rowScores(raceToTheTop, row, columns)
}

function formWith(row: string, points: number) {
  return fullForm(raceToTheTop, { points: { [row]: points } })
}
