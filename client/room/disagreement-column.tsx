import { useState } from 'react'
import { HeatKey } from '../charts/heat-cell.tsx'
import { Column } from '../ui/columns.tsx'
import { Link } from '../ui/link.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { counted } from './number-words.ts'
import type { OpenRoom } from './open-room.tsx'
import { groupRows, orderChoices, rememberListed, useKeptOrder, useListed } from './row-order.ts'
import { useRows, type RowScores } from './row-scores.ts'
import { RowsTable } from './rows-table.tsx'
import './disagreement-column.css'

/** Where the panel differs: every row with its scores, the widest first or as the rubric has them, live. */
export function DisagreementColumn({ room }: { room: OpenRoom }) {
  const { review, rubric, columns } = room
  const { flags } = room.view.competition.rules
  const { choice, last } = useListed(review.id)
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  const rows = useRows(rubric, columns, flags)
  const summary = summaryOf(rows)
  const order = useKeptOrder(groupRows(rows, choice, rubric), choice, pointed || focused)

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
          <Segmented
            label="Order of the rows"
            value={choice}
            options={orderChoices}
            onChange={(next) => rememberListed(review.id, { choice: next })}
          />
        </>
      }
      foot={<HeatKey />}
    >
      <RowsTable
        review={review.id}
        rubric={rubric}
        columns={columns}
        rows={rows}
        groups={order.groups}
        flags={flags}
        summary={summary}
        talk={review.discussion}
        last={last}
        onHeld={(by, held) => (by === 'pointer' ? setPointed(held) : setFocused(held))}
        onOpen={() => rememberListed(review.id, { rows: order.groups.flatMap((group) => group.rows) })}
      />
    </Column>
  )
}

function summaryOf(rows: readonly RowScores[]): string {
  const split = rows.filter(({ found }) => found?.flag === 'split').length
  const spread = rows.filter(({ found }) => found?.flag === 'spread').length
  const alone = rows.filter(({ found }) => found === null).length
  const close = rows.length - split - spread - alone
  const compared = `${counted(split, 'row')} split, ${spread} spread, ${close} close`
  return alone === 0 ? compared : `${compared}, ${alone} not compared`
}
