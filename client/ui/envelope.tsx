import './envelope.css'

type Size = 'normal' | 'small' | undefined

export interface BallotsProps {
  /** How many seats have voted. Which ones is not known here, and no hurdle is drawn. */
  cast: number
  seats: number
  size?: Size
}

/** The sealed vote: an envelope for each seat that has voted, in order of arrival, a dashed square for each that has not. */
export function Ballots({ cast, seats, size = 'normal' }: BallotsProps) {
  return (
    <div
      className="ballots"
      data-size={size}
      role="img"
      aria-label={`${cast} of ${seats} have voted, sealed`}
    >
      {Array.from({ length: seats }, (_, seat) => (
        <svg key={seat} className="ballot" viewBox="0 0 64 64" focusable="false">
          {seat < cast ? (
            <g className="ballot-envelope">
              <rect x="1" y="1" width="62" height="62" rx="3" />
              <path d="M2 2 32 32 62 2" />
            </g>
          ) : (
            <rect className="ballot-open" x="1" y="1" width="62" height="62" rx="3" />
          )}
        </svg>
      ))}
    </div>
  )
}

export interface VoteSeatsProps {
  yes: number
  seats: number
  /** Seats that answered nothing: neither yes nor no. They stand last. */
  unanswered?: number | undefined
  /** Seats needed for the points. */
  needed: number
  size?: Size
  /** Words under the hurdle: "3 needed". */
  hurdleWords?: boolean | undefined
}

/** The opened vote: yes seats filled and to the left, then no, then no answer, and a line after the seats needed. */
export function VoteSeats({
  yes,
  seats,
  unanswered = 0,
  needed,
  size = 'normal',
  hurdleWords = size === 'normal',
}: VoteSeatsProps) {
  return (
    <div
      className="vote-seats"
      data-size={size}
      role="img"
      aria-label={`${yes} of ${seats} say yes, ${needed} needed${unanswered > 0 ? `, ${unanswered} without an answer` : ''}`}
    >
      {Array.from({ length: seats }, (_, seat) => {
        const says = seat < yes ? 'yes' : seat < seats - unanswered ? 'no' : 'nothing'
        return (
          <span key={seat} className="vote-seat" data-says={says}>
            {says === 'nothing' && size === 'small' ? '–' : words[says]}
            {seat === needed - 1 && (
              <span className="vote-hurdle">
                {hurdleWords && <span className="vote-hurdle-words">{needed} needed</span>}
              </span>
            )}
          </span>
        )
      })}
    </div>
  )
}

const words = { yes: 'Yes', no: 'No', nothing: 'No answer' } as const
