import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { ReviewView } from '../../shared/competition/view.ts'
import type { Place } from '../../shared/form/edits.ts'
import type { FormRecord } from '../../shared/form/form-record.ts'
import { missingFromForm } from '../../shared/form/missing.ts'
import { rowsOf, type Criterion, type Priority, type Rubric } from '../../shared/rubric/rubric.ts'
import { moreIsBetter, shownPoints, unitsPerPoint } from '../../shared/rubric/shown-points.ts'
import {
  bestInWords,
  missesInWords,
  ofReach,
  reachOfCriterion,
  reachOfTotal,
  shownReach,
  type Reach,
} from '../../shared/rubric/told-points.ts'
import { capitalized, counted } from '../room/number-words.ts'
import { fillRest } from '../../shared/rehearsal/fill.ts'
import { reviewPath } from '../pages.ts'
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
  isTotalWhole,
  priorityStatus,
  rowStatus,
  rowStatuses,
  rowsWithoutPoints,
  totalGiven,
  type Comments,
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
  readonly comments: Comments
  /** Whether the rest may be filled with invented scores and comments. */
  readonly rehearsal: boolean
  readonly onShortcuts: () => void
  readonly onGoTo: () => void
}

/** The running total and every criterion, with the rows of the current one; a press leads to a row. */
export function FormTree(props: FormTreeProps) {
  const { review, rubric, record, rehearsal, current, comments } = props
  const lines = useRef<HTMLElement>(null)
  // Only where the tree scrolls for itself: on a phone the page would move under the hand.
  useEffect(() => {
    const box = lines.current?.parentElement
    if (!box || box.scrollHeight <= box.clientHeight) return
    lines.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const statuses = rowStatuses(record, rubric, comments)
  const total = totalGiven(rubric, record)
  const points = total === null ? null : shownPoints(rubric, total)
  const reach = ofReach(rubric, { ...reachOfTotal(rubric), max: rubric.totals.points })
  const open = rowsWithoutPoints(record)
  const silent = criteriaWithoutComments(record, rubric)
  const complete = statuses.filter((status) => status === 'complete').length
  const folded = (
    <>
      {points ?? '–'} {reach} · {complete} of {statuses.length} rows complete
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
              : comments === 'optional'
                ? 'Comments are optional'
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
        {rehearsal && missingFromForm(record, rubric, comments).length > 0 && <FillRest {...props} />}
      </p>
    </div>
  )
  return (
    <Column kind="find" label="Criteria" ground="inset" flush folds={folded} foot={foot}>
      <div className="form-tree-total">
        <RunningTotal points={points} reach={reach} notes={totalNotes(rubric, record)} rows={statuses} />
      </div>
      <nav
        className="form-tree"
        aria-label="Rows of the form"
        data-wide={unitsPerPoint(rubric) > 1 || !moreIsBetter(rubric) || undefined}
        ref={lines}
        onKeyDown={walk}
      >
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
  rubric,
  record,
  comments,
  current,
  pathOf,
}: FormTreeProps & { readonly criterion: Criterion; readonly letter: string | null }) {
  const { rows } = criterion
  const told = (points: number | null, reach: Reach) => ({
    points: points === null ? null : shownPoints(rubric, points),
    reach: shownReach(rubric, reach),
    reachWords: ofReach(rubric, reach),
  })
  const inside = rows.some(({ id }) => id === current)
  const alone = rows.length === 1
  const open = rows.find(({ id }) => (record.scores[id] ?? null) === null) ?? rows[0]
  return (
    <>
      <TreeLine
        letter={letter}
        status={criterionStatus(record, criterion, comments)}
        id={criterion.id}
        title={criterion.short}
        {...told(criterionPoints(record, criterion), reachOfCriterion(criterion))}
        note={criterion.counted === false ? 'not counted' : null}
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
            status={rowStatus(record, criterion, row.id, comments)}
            id={row.id}
            shownId={row.label}
            title={row.short}
            {...told(record.scores[row.id] ?? null, row)}
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
  rubric,
  record,
  current,
  pathOf,
}: FormTreeProps & { readonly priority: Priority; readonly letter: string | null }) {
  const answer = priorityAnswer(record, priority)
  const title = priorityName(rubric, priority)
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

/** What the total is of, which end of it is best, and, once all counted rows have points, that it does not reach its threshold. */
function totalNotes(rubric: Rubric, record: FormRecord): readonly string[] {
  const not = rubric.criteria.filter(({ counted: counts }) => counts === false)
  const best = bestInWords(rubric, reachOfTotal(rubric))
  const total = isTotalWhole(rubric, record) ? totalGiven(rubric, record) : null
  const missed = total === null ? null : missesInWords(rubric, total, rubric.threshold)
  return [
    ...(best === null ? [] : [`${capitalized(best)}.`]),
    ...(not.length === 0
      ? []
      : [
          `${list.format(not.map(({ short }) => short))} ${not.length === 1 ? 'explains' : 'explain'} the score and ${not.length === 1 ? 'is' : 'are'} not counted.`,
        ]),
    ...(missed === null ? [] : [`${capitalized(missed)}.`]),
  ]
}

const list = new Intl.ListFormat('en-US')

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
