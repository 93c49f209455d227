import type { PersonLooking } from '../../../shared/protocol/looks.ts'
import { send } from '../../live/connection.ts'
import { useLooks } from '../../live/looks.ts'
import type { OpenRoom } from '../../room/open-room.tsx'
import type { RoomColumn } from '../../room/room-columns.ts'
import { announce } from '../../ui/announce.tsx'
import { Button } from '../../ui/button.tsx'
import { ClockTime } from '../../ui/clock-time.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ReviewerMark } from '../../ui/reviewer-mark.tsx'
import { handWords, whereWords } from './here-words.ts'

/** Who of the panel is here and where each looks, whose hand is up and in which order, and who has signed. */
export function Here({ room: { review, columns } }: { room: OpenRoom }) {
  const looks = useLooks(review.id)
  const online = new Set((review.progress ?? []).filter(({ online: on }) => on).map(({ seat }) => seat))
  const here = columns.filter(({ seat }) => online.has(seat)).length
  const signing = columns.filter(({ excused }) => !excused)
  const signed = signing.filter(({ signedAt }) => signedAt !== null).length
  return (
    <section className="live-controls-part" aria-labelledby="live-here">
      <h2 className="t-subheading" id="live-here">
        Here: {here} of {columns.length}
      </h2>
      <ul>
        {columns.map((column) => (
          <Person
            key={column.seat}
            column={column}
            review={review}
            online={online.has(column.seat)}
            look={looks.find(({ seat }) => seat === column.seat)}
          />
        ))}
      </ul>
      <p className="second">
        Signed: {signed} of {signing.length}
      </p>
    </section>
  )
}

interface PersonProps {
  readonly column: RoomColumn
  readonly review: OpenRoom['review']
  readonly online: boolean
  readonly look: PersonLooking | undefined
}

function Person({ column, review, online, look }: PersonProps) {
  const { seat, label, excused, signedAt } = column
  const hands = review.discussion?.hands ?? []
  const at = hands.findIndex((hand) => hand.seat === seat)
  return (
    <li className="live-controls-person">
      <ReviewerMark number={seat} />
      <span>{label}</span>
      {at >= 0 ? (
        <span className="live-controls-status">
          <Icon name="hand" size="small" /> {handWords(at)}
          <Button
            size="small"
            aria-label={`Heard: lower the hand of ${label}`}
            onClick={() => void lower(review.id, seat, label)}
          >
            Heard
          </Button>
        </span>
      ) : (
        <span className="live-controls-status">
          {signedAt !== null && (
            <>
              <Icon name="check" size="small" /> signed <ClockTime at={signedAt} />
            </>
          )}
          {signedAt === null &&
            whereWords({ excused, online, look, focus: review.discussion?.focus?.row ?? null })}
        </span>
      )}
    </li>
  )
}

async function lower(review: string, seat: number, label: string): Promise<void> {
  const answer = await send({ kind: 'hand.lower', review, seat })
  announce('refused' in answer ? answer.sentence : `The hand of ${label} is down.`)
}
