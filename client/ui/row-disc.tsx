import './row-disc.css'

/** How far a row is: ring, half ring, full disc with a tick. */
export type RowStatus = 'untouched' | 'begun' | 'complete'

export function RowDisc({ status }: { status: RowStatus }) {
  return (
    <svg className="row-disc" data-status={status} viewBox="0 0 14 14" role="img" aria-label={status}>
      <circle cx="7" cy="7" r="5" />
      {status === 'begun' && <path className="row-disc-half" d="M7 2a5 5 0 0 1 0 10Z" />}
      {status === 'complete' && <path className="row-disc-tick" d="M4.6 7.2 6.4 9 9.6 5.2" />}
    </svg>
  )
}
