import { memo } from 'react'
import { AreaLetter } from '../ui/area-letter.tsx'
import { RowDisc, type RowStatus } from '../ui/row-disc.tsx'

interface TreeLineProps {
  readonly letter: string | null
  readonly status: RowStatus
  readonly id: string
  readonly shownId?: string
  readonly title: string
  readonly points: number | null
  readonly max: number
  readonly href: string
  readonly current: boolean
  readonly under?: boolean
}

/** A row or criterion of the tree. It is drawn anew only where it says something else: a key in a comment changes none of them. */
export const TreeLine = memo(
  ({ letter, status, id, shownId = id, title, points, max, href, current, under }: TreeLineProps) => {
    const given = points === null ? 'no points' : `${points}`
    return (
      <li className="form-tree-line" data-current={current || undefined} data-under={under}>
        {letter !== null && <AreaLetter>{letter}</AreaLetter>}
        <a className="form-tree-link" href={href} aria-current={current ? 'true' : undefined}>
          <span className="visually-hidden">
            {id} {title}, {given} of {max}, {status}
          </span>
          <span className="form-tree-shown" aria-hidden>
            <RowDisc status={status} />
            <span className="form-tree-id">{shownId}</span>
            <span className="form-tree-title">{title}</span>
            <span className="form-tree-points">{points ?? '–'}</span>
            <span className="form-tree-max">{max}</span>
          </span>
        </a>
      </li>
    )
  },
)
TreeLine.displayName = 'TreeLine'
