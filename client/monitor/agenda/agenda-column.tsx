import { useState } from 'react'
import type { AgendaOrder } from '../../../shared/competition/discussion.ts'
import { useSecondsLeft } from '../../live/server-clock.ts'
import { topicName } from '../../room/discussion/discussion-words.ts'
import type { OpenRoom } from '../../room/open-room.tsx'
import { Button } from '../../ui/button.tsx'
import { Column } from '../../ui/columns.tsx'
import { Menu } from '../../ui/menu.tsx'
import { drawnSeed } from '../steer.ts'
import type { Steering } from '../use-steering.ts'
import { AgendaEdited } from './agenda-edited.tsx'
import { AgendaItems } from './agenda-items.tsx'
import { itemsOf, minutesToCome } from './agenda-state.ts'
import { agendaOrders, slotWords, toComeSentence } from './agenda-words.ts'
import './agenda.css'

export interface AgendaProps {
  readonly room: OpenRoom
  readonly steering: Steering
}

type Drawn = Exclude<AgendaOrder, 'hand'>

/** What the panel talks about and in which order, with the minutes of each; and what is left of the panel's time. */
export function AgendaColumn({ room, steering }: AgendaProps) {
  const { review } = room
  const { discussion } = review
  const [editing, setEditing] = useState(false)
  if (!discussion) return null
  const items = itemsOf(discussion)
  const by = discussion.agenda?.by
  const open = review.closed === null

  async function order(to: Drawn): Promise<void> {
    const seed = to === 'random' ? { seed: drawnSeed() } : {}
    await steering.run(
      [{ kind: 'agenda.order', review: review.id, by: to, ...seed }],
      `The agenda is ordered: ${agendaOrders[to].toLowerCase()}.`,
    )
  }

  return (
    <Column
      kind="find"
      label="Agenda"
      ground="inset"
      flush
      folds={foldWords(room)}
      head={
        <>
          <h2 className="t-heading">Agenda</h2>
          {open && items.length > 0 && (
            <span className="agenda-order">
              <Menu
                label={`Order of the agenda: ${by === undefined ? 'none' : agendaOrders[by]}`}
                choices={(['spread', 'rubric', 'random', 'hand'] as const).map((id) => ({
                  id,
                  label: agendaOrders[id],
                  now: id === by,
                }))}
                onPick={(to) => {
                  if (to === 'hand') setEditing(true)
                  else void order(to)
                }}
              >
                {by === undefined ? 'Order' : agendaOrders[by]}
              </Menu>
            </span>
          )}
        </>
      }
      foot={<Foot room={room} editing={editing} onEdit={open && items.length > 0 ? setEditing : undefined} />}
    >
      {items.length === 0 ? (
        <NoAgenda open={open} onOrder={(to) => void order(to)} />
      ) : editing && open ? (
        <AgendaEdited room={room} steering={steering} items={items} />
      ) : (
        <AgendaItems room={room} items={items} />
      )}
    </Column>
  )
}

/** The line into which the agenda folds on a narrower screen. */
function foldWords({ review: { discussion } }: OpenRoom): string {
  if (!discussion) return 'Agenda'
  const items = itemsOf(discussion)
  const row = discussion.focus?.row
  const at = items.findIndex((item) => item.row === row)
  if (items.length === 0) return 'Agenda: none yet'
  if (row === undefined || at < 0) return `Agenda: ${items.length === 1 ? '1 item' : `${items.length} items`}`
  return `Agenda: ${at + 1} of ${items.length}, ${topicName(row)}`
}

function NoAgenda({ open, onOrder }: { open: boolean; onOrder: (to: Drawn) => void }) {
  if (!open) return <p className="agenda-none">This panel had no agenda.</p>
  return (
    <div className="agenda-none">
      <p>
        No agenda yet. Put the rows that are split or spread on it, or add rows one by one from the board.
      </p>
      {(['spread', 'rubric', 'random'] as const).map((to) => (
        <Button key={to} size="small" onClick={() => onOrder(to)}>
          {agendaOrders[to]}
        </Button>
      ))}
    </div>
  )
}

interface FootProps {
  readonly room: OpenRoom
  readonly editing: boolean
  /** Undefined where there is nothing to arrange. */
  readonly onEdit: ((editing: boolean) => void) | undefined
}

function Foot({ room: { review, view }, editing, onEdit }: FootProps) {
  const { discussion } = review
  const { applicant } = review.application
  const left = useSecondsLeft(discussion?.slot ?? null)
  const by = discussion?.agenda?.by
  const open = review.closed === null
  return (
    <div className="agenda-foot">
      {onEdit && (
        <Button size="small" onClick={() => onEdit(!editing)}>
          {editing ? 'Done arranging' : 'Arrange by hand'}
        </Button>
      )}
      <p>
        {discussion?.slot && left !== null
          ? slotWords(left, discussion.slot.ofMs / 1_000, applicant)
          : `${view.competition.rules.slotMinutes} minutes for ${applicant}, from the first row in focus.`}
      </p>
      {discussion && open && itemsOf(discussion).length > 0 && (
        <p>{toComeSentence(minutesToCome(discussion), left ?? view.competition.rules.slotMinutes * 60)}</p>
      )}
      {by !== undefined && <p>Order on record: {agendaOrders[by].toLowerCase()}.</p>}
    </div>
  )
}
