import { bandOf } from '../../shared/rubric/bands.ts'
import { leastOf } from '../../shared/rubric/rubric.ts'
import { moreIsBetter, shownPoints } from '../../shared/rubric/shown-points.ts'
import { bandWord, bestInWords, shownEnd } from '../../shared/rubric/told-points.ts'
import { BandBar } from './band-bar.tsx'
import { bandSteps, shareOf, wordsWidth, type Scale } from './band-shape.ts'
import { useWidth } from './width.ts'
import './band-slider.css'

export interface BandSliderProps extends Scale {
  /** "Points on the scale, (A)(3)(ii)" */
  label: string
  /** In units, like all numbers here. */
  value: number | null
  step?: number | undefined
  /** While it is being moved. */
  onMove: (value: number) => void
  /** When it is let go. */
  onRelease: () => void
  readOnly?: boolean | undefined
}

const flagRoom = 34
const bar = 27
const base = flagRoom + bar + 8

/**
 * The band bar of a row as its slider: pen from 0 to a flag with the number; where 1 is best nothing is filled, since more would look like
 * better. The number field beside it is the main way in.
 */
export function BandSlider(props: BandSliderProps) {
  const { label, rubric, row, value, step = 1, onMove, onRelease, readOnly = false } = props
  const [ref, width] = useWidth<HTMLDivElement>()
  const { bands, max } = row
  const least = leastOf(row)
  const at = value === null ? null : Math.max(0, Math.min(1, shareOf(row, value))) * width
  const steps = bandSteps({ rubric, row })
  const stacked = steps.some((band) => (band.end - band.start) * width < wordsWidth(band))
  const shown = value === null ? null : shownPoints(rubric, value)
  const band = value === null ? null : bandOf(bands, value)
  const best = bestInWords(rubric, row)
  const half = (shown?.length ?? 0) > 3 ? 23 : 17
  const said = [shown, band && `${bandWord(rubric, band)} band`, best].filter(Boolean).join(', ')
  return (
    <div className="band-slider" ref={ref}>
      {width > 0 && (
        <svg className="band-slider-picture" width={width} height={base + 6} aria-hidden focusable="false">
          <BandBar rubric={rubric} row={row} left={0} width={width} base={base} height={bar} under={0} />
          <path
            className="band-slider-ends"
            d={`M0.75 ${base - bar}V${base + 4}M${width - 0.75} ${base - bar}V${base + 4}`}
          />
          {at !== null && (
            <>
              {moreIsBetter(rubric) && <path className="band-slider-given" d={`M0 ${base}H${at}`} />}
              <path className="band-slider-stem" d={`M${at} ${base + 1}V${flagRoom - 8}`} />
              <g
                className="band-slider-flag"
                style={{ '--x': `${Math.max(half, Math.min(width - half, at))}px` }}
              >
                <rect x={-half} y="0" width={2 * half} height="25" rx="3" />
                <text y="17.5" textAnchor="middle">
                  {shown}
                </text>
              </g>
              <path className="band-slider-tip" d={`M${at - 6} 24.5H${at + 6}L${at} 31Z`} />
            </>
          )}
        </svg>
      )}
      {!readOnly && (
        <input
          className="band-slider-input"
          type="range"
          min={least}
          max={max}
          step={step}
          value={value ?? least}
          aria-label={label}
          aria-valuetext={value === null ? 'no points' : said}
          onChange={(event) => onMove(event.target.valueAsNumber)}
          onPointerUp={onRelease}
          onBlur={onRelease}
        />
      )}
      <div className="band-slider-words" data-stacked={stacked || undefined} aria-hidden>
        {bands === null && (
          <>
            <span className="band-slider-end">{best ?? shownEnd(rubric, least)}</span>
            <span className="band-slider-end">{shownEnd(rubric, max)}</span>
          </>
        )}
        {steps.map(({ name, word, from, to, start, end }) => (
          <span key={name} className="band-slider-word" style={{ '--share': end - start }}>
            <strong>{word}</strong>{' '}
            <span>
              {from}–{to}
            </span>
          </span>
        ))}
      </div>
    </div>
  )
}
