import { useState } from 'react'
import * as Y from 'yjs'
import type { Answer } from '../../../../shared/form/form-record.ts'
import { setAnswer } from '../../../../shared/form/edits.ts'
import { canonicalJson } from '../../../../shared/record/canonical.ts'
import { isDivided, partAt, type RubricPlace } from '../../../../shared/rubric/rubric-place.ts'
import type { Criterion, Priority, Row, Rubric } from '../../../../shared/rubric/rubric.ts'
import {
  onlyExplains,
  pointsInWords,
  reachOfCriterion,
  shownReach,
  sumInWords,
} from '../../../../shared/rubric/told-points.ts'
import { useRecord } from '../../../live/use-record.ts'
import { answerWords } from '../../../reviewer/priority-words.ts'
import { RowEntry } from '../../../reviewer/row-entry.tsx'
import { RowWording } from '../../../reviewer/row-wording.tsx'
import { Wording } from '../../../reviewer/wording.tsx'
import { Choice } from '../../../ui/choice.tsx'
import '../../../reviewer/row-panel.css'
import './preview.css'

interface PreviewProps {
  readonly rubric: Rubric
  readonly place: RubricPlace
  /** Something at this place does not fit yet. */
  readonly faulty: boolean
}

/** The open part as a reviewer has it before them. Points can be tried, and are kept nowhere. */
export function Preview({ rubric, place, faulty }: PreviewProps) {
  return (
    <section className="rubric-preview" aria-labelledby="rubric-preview-title">
      <h2 className="rubric-preview-title" id="rubric-preview-title">
        As the reviewer sees it
      </h2>
      {faulty ? (
        <p className="rubric-fields-said">It is shown here once it fits.</p>
      ) : (
        <Seen rubric={rubric} place={place} />
      )}
    </section>
  )
}

function Seen({ rubric, place }: Omit<PreviewProps, 'faulty'>) {
  if (place.of === 'row') {
    const criterion = rubric.criteria.find(({ rows }) => rows.some(({ id }) => id === place.id))
    const row = criterion?.rows.find(({ id }) => id === place.id)
    return criterion && row && <SeenRow key={keyOf(row)} rubric={rubric} criterion={criterion} row={row} />
  }
  if (place.of === 'criterion') {
    const criterion = rubric.criteria.find(({ id }) => id === place.id)
    if (!criterion) return null
    const [only] = criterion.rows
    return isDivided(criterion) || !only ? (
      <SeenCriterion rubric={rubric} criterion={criterion} />
    ) : (
      <SeenRow key={keyOf(only)} rubric={rubric} criterion={criterion} row={only} />
    )
  }
  const priority = place.of === 'priority' && rubric.priorities.find(({ id }) => id === place.id)
  if (priority) return <SeenPriority key={priority.id} rubric={rubric} priority={priority} />
  return <SeenList rubric={rubric} area={place.of === 'area' ? place.id : null} />
}

/** What was tried on another wording of a row is not on this one. */
function keyOf(row: Row): string {
  return canonicalJson(row)
}

interface SeenRowProps {
  readonly rubric: Rubric
  readonly criterion: Criterion
  readonly row: Row
}

function SeenRow({ rubric, criterion, row }: SeenRowProps) {
  const [doc] = useState(() => new Y.Doc())
  const record = useRecord(doc, rubric)
  return (
    <div className="row-panel">
      <header>
        <p className="row-panel-place">
          <strong>{row.id}</strong>
          {row.id !== criterion.id && ` in ${criterion.id} ${criterion.title}`}
        </p>
        <h3 className="t-title">{row.title}</h3>
      </header>
      <RowWording rubric={rubric} row={row} />
      <div className="row-panel-points">
        <RowEntry rubric={rubric} row={row} record={record} place={{ doc }} readOnly={false} />
      </div>
      <p className="rubric-fields-said">
        Then strengths, weaknesses and pages for {criterion.id}. What you try here is kept nowhere.
      </p>
    </div>
  )
}

function SeenCriterion({ rubric, criterion }: Omit<SeenRowProps, 'row'>) {
  return (
    <div className="row-panel">
      <header>
        <p className="row-panel-place">
          <strong>{criterion.id}</strong>, {sumInWords(rubric, reachOfCriterion(criterion))}
          {criterion.counted === false && `, ${onlyExplains}`}
        </p>
        <h3 className="t-title">{criterion.title}</h3>
      </header>
      <Wording summary={criterion.summary} parts={[]} />
      <Rows rubric={rubric} rows={criterion.rows} />
    </div>
  )
}

function SeenPriority({ rubric, priority }: { readonly rubric: Rubric; readonly priority: Priority }) {
  const [doc] = useState(() => new Y.Doc())
  const record = useRecord(doc, rubric)
  const words = answerWords(priority)
  return (
    <div className="row-panel">
      <header>
        <p className="row-panel-place">
          <strong>{priority.id}</strong>
          {priority.points > 0 && `, ${pointsInWords(rubric, priority.points)}`}
        </p>
        <h3 className="t-title">{priority.title}</h3>
      </header>
      <Wording summary={priority.summary} parts={priority.kind === 'competitive' ? priority.parts : []} />
      {priority.kind === 'invitational' ? (
        <p className="rubric-fields-said">Then a comment, if one has one.</p>
      ) : (
        <div className="row-panel-points">
          <Choice<Answer>
            label="Your own determination"
            across
            value={record.determinations[priority.id]?.answer ?? null}
            options={[
              { value: 'yes', label: words.yes },
              { value: 'no', label: words.no },
            ]}
            onChange={(answer) => setAnswer({ doc }, priority.id, answer)}
          />
        </div>
      )}
    </div>
  )
}

function SeenList({ rubric, area }: { readonly rubric: Rubric; readonly area: string | null }) {
  const title = area === null ? rubric.title : partAt(rubric, { of: 'area', id: area })?.title
  return (
    <div className="row-panel">
      <h3 className="t-title">{title}</h3>
      {rubric.criteria
        .filter((criterion) => area === null || criterion.area === area)
        .map((criterion) => (
          <div key={criterion.id}>
            <p className="rubric-preview-criterion">
              <span>
                {criterion.id} {criterion.title}
                {criterion.counted === false && <span className="rubric-preview-note">{onlyExplains}</span>}
              </span>
              <span>{sumInWords(rubric, reachOfCriterion(criterion))}</span>
            </p>
            {isDivided(criterion) && <Rows rubric={rubric} rows={criterion.rows} />}
          </div>
        ))}
      {area === null &&
        rubric.priorities.map((priority) => (
          <p key={priority.id} className="rubric-preview-criterion">
            <span>
              {priority.id} {priority.title}
            </span>
            <span>{askedOf(rubric, priority)}</span>
          </p>
        ))}
    </div>
  )
}

/** What a reviewer has to say on a priority: its points, its two answers, or a comment. */
function askedOf(rubric: Rubric, priority: Priority): string {
  if (priority.kind === 'invitational') return 'a comment'
  if (priority.kind === 'competitive') return pointsInWords(rubric, priority.points)
  const { yes, no } = answerWords(priority)
  return `${yes} or ${no.charAt(0).toLowerCase()}${no.slice(1)}`
}

function Rows({ rubric, rows }: { readonly rubric: Rubric; readonly rows: readonly Row[] }) {
  return (
    <ul className="rubric-preview-rows">
      {rows.map((row) => (
        <li key={row.id}>
          <span>
            {row.label} {row.title}
          </span>
          <span>{shownReach(rubric, row)}</span>
        </li>
      ))}
    </ul>
  )
}
