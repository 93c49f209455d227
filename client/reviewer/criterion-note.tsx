import type { FormRecord } from '../../shared/form/form-record.ts'
import type { Criterion } from '../../shared/rubric/rubric.ts'
import { missesInWords, onlyExplains, type Scaled } from '../../shared/rubric/told-points.ts'
import { criterionPoints } from './form-items.ts'
import './criterion-note.css'

interface CriterionNoteProps {
  readonly rubric: Scaled
  readonly criterion: Criterion
  readonly record: FormRecord
}

/** That a criterion is no part of the total, and that its points, once all are given, do not reach its threshold; else nothing. */
export function CriterionNote({ rubric, criterion, record }: CriterionNoteProps) {
  const points = criterionPoints(record, criterion)
  const whole = criterion.rows.every(({ id }) => (record.scores[id] ?? null) !== null)
  return (
    <>
      <PointsNote>{criterion.counted === false && onlyExplains}</PointsNote>
      <PointsNote>
        {whole && points !== null && missesInWords(rubric, points, criterion.threshold)}
      </PointsNote>
    </>
  )
}

/** Words at a number of points; nothing for none. */
export function PointsNote({ children }: { readonly children: string | false | null }) {
  return children ? <span className="points-note">{children}</span> : null
}
