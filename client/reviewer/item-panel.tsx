import type { Ref } from 'react'
import type { MineView, ReviewView } from '../../shared/competition/view.ts'
import type { FormRecord } from '../../shared/form/form-record.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import type { OpenDocument } from '../live/documents.ts'
import { reviewPath } from '../pages.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Column } from '../ui/columns.tsx'
import { Link } from '../ui/link.tsx'
import { neighbor } from './form-items.ts'
import { NotCounted } from './not-counted.tsx'
import { itemName } from './priority-words.ts'
import { PriorityPanel } from './priority-panel.tsx'
import { RowPanel } from './row-panel.tsx'
import { WhyReadOnly } from './why-read-only.tsx'
import './item-panel.css'

interface ItemPanelProps {
  readonly review: ReviewView
  readonly rubric: Rubric
  readonly record: FormRecord
  readonly mine: MineView
  readonly open: OpenDocument
  /** The row or priority that is shown. */
  readonly current: string
  readonly next: string | null
  readonly onGo: (item: string | null) => void
  readonly head: Ref<HTMLDivElement>
  readonly points: Ref<HTMLInputElement>
}

/** The current row or priority, and the way on from it. */
export function ItemPanel(props: ItemPanelProps) {
  const { review, rubric, current, next, open, mine, onGo, head, points, record } = props
  const previous = neighbor(rubric, current, -1)
  const criterion = rubric.criteria.find(({ rows }) => rows.some(({ id }) => id === current))
  const row = criterion?.rows.find(({ id }) => id === current)
  const priority = rubric.priorities.find(({ id }) => id === current)
  const readOnly = !mine.form.writable
  const place = { doc: open.doc }
  const foot = (
    <div className="item-panel-foot">
      {previous && (
        <Button
          icon="chevron-left"
          aria-label={`Row before: ${itemName(rubric, previous)}`}
          onClick={() => onGo(previous)}
        >
          {itemName(rubric, previous)}
        </Button>
      )}
      {readOnly ? (
        <Following rubric={rubric} current={current} onGo={onGo} />
      ) : next ? (
        <Button keys="N" onClick={() => onGo(next)}>
          Next unscored: {itemName(rubric, next)}
        </Button>
      ) : (
        <>
          <Following rubric={rubric} current={current} onGo={onGo} />
          <ButtonLink kind="primary" href={reviewPath(review.id, 'ready')}>
            Ready check
          </ButtonLink>
        </>
      )}
    </div>
  )
  return (
    <Column kind="do" label="Your form" foot={foot}>
      <div className="item-panel" ref={head} tabIndex={-1}>
        <WhyReadOnly review={review} mine={mine} />
        <NotCounted mine={mine} open={open} />
        <ToApplication />
        {criterion && row && (
          <RowPanel
            criterion={criterion}
            row={row}
            record={record}
            place={place}
            copy={open.copy}
            readOnly={readOnly}
            points={points}
          />
        )}
        {priority && (
          <PriorityPanel
            priority={priority}
            record={record}
            place={place}
            copy={open.copy}
            readOnly={readOnly}
          />
        )}
      </div>
    </Column>
  )
}

/** On a phone the application stands under the form. */
function ToApplication() {
  return (
    <p className="item-panel-to-application">
      <Link onClick={() => document.querySelector('.application-tools')?.scrollIntoView({ block: 'start' })}>
        Read the application
      </Link>
    </p>
  )
}

function Following({ rubric, current, onGo }: Pick<ItemPanelProps, 'rubric' | 'current' | 'onGo'>) {
  const following = neighbor(rubric, current, 1)
  if (!following) return null
  return (
    <Button
      iconAfter="chevron-right"
      aria-label={`Next row: ${itemName(rubric, following)}`}
      onClick={() => onGo(following)}
    >
      {itemName(rubric, following)}
    </Button>
  )
}
