import { useRubric } from '../live/read.ts'

/** Rows with points, of the rubric's rows: "22 of 41", and where nothing beside it says so "22 of 41 rows with points". */
export function RowsDone({ rows, word = false }: { rows: number; word?: boolean }) {
  const rubric = useRubric()
  return (
    <span>
      {rows}
      {rubric.is === 'read' && <span className="third"> of {rubric.value.totals.rows}</span>}
      {word && ' rows with points'}
    </span>
  )
}
