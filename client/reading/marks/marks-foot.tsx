import { useRef } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import type { Said } from './use-mark-acts.ts'
import './marks-foot.css'

interface MarksFootProps {
  readonly count: number
  readonly said: Said | null
  readonly onList: () => void
}

/** Under the application: how many highlights one has in it, who sees them, and what was done last, with the way back from it. */
export function MarksFoot({ count, said, onList }: MarksFootProps) {
  const list = useRef<HTMLDivElement>(null)
  const undo = (): void => {
    said?.undo?.()
    list.current?.querySelector('button')?.focus({ preventScroll: true })
  }
  return (
    <div className="marks-foot" ref={list}>
      <Link look="quiet" onClick={onList}>
        Your highlights: {count}
      </Link>
      {said ? (
        <p className="marks-said">
          {said.sentence} {said.undo && <Link onClick={undo}>Undo</Link>}
        </p>
      ) : (
        <span className="marks-who">
          <Icon name="eye" size="small" /> Only you
        </span>
      )}
    </div>
  )
}
