import { memo } from 'react'
import { AreaLetter } from '../ui/area-letter.tsx'
import { RowDisc, type RowStatus } from '../ui/row-disc.tsx'

interface TreeLineProps {
  readonly letter: string | null
  readonly status: RowStatus
  readonly id: string
  readonly shownId?: string
  readonly title: string
  /** As people read them; null where none are given. */
  readonly points: string | null
  /** "45", or "1–9". */
  readonly reach: string
  /** What can be given in words: "of 45". */
  readonly reachWords: string
  /** What there is to say of it besides. */
  readonly note?: string | null
  readonly href: string
  readonly current: boolean
  readonly under?: boolean
}

/** A row or criterion of the tree. It is drawn anew only where it says something else: a key in a comment changes none of them. */
export const TreeLine = memo(
  ({
    letter,
    status,
    id,
    shownId = id,
    title,
    points,
    reach,
    reachWords,
    note = null,
    href,
    current,
    under,
  }: TreeLineProps) => {
    return (
      <li className="form-tree-line" data-current={current || undefined} data-under={under}>
        {letter !== null && <AreaLetter>{letter}</AreaLetter>}
        <a className="form-tree-link" href={href} aria-current={current ? 'true' : undefined}>
          <span className="visually-hidden">
            {id} {title}, {points ?? 'no points'} {reachWords}
            {note !== null && `, ${note}`}, {status}
          </span>
          <span className="form-tree-shown" aria-hidden>
            <RowDisc status={status} />
            <span className="form-tree-id">{shownId}</span>
            <span className="form-tree-title">
              {title}
              {note !== null && <span className="form-tree-note">{note}</span>}
            </span>
            <span className="form-tree-points">{points ?? '–'}</span>
            <span className="form-tree-max">{reach}</span>
          </span>
        </a>
      </li>
    )
  },
)
TreeLine.displayName = 'TreeLine'
