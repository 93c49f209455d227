import { useHeld } from '../../pause/use-held.ts'
import { topicName, topicPath, topicTitle } from '../../room/discussion/discussion-words.ts'
import { ItemTimer } from '../../room/discussion/item-timer.tsx'
import type { OpenRoom } from '../../room/open-room.tsx'
import { Button } from '../../ui/button.tsx'
import { ClockTime } from '../../ui/clock-time.tsx'
import { Link } from '../../ui/link.tsx'
import { itemsOf, nextItem } from '../agenda/agenda-state.ts'
import { goOn } from '../steer.ts'
import type { Steering } from '../use-steering.ts'

export interface InFocusProps {
  readonly room: OpenRoom
  readonly steering: Steering
}

/** The row that everybody is brought to, the time left for it, and the way on. */
export function InFocus({ room, steering }: InFocusProps) {
  const { review, rubric } = room
  const { discussion } = review
  if (!discussion || review.closed) return null
  const row = discussion.focus?.row ?? null
  if (row === null) return <Nothing room={room} steering={steering} />
  const name = topicName(row)
  return (
    <section className="in-focus" aria-labelledby="in-focus">
      <h2 className="in-focus-title" id="in-focus">
        <Link look="quiet" href={topicPath(review.id, rubric, row)}>
          <span className="in-focus-row">{name} </span>
          {topicTitle(rubric, row)}
        </Link>
      </h2>
      {discussion.recess ? (
        <p>
          <strong>Recess</strong> since <ClockTime at={discussion.recess.at} />. All clocks stand.
        </p>
      ) : (
        <>
          <ItemTimer clock={discussion.timer} size="figure" />
          <TimerControls room={room} steering={steering} />
        </>
      )}
      <GoOn room={room} steering={steering} />
    </section>
  )
}

/** Hold, go on, and two more minutes. */
export function TimerControls({ room: { review }, steering: { run } }: InFocusProps) {
  const timer = review.discussion?.timer
  const held = useHeld()
  if (!timer) {
    return (
      <div className="live-controls-line">
        <Button
          size="small"
          icon="clock"
          pending={held}
          onClick={() =>
            void run([{ kind: 'timer.set', review: review.id, to: 'running', more: 2 }], 'Two minutes.')
          }
        >
          Set 2 minutes
        </Button>
      </div>
    )
  }
  const runs = timer.runsSince !== null
  return (
    <div className="live-controls-line">
      <Button
        size="small"
        icon={runs ? 'pause' : 'play'}
        pending={held}
        onClick={() =>
          void run(
            [{ kind: 'timer.set', review: review.id, to: runs ? 'held' : 'running' }],
            runs ? 'The clock is held.' : 'The clock goes on.',
          )
        }
      >
        {runs ? 'Hold' : 'Go on'}
      </Button>
      <Button
        size="small"
        pending={held}
        onClick={() =>
          void run(
            [{ kind: 'timer.set', review: review.id, to: runs ? 'running' : 'held', more: 2 }],
            'Two more minutes.',
          )
        }
      >
        2 more minutes
      </Button>
    </div>
  )
}

function GoOn({ room: { review }, steering: { run, pending } }: InFocusProps) {
  const { discussion } = review
  if (!discussion) return null
  const next = nextItem(discussion)
  const leave = (as: 'discussed' | 'parked'): void => {
    const { commands, said } = goOn(review.id, discussion, as)
    void run(commands, said)
  }
  return (
    <>
      <Button kind="primary" wide pending={pending} onClick={() => leave('discussed')}>
        {next ? `Discussed, go to ${topicName(next.row)}` : 'Discussed'}
      </Button>
      <Button wide pending={pending} onClick={() => leave('parked')}>
        Park this row
      </Button>
    </>
  )
}

function Nothing({ room: { review }, steering: { run, pending } }: InFocusProps) {
  const { discussion } = review
  if (!discussion) return null
  const first = nextItem(discussion)
  const listed = itemsOf(discussion).length > 0
  return (
    <section className="in-focus" aria-labelledby="in-focus">
      <h2 className="t-subheading" id="in-focus">
        Nothing is in focus
      </h2>
      <p className="second">
        {first
          ? 'Everybody looks where they like.'
          : listed
            ? 'All items of the agenda are discussed or parked. Any row of the board can still be brought into focus.'
            : 'Put rows on the agenda, or bring everyone to a row from the board.'}
      </p>
      {first && (
        <Button
          kind="primary"
          wide
          pending={pending}
          onClick={() =>
            void run(
              [{ kind: 'focus.set', review: review.id, row: first.row }],
              `In focus for everyone: ${topicName(first.row)}.`,
            )
          }
        >
          Bring everyone to {topicName(first.row)}
        </Button>
      )}
    </section>
  )
}
