import { useView } from '../live/connection.ts'
import { Link } from '../ui/link.tsx'
import { type HintName, hints, putAway, useHint } from './hints.ts'
import './hint.css'

interface HintProps {
  readonly name: HintName
  /** Where the focus goes on from a hint that is put away: what it is about. */
  readonly onward: () => void
}

/** A hint in its place, until it is put away; one at a time, and never over anything. */
export function Hint({ name, onward }: HintProps) {
  const person = useView()?.me.person ?? ''
  if (useHint(person) !== name) return null
  return (
    <p className="hint">
      <span>{hints[name]}</span>{' '}
      <Link
        aria-label={`Understood: ${hints[name]}`}
        onClick={() => {
          putAway(person, name)
          onward()
        }}
      >
        Understood
      </Link>
    </p>
  )
}
