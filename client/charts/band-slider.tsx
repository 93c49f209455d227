import { bandOf } from '../../shared/rubric/bands.ts'
import type { Bands } from '../../shared/rubric/rubric.ts'
import { BandBar } from './band-bar.tsx'
import { bandSteps, wordsWidth } from './band-shape.ts'
import { useWidth } from './width.ts'
import './band-slider.css'

export interface BandSliderProps {
  /** "Points on the scale, (A)(3)(ii)" */
  label: string
  value: number | null
  max: number
  bands: Bands | null
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

/** The band bar of a row as its slider: pen from 0 to a flag with the number. The number field beside it is the main way in. */
export function BandSlider(props: BandSliderProps) {
  const { label, value, max, bands, step = 1, onMove, onRelease, readOnly = false } = props
  const [ref, width] = useWidth<HTMLDivElement>()
  const at = value === null ? null : (Math.min(value, max) / max) * width
  const steps = bands ? bandSteps(bands, max) : []
  const stacked = steps.some((band) => (band.end - band.start) * width < wordsWidth(band))
  const band = value === null ? null : bandOf(bands, value)
  return (
    <div className="band-slider" ref={ref}>
      {width > 0 && (
        <svg className="band-slider-picture" width={width} height={base + 6} aria-hidden focusable="false">
          <BandBar bands={bands} max={max} left={0} width={width} base={base} height={bar} under={0} />
          <path
            className="band-slider-ends"
            d={`M0.75 ${base - bar}V${base + 4}M${width - 0.75} ${base - bar}V${base + 4}`}
          />
          {at !== null && (
            <>
              <path className="band-slider-given" d={`M0 ${base}H${at}`} />
              <path className="band-slider-stem" d={`M${at} ${base + 1}V${flagRoom - 8}`} />
              <g
                className="band-slider-flag"
                style={{ '--x': `${Math.max(17, Math.min(width - 17, at))}px` }}
              >
                <rect x="-17" y="0" width="34" height="25" rx="3" />
                <text y="17.5" textAnchor="middle">
                  {value}
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
          min={0}
          max={max}
          step={step}
          value={value ?? 0}
          aria-label={label}
          aria-valuetext={value === null ? 'no points' : band ? `${value}, ${band} band` : String(value)}
          onChange={(event) => onMove(event.target.valueAsNumber)}
          onPointerUp={onRelease}
          onBlur={onRelease}
        />
      )}
      <div className="band-slider-words" data-stacked={stacked || undefined} aria-hidden>
        {bands === null && (
          <>
            <span className="band-slider-end">0</span>
            <span className="band-slider-end">{max}</span>
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
