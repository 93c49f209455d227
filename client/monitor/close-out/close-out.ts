import type { DiscussionView } from '../../../shared/competition/discussion-view.ts'
import type { ReviewView } from '../../../shared/competition/view.ts'
import type { FormRecord } from '../../../shared/form/form-record.ts'
import { changedRows } from '../../../shared/form/missing.ts'
import type { Criterion, Rubric } from '../../../shared/rubric/rubric.ts'
import { shownPoints } from '../../../shared/rubric/shown-points.ts'
import { ofRange } from '../../../shared/rubric/told-points.ts'
import type { Comments } from '../../reviewer/form-items.ts'
import type { RoomColumn } from '../../room/room-columns.ts'
import type { RowScores } from '../../room/row-scores.ts'

/** What a close-out looks at, one after the other. */
export type Check =
  | 'unsettled'
  | 'unsigned'
  | 'unexplained'
  | 'uncommented'
  | 'pointless'
  | 'summaries'
  | 'undiscussed'

/** One thing to look at: a sentence, and the page where it is mended. */
export interface Finding {
  readonly sentence: string
  readonly at:
    | { readonly page: 'row'; readonly row: string }
    | { readonly page: 'summary'; readonly criterion: string }
    | { readonly page: 'vote' }
    | { readonly page: 'board' }
}

export type Findings = Readonly<Record<Check, readonly Finding[]>>

export interface LookedAt {
  readonly rubric: Rubric
  readonly columns: readonly RoomColumn[]
  readonly rows: readonly RowScores[]
  readonly discussion: DiscussionView | null
  readonly blockers: NonNullable<ReviewView['blockers']>['close']
  readonly vote: ReviewView['vote']
  /** Criteria in which the panel has written a summary; null where the competition requires none. */
  readonly summarized: ReadonlySet<string> | null
  readonly comments?: Comments
}

/**
 * What a monitor looks at before the close. Excused seats are left out: nothing is asked of them any more. What was never discussed
 * is said and stops nothing; all else is what keeps the review open, or keeps a reviewer from signing.
 */
export function closeOut(at: LookedAt): Findings {
  const { rubric, rows, discussion, blockers, vote } = at
  const sitting = at.columns.filter(({ excused }) => !excused)
  const signed = new Set(sitting.filter(({ signedAt }) => signedAt !== null).map(({ label }) => label))
  const waiting = blockers.filter((sentence) => !sitting.some(({ label }) => sentence === notSigned(label)))
  return {
    unsettled: waiting.map((sentence) => ({
      sentence,
      at: { page: vote?.status === 'differ' || vote?.status === 'open' ? 'vote' : 'board' },
    })),
    unsigned: sitting
      .filter(({ label }) => !signed.has(label))
      .map(({ label }) => ({ sentence: notSigned(label), at: { page: 'board' } })),
    unexplained: sitting.flatMap((column) => unexplained(column, rubric)),
    uncommented:
      at.comments === 'optional'
        ? []
        : sitting.flatMap((column) => rubric.criteria.flatMap((each) => uncommented(column, each))),
    pointless: sitting.flatMap((column) => rubric.criteria.flatMap((each) => pointless(column, each))),
    summaries: rubric.criteria
      .filter(({ id }) => at.summarized !== null && !at.summarized.has(id))
      .map(({ id }) => ({ sentence: `${id} has no summary.`, at: { page: 'summary', criterion: id } })),
    undiscussed: rows
      .filter(({ row, found }) => found?.flag && discussion?.marks[row.id]?.as !== 'discussed')
      .map(({ row, found }) => ({
        sentence: `${row.id} is ${found?.flag}, ${shownPoints(rubric, found?.range ?? 0)} ${ofRange(rubric, row)} apart${parkedWords(discussion, row.id)}.`,
        at: { page: 'row', row: row.id },
      })),
  }
}

/** As the server says it of whom the close waits for. */
function notSigned(label: string): string {
  return `${label} has not signed.`
}

function parkedWords(discussion: DiscussionView | null, row: string): string {
  return discussion?.marks[row]?.as === 'parked' ? ', and parked' : ''
}

function unexplained({ label, attested, record }: RoomColumn, rubric: Rubric): readonly Finding[] {
  return changedRows(attested, record.scores, rubric)
    .filter((row) => {
      const change = record.changes[row]
      return !change?.reason || change.line.trim() === ''
    })
    .map((row) => ({
      sentence: `${label} changed ${row} and gives no ${record.changes[row]?.reason ? 'line of text' : 'reason'}.`,
      at: { page: 'row', row },
    }))
}

function uncommented({ label, record }: RoomColumn, criterion: Criterion): readonly Finding[] {
  const scored = criterion.rows.some(({ id }) => record.scores[id] != null)
  if (!scored || saysSomething(record, criterion.id)) return []
  return [finding(criterion, `${label} gives points on ${criterion.id} and no comment.`)]
}

function pointless({ label, record }: RoomColumn, criterion: Criterion): readonly Finding[] {
  const lacking = criterion.rows.filter(({ id }) => record.scores[id] == null)
  if (lacking.length === 0 || !saysSomething(record, criterion.id)) return []
  const rows = lacking.map(({ id }) => id).join(', ')
  return [
    finding(
      criterion,
      `${label} comments on ${criterion.id} and gives no points on ${rows}.`,
      lacking[0]?.id,
    ),
  ]
}

/** "None found" is an answer. */
function saysSomething(record: FormRecord, criterion: string): boolean {
  return [record.strengths[criterion], record.weaknesses[criterion]].some(
    (remark) => remark !== undefined && (remark.noneFound || remark.text.trim() !== ''),
  )
}

function finding({ id, rows }: Criterion, sentence: string, row = rows[0]?.id ?? id): Finding {
  return { sentence, at: { page: 'row', row } }
}
