import { explainedScores, summaryHash } from '../../../shared/form/summary.ts'
import type { Criterion, Rubric } from '../../../shared/rubric/rubric.ts'
import type { RowStatus } from '../../ui/row-disc.tsx'
import type { OpenRoom } from '../open-room.tsx'
import type { RoomColumn } from '../room-columns.ts'

/** How a seat stands to a summary: with what is there now, with what was there before, or not at all. */
export type Agreeing =
  | { readonly is: 'agrees'; readonly at: number }
  | { readonly is: 'agreedEarlier'; readonly at: number }
  | { readonly is: 'not' }

export interface SeatAgreeing {
  readonly column: RoomColumn
  readonly agreeing: Agreeing
}

/** The summary of a criterion, with who agrees to it. */
export interface SummaryStanding {
  readonly criterion: Criterion
  readonly text: string
  /** Of text and scores; null while nothing is written. */
  readonly hash: string | null
  /** The seats whose scores it explains, in their order. */
  readonly seats: readonly SeatAgreeing[]
}

/** The seats whose scores a summary explains: those with a column that are not excused. */
export function explainedColumns({ columns }: Pick<OpenRoom, 'columns'>): readonly RoomColumn[] {
  return columns.filter(({ excused }) => !excused)
}

/** What an agreement to a text would be given to now; null where nothing is written. */
function hashNow(
  rubric: Rubric,
  criterion: string,
  { text, columns }: { readonly text: string; readonly columns: readonly RoomColumn[] },
): string | null {
  return text.trim() === '' ? null : summaryHash(text, explainedScores(rubric, criterion, columns))
}

/** How a summary stands, from what the room and the view say. */
export function standingOf(
  room: Pick<OpenRoom, 'rubric' | 'review' | 'columns'>,
  criterion: Criterion,
  text: string,
): SummaryStanding {
  const columns = explainedColumns(room)
  const hash = hashNow(room.rubric, criterion.id, { text, columns })
  const agreed = room.review.summary?.agreed[criterion.id] ?? []
  const seats = columns.map((column): SeatAgreeing => {
    const given = agreed.find(({ seat }) => seat === column.seat)
    if (!given) return { column, agreeing: { is: 'not' } }
    return { column, agreeing: { is: given.hash === hash ? 'agrees' : 'agreedEarlier', at: given.at } }
  })
  return { criterion, text, hash, seats }
}

/** How many agree to what stands there now. */
export function agreeCount({ seats }: SummaryStanding): number {
  return seats.filter(({ agreeing }) => agreeing.is === 'agrees').length
}

/** In words, for the list: "Empty", "Begun", "2 of 5 agree". */
export function standingWords(standing: SummaryStanding): string {
  const count = agreeCount(standing)
  if (standing.hash === null) return 'Empty'
  return count === 0 ? 'Begun' : `${count} of ${standing.seats.length} agree`
}

export function standingStatus(standing: SummaryStanding): RowStatus {
  if (standing.hash === null) return 'untouched'
  return agreeCount(standing) === standing.seats.length ? 'complete' : 'begun'
}
