import { createContext, memo, useContext } from 'react'
import type { DiscussionView } from '../../../shared/competition/discussion-view.ts'
import { Icon } from '../../ui/icon.tsx'
import { Menu } from '../../ui/menu.tsx'
import { itemsOf, stateOf, type ItemState } from '../agenda/agenda-state.ts'
import { actsOn, type RowAct } from '../steer.ts'
import './row-mark.css'

/** What the marks of a board show and do; null where nothing can be done any more. */
export interface Marking {
  readonly discussion: DiscussionView
  readonly onAct: (row: string, act: RowAct) => void
}

/** Given by the board around its rows, so that a change of the discussion draws the marks anew and not the rows. */
export const MarkingContext = createContext<Marking | null>(null)

/** Before a row's name on the monitor's board: discussed, in focus, parked, its place on the agenda; pressed, what can be done with it. */
export function RowMark({ row }: { row: string }) {
  const marking = useContext(MarkingContext)
  if (!marking) return null
  const { discussion } = marking
  const at = itemsOf(discussion).findIndex((item) => item.row === row)
  return (
    <Mark
      row={row}
      state={stateOf(discussion, row)}
      place={at < 0 ? null : at + 1}
      mark={discussion.marks[row]?.as ?? null}
      marking={marking}
    />
  )
}

interface MarkProps {
  readonly row: string
  readonly state: ItemState
  readonly place: number | null
  /** With what is in focus: whether it was discussed or parked before. */
  readonly mark: 'discussed' | 'parked' | null
  readonly marking: Marking
}

const Mark = memo(
  function Mark({ row, state, place, marking }: MarkProps) {
    return (
      <span className="row-mark" data-row-state={state} data-listed={place !== null || undefined}>
        <Menu
          label={`${row}: ${stateWords(state, place)}. What to do with it`}
          look="sign"
          choices={actsOn(marking.discussion, row)}
          onPick={(act) => marking.onAct(row, act)}
        >
          <Sign state={state} place={place} />
        </Menu>
      </span>
    )
  },
  (before, after) =>
    before.row === after.row &&
    before.state === after.state &&
    before.place === after.place &&
    before.mark === after.mark &&
    before.marking.onAct === after.marking.onAct,
)

function Sign({ state, place }: { state: ItemState; place: number | null }) {
  switch (state) {
    case 'now':
      return <Icon name="play" size="small" />
    case 'discussed':
      return <Icon name="check" size="small" />
    case 'parked':
      return <Icon name="pause" size="small" />
    case 'open':
      return place === null ? <Icon name="plus" size="small" /> : <span>{place}</span>
  }
}

function stateWords(state: ItemState, place: number | null): string {
  switch (state) {
    case 'now':
      return 'in focus'
    case 'discussed':
      return 'discussed'
    case 'parked':
      return 'parked'
    case 'open':
      return place === null ? 'not on the agenda' : `item ${place} of the agenda`
  }
}
