import type { Ref, RefObject } from 'react'
import type { ReadingDocument } from '../../shared/application/reading.ts'
import type { MineView, ReviewView } from '../../shared/competition/view.ts'
import type { Cited } from '../../shared/form/cited.ts'
import type { FormRecord } from '../../shared/form/form-record.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import type { OpenDocument } from '../live/documents.ts'
import { reviewPath } from '../pages.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Column } from '../ui/columns.tsx'
import { Link } from '../ui/link.tsx'
import { AskedOfMe } from './asked-of-me.tsx'
import { neighbor } from './form-items.ts'
import { ItemOpenedAnew } from './opened-anew.tsx'
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
  readonly next: Onward
  readonly documents: readonly ReadingDocument[]
  readonly onOpenPage: (cited: Cited) => void
  readonly onGo: (item: string | null) => void
  readonly head: Ref<HTMLDivElement>
  readonly points: RefObject<HTMLInputElement | null>
}

/** Where it goes on: the next without points, and the next that lacks anything. */
export interface Onward {
  readonly unscored: string | null
  readonly incomplete: string | null
}

/** The current row or priority, and the way on from it. */
export function ItemPanel(props: ItemPanelProps) {
  const { review, rubric, current, next, open, mine, onGo, head, points, record, documents, onOpenPage } =
    props
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
      ) : next.unscored !== null ? (
        <Button keys="N" onClick={() => onGo(next.unscored)}>
          Next unscored: {itemName(rubric, next.unscored)}
        </Button>
      ) : next.incomplete !== null ? (
        <Button keys="I" onClick={() => onGo(next.incomplete)}>
          Next incomplete: {itemName(rubric, next.incomplete)}
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
      <div className="item-panel" ref={head}>
        <AskedOfMe mine={mine} />
        <ItemOpenedAnew review={review} rubric={rubric} mine={mine} item={current} />
        <WhyReadOnly review={review} mine={mine} />
        <NotCounted mine={mine} open={open} />
        <ToApplication />
        {criterion && row && (
          <RowPanel
            review={review}
            rubric={rubric}
            criterion={criterion}
            row={row}
            record={record}
            place={place}
            copy={open.copy}
            readOnly={readOnly}
            points={points}
            documents={documents}
            onOpenPage={(cited) => {
              onOpenPage(cited)
              showApplication()
            }}
          />
        )}
        {priority && (
          <PriorityPanel
            review={review}
            rubric={rubric}
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

/** On a phone the application stands under the form; elsewhere beside it, where there is nothing to scroll. */
function showApplication(): void {
  document.querySelector('.column[data-kind=read]')?.scrollIntoView({ block: 'start' })
}

function ToApplication() {
  return (
    <p className="item-panel-to-application">
      <Link onClick={showApplication}>Read the application</Link>
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
