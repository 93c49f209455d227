import './reviewer-mark.css'

export interface MarkShapeProps {
  number: number
  yours?: boolean | undefined
}

const outlines: Readonly<Record<number, string>> = {
  2: 'M-10-8.5a1.5 1.5 0 0 1 1.5-1.5H8.5A1.5 1.5 0 0 1 10-8.5V8.5A1.5 1.5 0 0 1 8.5 10H-8.5A1.5 1.5 0 0 1-10 8.5Z',
  3: 'M0-13 13 0 0 13-13 0Z',
  4: 'M0-11.5 12.5 10H-12.5Z',
  5: 'M-6.5-10.5H6.5L12.5 0 6.5 10.5H-6.5L-12.5 0Z',
  6: 'M0-12 12-3 7.5 10.5H-7.5L-12-3Z',
  7: 'M-10.5 10.5V0A10.5 10.5 0 0 1 10.5 0V10.5Z',
}

const numberBase: Readonly<Record<number, number>> = { 4: 8, 6: 5.8 }

/** A reviewer's sign around 0, 0 within 26 by 26, for a drawing of its own. Shapes repeat their circle after 7. */
export function MarkShape({ number, yours = false }: MarkShapeProps) {
  const outline = outlines[number]
  return (
    <g className="mark-shape" data-yours={yours || undefined} data-digits={number > 9 ? 2 : 1}>
      {outline ? <path d={outline} /> : <circle r="11" />}
      <text y={numberBase[number] ?? 4.8} textAnchor="middle">
        {number}
      </text>
    </g>
  )
}

export interface ReviewerMarkProps extends MarkShapeProps {
  /** Height in steps: 24, 32 and 48. Never below 20. */
  size?: 'normal' | 'large' | 'giant' | undefined
  /** Spoken where no name stands beside the mark. */
  label?: string | undefined
}

/** Number and shape of a reviewer; yours is filled with pen. */
export function ReviewerMark({ number, yours, size = 'normal', label }: ReviewerMarkProps) {
  return (
    <Sign size={size} label={label}>
      <MarkShape number={number} yours={yours} />
    </Sign>
  )
}

type SignProps = Pick<ReviewerMarkProps, 'size' | 'label'>

/** The monitor's name plate. */
export function MonitorMark(props: SignProps) {
  return (
    <Sign {...props}>
      <g className="mark-strokes">
        <rect x="-12" y="-7" width="24" height="14" rx="1" />
        <path d="M-5.5 0H5.5" />
      </g>
    </Sign>
  )
}

/** The portico of the program's staff. */
export function StaffMark(props: SignProps) {
  return (
    <Sign {...props}>
      <g className="mark-strokes">
        <path d="M-11-3.5 0-11 11-3.5M-8-3V7.5M0-3V7.5M8-3V7.5M-11 10H11" />
      </g>
    </Sign>
  )
}

/** The selecting official's seal. */
export function OfficialMark(props: SignProps) {
  return (
    <Sign {...props}>
      <g className="mark-strokes">
        <circle cx="0" cy="-3" r="7.5" />
        <path d="M-4.5 3.5-6.5 11.5 0 8 6.5 11.5 4.5 3.5" />
      </g>
    </Sign>
  )
}

function Sign({ size = 'normal', label, children }: SignProps & { children: React.ReactNode }) {
  return (
    <svg
      className="reviewer-mark"
      data-size={size}
      viewBox="-14 -14 28 28"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      focusable="false"
    >
      {children}
    </svg>
  )
}
