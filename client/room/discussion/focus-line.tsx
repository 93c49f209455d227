import { useShortcuts } from '../../reviewer/shortcuts.tsx'
import { send } from '../../live/connection.ts'
import { announce } from '../../ui/announce.tsx'
import { Button } from '../../ui/button.tsx'
import { ClockTime } from '../../ui/clock-time.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import type { OpenRoom } from '../open-room.tsx'
import { itemWords, topicName, topicTitle, whereWords } from './discussion-words.ts'
import { HandButton, useHand } from './hand-button.tsx'
import { Hands } from './hands.tsx'
import { ItemTimer } from './item-timer.tsx'
import { MonitorActs } from './monitor-acts.tsx'
import { RoomShortcuts } from './room-shortcuts.tsx'
import type { Focus } from './use-focus.ts'
import './focus-line.css'

export interface FocusLineProps {
  readonly room: OpenRoom
  readonly focus: Focus
}

/** Under the head of every page of the room: what is in focus for everybody, where one talks, the time left, and one's hand. */
export function FocusLine({ room, focus }: FocusLineProps) {
  const { review, columns } = room
  const { discussion } = review
  const hand = useHand(review)
  const shortcuts = useShortcuts({
    h: () => void hand?.set(!hand.up),
    f: () => (focus.here ? focus.lookElsewhere() : focus.comeBack()),
  })
  if (!discussion || review.closed) return null
  const monitors = room.view.me.role === 'monitor'
  const lower = (seat: number): void => {
    void send({ kind: 'hand.lower', review: review.id, seat }).then((answer) => {
      if ('refused' in answer) announce(answer.sentence)
    })
  }
  return (
    <section className="focus-line" aria-label="In focus">
      <InFocus room={room} focus={focus} />
      <Hands hands={discussion.hands} columns={columns} onLower={monitors ? lower : undefined} />
      <div className="focus-line-end">
        <Where where={discussion.where} />
        {discussion.recess ? (
          <p className="focus-line-recess">
            <Icon name="pause" />
            <span>
              <strong>Recess</strong> since <ClockTime at={discussion.recess.at} />, clocks stand
            </span>
          </p>
        ) : (
          <ItemTimer clock={discussion.timer} />
        )}
        <div className="focus-line-acts">
          {monitors && <MonitorActs room={room} />}
          {hand && (
            <span className="focus-line-hand">
              <HandButton hand={hand} />
            </span>
          )}
          {focus.topic !== null && !monitors && (
            <Button
              keys="F"
              kind={focus.here ? 'plain' : 'primary'}
              onClick={focus.here ? focus.lookElsewhere : focus.comeBack}
            >
              {focus.here ? 'Look elsewhere' : 'Come back'}
            </Button>
          )}
        </div>
      </div>
      <RoomShortcuts {...shortcuts} monitors={monitors} />
    </section>
  )
}

function InFocus({ room: { review, rubric }, focus: { topic, here } }: FocusLineProps) {
  const { discussion } = review
  if (!discussion || topic === null) {
    return (
      <p className="focus-line-topic">
        <span className="second">Nothing is in focus: everybody looks where they like.</span>
      </p>
    )
  }
  const item = itemWords(discussion)
  if (!here) {
    return (
      <p className="focus-line-topic">
        <strong>In focus</strong> {topicName(topic)} {topicTitle(rubric, topic)}
      </p>
    )
  }
  return (
    <p className="focus-line-topic">
      <strong>In focus for everyone</strong> {item !== null && <span className="second">{item}</span>}
    </p>
  )
}

function Where({ where }: Pick<NonNullable<OpenRoom['review']['discussion']>, 'where'>) {
  if (!where) return null
  const { icon, sentence, href } = whereWords(where)
  return (
    <p className="focus-line-where">
      <Icon name={icon} />
      {href === null ? (
        <span>{sentence}</span>
      ) : (
        <Link href={href} target="_blank" rel="noreferrer">
          {sentence}
        </Link>
      )}
    </p>
  )
}
