import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { ReviewView } from '../../shared/competition/view.ts'
import type { Place } from '../../shared/form/edits.ts'
import { formTotal, rowsScored, type FormRecord } from '../../shared/form/form-record.ts'
import { missingFromForm } from '../../shared/form/missing.ts'
import { rowsOf, type Criterion, type Priority, type Rubric } from '../../shared/rubric/rubric.ts'
import { fillRest } from '../../shared/rehearsal/fill.ts'
import { reviewPath } from '../pages.ts'
import { counted } from '../room/number-words.ts'
import { announce } from '../ui/announce.tsx'
import { AreaLetter } from '../ui/area-letter.tsx'
import { Button } from '../ui/button.tsx'
import { Column } from '../ui/columns.tsx'
import { Link } from '../ui/link.tsx'
import { RowDisc } from '../ui/row-disc.tsx'
import { RunningTotal } from '../ui/running-total.tsx'
import {
  criteriaWithoutComments,
  criterionPoints,
  criterionStatus,
  priorityStatus,
  rowStatus,
  rowStatuses,
  rowsWithoutPoints,
} from './form-items.ts'
import { priorityAnswer, priorityName } from './priority-words.ts'
import { TreeLine } from './tree-line.tsx'
import './form-tree.css'

interface FormTreeProps {
  readonly review: ReviewView
  readonly rubric: Rubric
  readonly record: FormRecord
  readonly current: string
  readonly pathOf: (item: string) => string
  readonly place: Place
  /** Whether the rest may be filled with invented scores and comments. */
  readonly rehearsal: boolean
  readonly onShortcuts: () => void
  readonly onGoTo: () => void
}

/** The running total and every criterion, with the rows of the current one; a press leads to a row. */
export function FormTree(props: FormTreeProps) {
  const { review, rubric, record, rehearsal, current } = props
  const lines = useRef<HTMLElement>(null)
  // Only where the tree scrolls for itself: on a phone the page would move under the hand.
  useEffect(() => {
    const box = lines.current?.parentElement
    if (!box || box.scrollHeight <= box.clientHeight) return
    lines.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const statuses = rowStatuses(record, rubric)
  const points = rowsScored(record) === 0 ? null : formTotal(rubric, record)
  const open = rowsWithoutPoints(record)
  const silent = criteriaWithoutComments(record, rubric)
  const complete = statuses.filter((status) => status === 'complete').length
  const folded = (
    <>
      {points ?? '–'} of {rubric.totals.points} · {complete} of {statuses.length} rows complete
    </>
  )
  const foot = (
    <div className="form-tree-foot">
      <p className="form-tree-ready">
        <Link href={reviewPath(review.id, 'ready')}>Ready check</Link>
        <span className="form-tree-lacks">
          <span>{open === 0 ? 'Every row has points' : `${counted(open, 'row')} without points`}</span>
          <span>
            {silent === 0
              ? 'Every criterion has comments'
              : `${counted(silent, 'criterion lacks', 'criteria lack')} a comment`}
          </span>
        </span>
      </p>
      <p className="form-tree-tools">
        <Button kind="quiet" size="small" keys="G" onClick={props.onGoTo}>
          Go to row
        </Button>
        <Button kind="quiet" size="small" keys="?" onClick={props.onShortcuts}>
          Shortcuts
        </Button>
        {rehearsal && missingFromForm(record, rubric).length > 0 && <FillRest {...props} />}
      </p>
    </div>
  )
  return (
    <Column kind="find" label="Criteria" ground="inset" flush folds={folded} foot={foot}>
      <div className="form-tree-total">
        <RunningTotal points={points} max={rubric.totals.points} rows={statuses} />
      </div>
      <nav className="form-tree" aria-label="Rows of the form" ref={lines} onKeyDown={walk}>
        {rubric.areas.map((area) => (
          <ul key={area.id} className="form-tree-area">
            {rubric.criteria
              .filter((criterion) => criterion.area === area.id)
              .map((criterion, index) => (
                <CriterionLines
                  key={criterion.id}
                  {...props}
                  criterion={criterion}
                  letter={index === 0 ? area.id : null}
                />
              ))}
          </ul>
        ))}
        <ul className="form-tree-area">
          {rubric.priorities.map((priority, index) => (
            <PriorityLine
              key={priority.id}
              {...props}
              priority={priority}
              letter={index === 0 ? 'P' : null}
            />
          ))}
        </ul>
      </nav>
    </Column>
  )
}

function CriterionLines({
  criterion,
  letter,
  record,
  current,
  pathOf,
}: FormTreeProps & { readonly criterion: Criterion; readonly letter: string | null }) {
  const { rows } = criterion
  const inside = rows.some(({ id }) => id === current)
  const alone = rows.length === 1
  const open = rows.find(({ id }) => (record.scores[id] ?? null) === null) ?? rows[0]
  return (
    <>
      <TreeLine
        letter={letter}
        status={criterionStatus(record, criterion)}
        id={criterion.id}
        title={criterion.short}
        points={criterionPoints(record, criterion)}
        max={criterion.points}
        href={pathOf(open?.id ?? criterion.id)}
        current={alone && inside}
      />
      {inside &&
        !alone &&
        rows.map((row) => (
          <TreeLine
            key={row.id}
            letter={null}
            under
            status={rowStatus(record, criterion, row.id)}
            id={row.id}
            shownId={row.label}
            title={row.short}
            points={record.scores[row.id] ?? null}
            max={row.max}
            href={pathOf(row.id)}
            current={row.id === current}
          />
        ))}
    </>
  )
}

function PriorityLine({
  priority,
  letter,
  record,
  current,
  pathOf,
}: FormTreeProps & { readonly priority: Priority; readonly letter: string | null }) {
  const answer = priorityAnswer(record, priority)
  const title = priorityName(priority)
  const status = priorityStatus(record, priority)
  const isCurrent = priority.id === current
  return (
    <li className="form-tree-line" data-current={isCurrent || undefined}>
      {letter !== null && <AreaLetter>{letter}</AreaLetter>}
      <a
        className="form-tree-link"
        data-priority
        href={pathOf(priority.id)}
        aria-current={isCurrent ? 'true' : undefined}
      >
        <span className="visually-hidden">
          {title}, {answer}, {status}
        </span>
        <span className="form-tree-shown" aria-hidden>
          <RowDisc status={status} />
          <span className="form-tree-title">{title}</span>
          <span className="form-tree-answer">{answer}</span>
        </span>
      </a>
    </li>
  )
}

function FillRest({ place, rubric, review }: FormTreeProps) {
  const { mine, application } = review
  if (!mine) return null
  return (
    <Button
      kind="quiet"
      size="small"
      onClick={() => {
        fillRest(place, rubric, application.id, mine.seat)
        announce(`The rest of your form is filled in. All ${rowsOf(rubric).length} rows have points.`)
      }}
    >
      Fill in the rest of this form
    </Button>
  )
}

/** The arrow keys go from line to line; Tab leaves the tree. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined) return
  const links = [...event.currentTarget.querySelectorAll('a')]
  const at = links.findIndex((link) => link === document.activeElement)
  const to = links[at + by]
  if (at < 0 || !to) return
  event.preventDefault()
  to.focus()
}
