import { formTotal, rowsScored, type FormRecord } from '../../shared/form/form-record.ts'
import { determinedPriorities, type Rubric } from '../../shared/rubric/rubric.ts'
import { reviewPath } from '../pages.ts'
import { Link } from '../ui/link.tsx'
import { RowDisc } from '../ui/row-disc.tsx'
import { criterionPoints, criterionStatus, priorityStatus } from './form-items.ts'
import { priorityAnswer, priorityName } from './priority-words.ts'
import './form-summary.css'

interface FormSummaryProps {
  readonly review: string
  readonly record: FormRecord
  readonly rubric: Rubric
}

/** A form at a glance: each criterion's points, and the sum. */
export function FormSummary({ review, record, rubric }: FormSummaryProps) {
  return (
    <table className="form-summary">
      <caption className="t-heading">Your form</caption>
      <thead>
        <tr>
          <th scope="col">Criterion</th>
          <th scope="col" className="num">
            Points
          </th>
          <th scope="col" className="num">
            Of
          </th>
        </tr>
      </thead>
      <tbody>
        {rubric.criteria.map((criterion) => (
          <tr key={criterion.id}>
            <th scope="row">
              <span className="form-summary-name">
                <RowDisc status={criterionStatus(record, criterion)} />
                <Link look="quiet" href={reviewPath(review, 'score', criterion.rows[0]?.id ?? criterion.id)}>
                  {criterion.id} {criterion.title}
                </Link>
              </span>
            </th>
            <td className="num strong">{criterionPoints(record, criterion) ?? '–'}</td>
            <td className="num third">{criterion.points}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Criteria together</th>
          <td className="num strong">{rowsScored(record) === 0 ? '–' : formTotal(rubric, record)}</td>
          <td className="num third">{rubric.totals.criteriaPoints}</td>
        </tr>
        {determinedPriorities(rubric).map((priority) => (
          <tr key={priority.id}>
            <th scope="row">
              <span className="form-summary-name">
                <RowDisc status={priorityStatus(record, priority)} />
                <Link look="quiet" href={reviewPath(review, 'score', priority.id)}>
                  {priorityName(priority)}
                </Link>
              </span>
            </th>
            <td className="num strong" colSpan={2}>
              {priorityAnswer(record, priority)}
            </td>
          </tr>
        ))}
      </tfoot>
    </table>
  )
}
