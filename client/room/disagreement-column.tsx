import { type ComponentType, type ReactNode, useState } from 'react'
import type { RowEffects } from '../../shared/statistics/effects.ts'
import { HeatKey } from '../charts/heat-cell.tsx'
import { Column } from '../ui/columns.tsx'
import { Link } from '../ui/link.tsx'
import { Menu } from '../ui/menu.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { counted } from './number-words.ts'
import type { OpenRoom } from './open-room.tsx'
import { passes, rowFilters } from './row-filter.ts'
import {
  groupRows,
  lineChoice,
  orderChoices,
  rememberListed,
  useKeptOrder,
  useListed,
  type RowGroup,
} from './row-order.ts'
import { useRows, type RowScores } from './row-scores.ts'
import { RowsTable, type RowsNote } from './rows-table.tsx'
import './disagreement-column.css'

export interface DisagreementProps {
  readonly room: OpenRoom
  /** Before the name of each row: for the monitor, what has become of it and what can be done with it. */
  readonly Mark?: ComponentType<{ readonly row: string }> | undefined
  /** What the last column says instead of the usual. */
  readonly note?: RowsNote | undefined
  /** What each row means for the line, and the sentence over it; null, as for all reviewers, and there is no such order and no such number. */
  readonly line?: {
    readonly sentence: ReactNode
    readonly rows: readonly RowEffects[]
    readonly note: RowsNote
  } | null
}

/** Where the panel differs: every row with its scores, in one of several orders, all of them or some, live, as a picture or as a table. */
export function DisagreementColumn({ room, Mark, note, line = null }: DisagreementProps) {
  const { review, rubric, columns } = room
  const { flags } = room.view.competition.rules
  const { choice: wanted, filter, look, last } = useListed(review.id)
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  const choice = wanted === 'line' && line === null ? 'widest' : wanted
  const rows = useRows(rubric, columns, flags)
  const summary = summaryOf(rows)
  const order = useKeptOrder(groupRows(rows, choice, rubric, line?.rows), choice, pointed || focused)
  const passing = new Set(
    rows.filter((scores) => passes(filter, scores, review.discussion)).map(({ row }) => row.id),
  )
  const groups = filter === 'all' ? order.groups : onlyThose(order.groups, passing)
  const shown = rowFilters.find(({ id }) => id === filter)

  return (
    <Column
      kind="read"
      label="Disagreement"
      flush
      head={
        <>
          <h1 className="t-heading">Disagreement</h1>
          <p className="disagreement-summary">{summary}</p>
          <p className="disagreement-stale" role="status">
            {order.changed && (
              <>
                Order has changed. <Link onClick={order.sortAgain}>Sort again</Link>
              </>
            )}
          </p>
          <Menu
            label={`Which rows: ${shown?.label.toLowerCase()}`}
            choices={rowFilters.map((each) => ({ ...each, now: each.id === filter }))}
            onPick={(next) => rememberListed(review.id, { filter: next })}
          >
            {shown?.label}
          </Menu>
          <Segmented
            label="Order of the rows"
            value={choice}
            options={line === null ? orderChoices : [...orderChoices, lineChoice]}
            onChange={(next) => rememberListed(review.id, { choice: next })}
          />
          <Segmented
            label="Picture or table"
            value={look}
            options={looks}
            onChange={(next) => rememberListed(review.id, { look: next })}
          />
          {line !== null && <p className="disagreement-line">{line.sentence}</p>}
        </>
      }
      foot={look === 'picture' && <HeatKey rubric={rubric} />}
    >
      {groups.length === 0 && <p className="disagreement-none">No row is listed here: {noneWords(filter)}</p>}
      <RowsTable
        review={review.id}
        rubric={rubric}
        columns={columns}
        rows={rows}
        groups={groups}
        flags={flags}
        summary={summary}
        talk={review.discussion}
        look={look}
        note={choice === 'line' ? line?.note : note}
        stakes={line?.rows ?? null}
        Mark={Mark}
        last={last}
        onHeld={(by, held) => (by === 'pointer' ? setPointed(held) : setFocused(held))}
        onOpen={() => rememberListed(review.id, { rows: groups.flatMap((group) => group.rows) })}
      />
    </Column>
  )
}

const looks = [
  { value: 'picture', label: 'Picture' },
  { value: 'table', label: 'Table' },
] as const

function onlyThose(groups: readonly RowGroup[], rows: ReadonlySet<string>): readonly RowGroup[] {
  return groups
    .map((group) => ({ ...group, rows: group.rows.filter((row) => rows.has(row)) }))
    .filter((group) => group.rows.length > 0)
}

function noneWords(filter: string): string {
  switch (filter) {
    case 'agenda':
      return 'nothing is on the agenda.'
    case 'open':
      return 'every row that is split or spread has been discussed.'
    default:
      return `no row is ${filter}.`
  }
}

function summaryOf(rows: readonly RowScores[]): string {
  const split = rows.filter(({ found }) => found?.flag === 'split').length
  const spread = rows.filter(({ found }) => found?.flag === 'spread').length
  const alone = rows.filter(({ found }) => found === null).length
  const close = rows.length - split - spread - alone
  const compared = `${counted(split, 'row')} split, ${spread} spread, ${close} close`
  return alone === 0 ? compared : `${compared}, ${alone} not compared`
}
