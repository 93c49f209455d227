import type * as Y from 'yjs'
import type { PanelSeatView, ReviewView } from '../../shared/competition/view.ts'
import type { FormRecord } from '../../shared/form/form-record.ts'
import { votedPriority, type Rubric } from '../../shared/rubric/rubric.ts'
import { recordOf, useAnyRecord } from '../live/use-record.ts'

/** One seat's column of the room: what the panel knows of the seat, and what the column says now. */
export interface RoomColumn extends PanelSeatView {
  readonly yours: boolean
  readonly record: FormRecord
}

/** Every column of the room, live, in the order of the seats. */
export function useColumns(
  doc: Y.Doc,
  rubric: Rubric,
  review: Pick<ReviewView, 'panel' | 'mine'>,
): readonly RoomColumn[] {
  const panel = review.panel ?? []
  useAnyRecord(doc)
  return panel.map((seat) => ({
    ...seat,
    yours: seat.seat === review.mine?.seat,
    record: recordOf(doc, rubric, seat.seat),
  }))
}

/**
 * Whether the server has put every column into the room: it does so one by one, right after the reveal. Told by the answer to
 * the voted priority, which a published column always holds and nobody can take out.
 */
export function isPublished(columns: readonly RoomColumn[], rubric: Rubric): boolean {
  const voted = votedPriority(rubric)
  return !voted || columns.every(({ record }) => record.determinations[voted.id]?.answer)
}

/** What the interface calls a column: "You" for one's own. */
export function columnName({ yours, label }: Pick<RoomColumn, 'yours' | 'label'>): string {
  return yours ? 'You' : label
}
