import type { Row, Rubric } from '../../shared/rubric/rubric.ts'
import { moreIsBetter, shownPoints } from '../../shared/rubric/shown-points.ts'
import { heatOf, sideWords } from './heat.ts'
import './heat-cell.css'

export interface HeatCellProps {
  rubric: Pick<Rubric, 'scale'>
  row: Pick<Row, 'min' | 'max'>
  /** In units; null where nothing was given. */
  points: number | null
  /** The row's middle score. */
  middle: number
}

/** A cell of the heat map, a `td`: the number is always in it, the tint only confirms it. */
export function HeatCell({ rubric, row, points, middle }: HeatCellProps) {
  const heat = points === null ? null : heatOf(rubric, row, points, middle)
  return (
    <td className="heat-cell" data-heat={heat ? `${heat.side}-${heat.step}` : undefined}>
      {heat?.step === 3 && (
        <>
          <HeatSign side={heat.side} />
          <span className="visually-hidden">far {sideWords(rubric)[heat.side]} the middle: </span>
        </>
      )}
      {points === null ? '–' : shownPoints(rubric, points)}
    </td>
  )
}

/** What the tints and signs mean; stays in view with the table. */
export function HeatKey({ rubric }: Pick<HeatCellProps, 'rubric'>) {
  const { below, above } = sideWords(rubric)
  return (
    <p className="heat-key">
      <span className="heat-key-part">
        <Swatches side="below" steps={[3, 2, 1]} /> {below} the middle score
      </span>
      <span className="heat-key-part">
        <Swatches side="above" steps={[1, 2, 3]} /> {above} it
      </span>
      <span className="heat-key-part">
        <HeatSign side="below" />
        <HeatSign side="above" /> by 25% of the {moreIsBetter(rubric) ? 'maximum' : 'scale'} or more
      </span>
    </p>
  )
}

function Swatches({ side, steps }: { side: 'below' | 'above'; steps: readonly number[] }) {
  return (
    <span className="heat-key-swatches" aria-hidden>
      {steps.map((step) => (
        <span key={step} className="heat-key-swatch" data-heat={`${side}-${step}`} />
      ))}
    </span>
  )
}

function HeatSign({ side }: { side: 'below' | 'above' }) {
  return (
    <svg className="heat-sign" viewBox="0 0 8 7" aria-hidden focusable="false">
      <path d={side === 'below' ? 'M0 .5h8l-4 6Z' : 'M4 .5l4 6H0Z'} />
    </svg>
  )
}
