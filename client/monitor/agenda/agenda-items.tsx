import type { AgendaItem } from '../../../shared/competition/discussion.ts'
import { serverNow } from '../../live/server-clock.ts'
import { topicName, topicPath, topicTitle } from '../../room/discussion/discussion-words.ts'
import { ItemTimer } from '../../room/discussion/item-timer.tsx'
import type { OpenRoom } from '../../room/open-room.tsx'
import { Icon } from '../../ui/icon.tsx'
import { spentOn, stateOf, type ItemState } from './agenda-state.ts'
import { discussedWords, toComeWords } from './agenda-words.ts'

export interface AgendaItemsProps {
  readonly room: OpenRoom
  readonly items: readonly AgendaItem[]
}

/** The agenda as it is gone through: discussed, now, to come, parked. */
export function AgendaItems({ room, items }: AgendaItemsProps) {
  return (
    <ol className="agenda-items" aria-label="Agenda">
      {items.map((item, at) => (
        <Item key={item.row} room={room} item={item} place={at + 1} />
      ))}
    </ol>
  )
}

function Item({ room, item, place }: { room: OpenRoom; item: AgendaItem; place: number }) {
  const { review, rubric } = room
  const { discussion } = review
  if (!discussion) return null
  const state = stateOf(discussion, item.row)
  return (
    <li className="agenda-item" data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
      <ItemSign state={state} place={place} />
      <div>
        <a className="agenda-link" href={topicPath(review.id, rubric, item.row)}>
          <strong>{topicName(item.row)}</strong> {topicTitle(rubric, item.row)}
        </a>
        <ItemTime room={room} item={item} state={state} />
      </div>
    </li>
  )
}

/** The item's number, or the sign of what has become of it; its words stand under the title. */
export function ItemSign({ state, place }: { state: ItemState; place: number }) {
  return (
    <span className="agenda-sign" aria-hidden>
      {state === 'discussed' ? (
        <Icon name="check" size="small" />
      ) : state === 'parked' ? (
        <Icon name="pause" size="small" />
      ) : (
        place
      )}
    </span>
  )
}

function ItemTime({ room, item, state }: { room: OpenRoom; item: AgendaItem; state: ItemState }) {
  const { discussion } = room.review
  if (!discussion) return null
  const spent = spentOn(discussion, item.row, serverNow())
  switch (state) {
    case 'discussed':
      return <p className="agenda-time">{discussedWords(spent)}</p>
    case 'parked':
      return <p className="agenda-time">Parked</p>
    case 'open':
      return <p className="agenda-time">{toComeWords(item.minutes, spent)}</p>
    case 'now':
      return (
        <div className="agenda-time">
          Now
          {discussion.timer && (
            <>
              , <ItemTimer clock={discussion.timer} size="small" />
            </>
          )}
        </div>
      )
  }
}
