import './time-left.css'

export interface TimeLeftProps {
  /** Seconds left; below 0 the time is over and keeps counting. */
  left: number
  /** Seconds given. */
  given: number
  /** `figure` where it is the one large number of the page. */
  size?: 'line' | 'figure' | 'small' | undefined
}

/** Time left on a row, as a bar with its end and as a number. Not a live region: who wants it reads it. */
export function TimeLeft({ left, given, size = 'line' }: TimeLeftProps) {
  const share = given > 0 ? Math.max(0, Math.min(1, left / given)) : 0
  return (
    <p className="time-left" data-size={size} role="timer">
      {size === 'line' && (
        <svg
          className="time-left-bar"
          viewBox="0 0 120 12"
          preserveAspectRatio="none"
          aria-hidden
          focusable="false"
        >
          <path className="time-left-all" d="M0 6H120" />
          <path className="time-left-rest" d={`M0 6H${120 * share}`} />
          <path className="time-left-end" d={`M${Math.max(1, 120 * share)} 1V11`} />
        </svg>
      )}
      <span className="time-left-figure">{left < 0 ? `−${clock(-left)}` : clock(left)}</span>
      <span className="time-left-words">
        {left < 0 ? `over ${minutes(given)}` : `left of ${minutes(given)}`}
      </span>
    </p>
  )
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

function minutes(seconds: number): string {
  return seconds % 60 === 0 ? String(seconds / 60) : clock(seconds)
}
