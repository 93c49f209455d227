import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import * as Y from 'yjs'
import { useColumns } from '../../client/room/room-columns.ts'
import { groupRows } from '../../client/room/row-order.ts'
import { useRows } from '../../client/room/row-scores.ts'
import { RowsTable } from '../../client/room/rows-table.tsx'
import { setScore, textAt } from '../../shared/form/edits.ts'
import { strengthsField } from '../../shared/form/fields.ts'
import { fillRest } from '../../shared/rehearsal/fill.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { flagRules } from '../../shared/statistics/disagreement.ts'

// What runs in the page that counts: the table of all rows over a room's document, which other people change. Only drawing a row
// reads its title, so a title that is read is a row that is drawn.

export interface Quick {
  /** Rows drawn since this was asked before, each once. */
  readonly drawn: () => readonly string[]
  /** What somebody elsewhere does, as it comes over the line. */
  readonly give: (seat: number, row: string, points: number) => void
  readonly write: (seat: number, criterion: string, words: string) => void
}

declare global {
  interface Window {
    quick: Quick
  }
}

let drawn = new Set<string>()
const rubric: Rubric = {
  ...raceToTheTop,
  criteria: raceToTheTop.criteria.map((criterion) => ({
    ...criterion,
    rows: criterion.rows.map((row) => ({
      ...row,
      get title() {
        drawn.add(row.id)
        return row.title
      },
    })),
  })),
}

const panel = [1, 2, 3, 4, 5].map((seat) => ({
  seat,
  label: `Reviewer ${seat}`,
  excused: false,
  attested: {},
  signedAt: null,
}))
const doc = new Y.Doc()
for (const { seat } of panel) fillRest({ doc, seat }, raceToTheTop, 'maine', seat)

function Board() {
  const columns = useColumns(doc, rubric, { panel, mine: null })
  const rows = useRows(rubric, columns)
  return (
    <RowsTable
      review="maine.1.1"
      rubric={rubric}
      columns={columns}
      rows={rows}
      groups={groupRows(rows, 'rubric', rubric)}
      flags={flagRules}
      summary=""
      talk={null}
      last={null}
      onHeld={() => undefined}
      onOpen={() => undefined}
    />
  )
}

function elsewhere(change: (copy: Y.Doc) => void): void {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  change(copy)
  flushSync(() => Y.applyUpdate(doc, Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc)), 'line'))
}

window.quick = {
  drawn: () => {
    const rows = [...drawn]
    drawn = new Set()
    return rows
  },
  give: (seat, row, points) => elsewhere((copy) => setScore({ doc: copy, seat }, row, points)),
  write: (seat, criterion, words) =>
    elsewhere((copy) => textAt({ doc: copy, seat }, strengthsField(criterion)).insert(0, words)),
}

const place = document.getElementById('root')
if (!place) throw new Error('The page has no place for a table.')
const root = createRoot(place)
flushSync(() => root.render(<Board />))
