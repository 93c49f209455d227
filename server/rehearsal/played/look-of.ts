import type { Look } from '../../../shared/protocol/looks.ts'
import { findRow } from '../../../shared/rubric/rubric.ts'
import type { Desk } from './desk.ts'

/** Where a played seat looks: at the row that the monitor has brought everybody to, in the room that is open; nowhere where none is. */
export function lookOf({ view: { reviews }, rubric: rubricNamed }: Desk): Look | null {
  const open = reviews.filter(({ room, discussion, closed }) => room && discussion && !closed)
  const led = open.find(({ discussion }) => discussion?.focus) ?? open[0]
  if (!led) return null
  const row = led.discussion?.focus?.row
  const rubric = rubricNamed(led.rubric)
  const known = row !== undefined && rubric !== null && findRow(rubric, row)
  return { review: led.id, row: known ? row : null, caret: null }
}
