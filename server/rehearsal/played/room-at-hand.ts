import type * as Y from 'yjs'
import type { DiscussionView, MessageView } from '../../../shared/competition/discussion-view.ts'
import type { MineView, ReviewView } from '../../../shared/competition/view.ts'
import { readForm, type FormRecord } from '../../../shared/form/form-record.ts'
import { steadyShare } from '../../../shared/rehearsal/invented-scores.ts'
import { criterionOf, type Row, type Rubric } from '../../../shared/rubric/rubric.ts'
import type { Desk } from './desk.ts'

/** A panel's room as one of its reviewers has it before them. */
export interface RoomAtHand {
  readonly review: ReviewView
  readonly mine: MineView
  readonly discussion: DiscussionView
  readonly rubric: Rubric
  readonly document: string
  readonly doc: Y.Doc
  /** One's own column. */
  readonly record: FormRecord
  /** What one attested before the reveal. */
  readonly attested: FormRecord['scores']
  readonly thread: (row: string) => readonly MessageView[] | null
  /** A number from 0 up to 1 that this seat always has about this matter in this review. */
  readonly leaning: (about: string) => number
}

/** The room of a review, or null where this person has no column in it, or it is not here yet. */
export function roomAtHand(desk: Desk, review: ReviewView): RoomAtHand | null {
  const { mine, room, discussion } = review
  const own = review.panel?.find(({ seat }) => seat === mine?.seat)
  if (!mine || !room || !discussion || !own) return null
  const doc = desk.document(room.name)
  const rubric = desk.rubric(review.rubric)
  if (!doc || !rubric) return null
  return {
    review,
    mine,
    discussion,
    rubric,
    document: room.name,
    doc,
    record: readForm(doc, rubric, mine.seat),
    attested: own.attested,
    thread: (row) => desk.thread(review, row),
    leaning: (about) => steadyShare(`${about} ${review.id} ${mine.seat}`),
  }
}

/** The points that the seats that count have on a row now. */
export function pointsOn({ review, rubric, doc }: RoomAtHand, row: Row): readonly number[] {
  const only = { ...rubric, criteria: [{ ...criterionOf(rubric, row.id), rows: [row] }], priorities: [] }
  return (review.panel ?? [])
    .filter(({ excused }) => !excused)
    .flatMap(({ seat }) => readForm(doc, only, seat).scores[row.id] ?? [])
}
