import { type ComponentType, type KeyboardEvent, useEffect, useRef } from 'react'
import type { DiscussionView } from '../../shared/competition/discussion-view.ts'
import { bandsAscending } from '../../shared/rubric/bands.ts'
import { rowsOf, type Rubric } from '../../shared/rubric/rubric.ts'
import { moreIsBetter } from '../../shared/rubric/shown-points.ts'
import { bandWord, reachHead, shownEnd } from '../../shared/rubric/told-points.ts'
import type { FlagRules } from '../../shared/statistics/disagreement.ts'
import type { RowEffects } from '../../shared/statistics/effects.ts'
import { AreaLetter } from '../ui/area-letter.tsx'
import { ReviewerMark } from '../ui/reviewer-mark.tsx'
import { flagWords } from './flag-words.ts'
import { capitalized, counted } from './number-words.ts'
import { columnName, type RoomColumn } from './room-columns.ts'
import type { RowGroup } from './row-order.ts'
import type { RowScores } from './row-scores.ts'
import { RowsTotals } from './rows-totals.tsx'
import { TwinCols, TwinHead, TwinRow, twinWidth } from './rows-twin.tsx'
import { noteOf, ScoresRow } from './scores-row.tsx'
import './rows-table.css'
import './rows-table-narrow.css'

export interface RowsTableProps {
  readonly review: string
  readonly rubric: Rubric
  readonly columns: readonly RoomColumn[]
  readonly rows: readonly RowScores[]
  readonly groups: readonly RowGroup[]
  /** By which rows are flagged. */
  readonly flags: FlagRules
  /** "5 rows split, 5 spread, 31 close" */
  readonly summary: string
  /** What the panel has talked about. */
  readonly talk: DiscussionView | null
  /** As a picture, or as a table of the same numbers. */
  readonly look?: 'picture' | 'table'
  /** The last column where it says something of its own. */
  readonly note?: RowsNote | undefined
  /** What each row means for the line; null for whom there is no such thing. */
  readonly stakes?: readonly RowEffects[] | null
  /** Before the name of each row. */
  readonly Mark?: ComponentType<{ readonly row: string }> | undefined
  /** The row one came from: it is marked and brought into view. */
  readonly last: string | null
  /** A mouse is over the rows, or the focus is in them. */
  readonly onHeld: (by: 'pointer' | 'focus', held: boolean) => void
  /** A row is being opened from this list. */
  readonly onOpen: () => void
}

/** What the last column of the rows says, with its head. */
export interface RowsNote {
  readonly head: string
  readonly of: (scores: RowScores) => string
}

/** Rows by reviewers: the scores with their distance from the middle, the strip, how far apart, the flag, the totals. */
export function RowsTable(props: RowsTableProps) {
  const { review, rubric, columns, rows, groups, flags, summary, talk, Mark, last, onHeld, onOpen } = props
  const { look = 'picture', stakes = null } = props
  const note = props.note ?? { head: null, of: (scores: RowScores) => noteOf(scores, columns, talk) }
  const twin = look === 'table'
  const table = useRef<HTMLTableElement>(null)
  useEffect(() => {
    const link =
      last === null ? undefined : linksIn(table.current).find(({ dataset }) => dataset['row'] === last)
    link?.scrollIntoView({ block: 'center' })
    link?.focus({ preventScroll: true })
    // Only on arriving: later the list stays where one has scrolled it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  const byId = new Map(rows.map((scores) => [scores.row.id, scores]))
  return (
    <div className="rows">
      <table
        className="rows-table"
        data-look={look}
        data-marked={Mark ? true : undefined}
        data-line={stakes !== null || undefined}
        ref={table}
        onPointerOver={({ pointerType }) => onHeld('pointer', pointerType === 'mouse')}
        onPointerLeave={() => onHeld('pointer', false)}
        onFocus={() => onHeld('focus', true)}
        onBlur={() => onHeld('focus', false)}
        onKeyDown={(event) => moveAlong(event, table.current)}
        onClick={({ target }) => target instanceof Element && target.closest('a.rows-link') && onOpen()}
      >
        <caption className="visually-hidden">Scores of the panel, row by row: {summary}.</caption>
        {twin ? (
          <>
            <TwinCols seats={columns.length} stakes={stakes !== null} />
            <TwinHead rubric={rubric} columns={columns} stakes={stakes !== null} nameOf={headName} />
          </>
        ) : (
          <>
            <colgroup>
              <col className="rows-col-id" />
              <col />
              <col className="rows-col-max" />
              <col className="rows-col-seat" span={columns.length} />
              <col className="rows-col-strip" />
              <col className="rows-col-apart" />
              <col className="rows-col-flag" />
              <col className="rows-col-note" />
            </colgroup>
            <Head rubric={rubric} columns={columns} note={note.head} />
          </>
        )}
        {groups.map((group) => (
          <tbody key={keyOf(group)}>
            <tr className="rows-group">
              <th
                colSpan={twin ? twinWidth(columns.length, stakes !== null) : columns.length + 7}
                scope="rowgroup"
              >
                <GroupTitle group={group} rubric={rubric} flags={flags} />
              </th>
            </tr>
            {group.rows.map((id) => {
              const scores = byId.get(id)
              if (!scores) return null
              const isNow = Mark !== undefined && talk?.focus?.row === id
              const shared = { review, scores, Mark, isNow, isLast: id === last }
              return twin ? (
                <TwinRow
                  key={id}
                  {...shared}
                  note={noteOf(scores, columns, talk)}
                  stakes={stakes && (stakes.find(({ row }) => row === id)?.stakes ?? null)}
                />
              ) : (
                <ScoresRow key={id} {...shared} note={note.of(scores)} />
              )
            })}
          </tbody>
        ))}
        {twin ? (
          <RowsTotals rubric={rubric} columns={columns} words={stakes !== null ? 10 : 7} />
        ) : (
          <RowsTotals rubric={rubric} columns={columns} words={4} />
        )}
      </table>
    </div>
  )
}

function keyOf(group: RowGroup): string {
  if (group.by === 'line') return `line ${group.crosses}`
  return group.by === 'flag' ? group.flag : group.area
}

function Head({
  rubric,
  columns,
  note,
}: Pick<RowsTableProps, 'rubric' | 'columns'> & { note: string | null }) {
  return (
    <thead>
      <tr>
        <th scope="col" className="rows-id">
          Row
        </th>
        <th scope="col">
          <span className="visually-hidden">Title</span>
        </th>
        <th scope="col" className="rows-max">
          {reachHead(rubric)}
        </th>
        {columns.map((column) => (
          <th key={column.seat} scope="col" className="rows-seat">
            <ReviewerMark number={column.seat} yours={column.yours} label={headName(column)} />
          </th>
        ))}
        <th scope="col" className="rows-strip">
          {bandsInOrder(rubric)}
        </th>
        <th scope="col" className="rows-apart">
          Apart
        </th>
        <th scope="col" className="rows-flag">
          <span className="visually-hidden">Flag</span>
        </th>
        <th scope="col" className="rows-note">
          {note ?? <span className="visually-hidden">Notes</span>}
        </th>
      </tr>
    </thead>
  )
}

/** The bands as they stand under a strip, from left to right. */
function bandsInOrder(rubric: Rubric): string {
  const bands = rowsOf(rubric).find((row) => row.bands)?.bands
  if (!bands) return 'From low to high'
  return bandsAscending(bands)
    .map((band) => capitalized(bandWord(rubric, band)))
    .join(', ')
}

function pointsToGive(rubric: Rubric, points: number): string {
  return `${shownEnd(rubric, points)} points`
}

function headName(column: RoomColumn): string {
  const name = column.yours ? `You, ${column.label}` : columnName(column)
  return column.excused ? `${name}, excused` : name
}

function GroupTitle({ group, rubric, flags }: { group: RowGroup; rubric: Rubric; flags: FlagRules }) {
  if (group.by === 'flag') {
    const { title, rule } = flagWords(rubric, flags)[group.flag]
    return (
      <>
        <strong>{title}</strong> {counted(group.rows.length, 'row')}
        {rule && `: ${rule}`}
      </>
    )
  }
  if (group.by === 'line') {
    return (
      <>
        <strong>{group.crosses ? 'Could decide' : 'Could not decide'}</strong>{' '}
        {counted(group.rows.length, 'row')}
        {group.crosses ? ' that could carry the mean over the line alone' : ' alone'}
      </>
    )
  }
  const area = rubric.areas.find(({ id }) => id === group.area)
  return (
    <span className="rows-area">
      <AreaLetter>{group.area}</AreaLetter>
      <span>
        <strong>{area?.title}</strong> {area && moreIsBetter(rubric) && pointsToGive(rubric, area.points)}
      </span>
    </span>
  )
}

function linksIn(table: HTMLTableElement | null): HTMLAnchorElement[] {
  return [...(table?.querySelectorAll<HTMLAnchorElement>('a.rows-link') ?? [])]
}

/** The arrow keys go from row to row. */
function moveAlong(event: KeyboardEvent, table: HTMLTableElement | null): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined) return
  const links = linksIn(table)
  const at = links.findIndex((link) => link === document.activeElement)
  const next = links[at + by]
  if (at < 0 || !next) return
  event.preventDefault()
  next.focus()
}
