import { useRubric } from '../live/read.ts'

interface RowsDoneProps {
  /** The version of the rubric that the review goes by. */
  readonly rubric: string
  readonly rows: number
  readonly word?: boolean
}

/** Rows with points, of the rubric's rows: "22 of 41", and where nothing beside it says so "22 of 41 rows with points". */
export function RowsDone({ rubric: name, rows, word = false }: RowsDoneProps) {
  const rubric = useRubric(name)
  return (
    <span>
      {rows}
      {rubric.is === 'read' && <span className="third"> of {rubric.value.totals.rows}</span>}
      {word && ' rows with points'}
    </span>
  )
}
