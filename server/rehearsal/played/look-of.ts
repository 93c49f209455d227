import type { View } from '../../../shared/competition/view.ts'
import type { Look } from '../../../shared/protocol/looks.ts'
import { findRow, type Rubric } from '../../../shared/rubric/rubric.ts'

/** Where a played seat looks: at the row that the monitor has brought everybody to, in the room that is open; nowhere where none is. */
export function lookOf({ reviews }: View, rubric: Rubric): Look | null {
  const open = reviews.filter(({ room, discussion, closed }) => room && discussion && !closed)
  const led = open.find(({ discussion }) => discussion?.focus) ?? open[0]
  if (!led) return null
  const row = led.discussion?.focus?.row
  return { review: led.id, row: row !== undefined && findRow(rubric, row) ? row : null, caret: null }
}
