import type { OpenRoom } from './open-room.tsx'
import { AbsolutePriority } from './absolute-priority.tsx'
import { InvitationalComments } from './invitational-comments.tsx'
import { JudgedPriority } from './judged-priority.tsx'

/** What each seat says on the priorities that the panel does not vote on. */
export function Priorities({ room }: { room: OpenRoom }) {
  return (
    <>
      {room.rubric.priorities.map((priority) => {
        switch (priority.kind) {
          case 'absolute':
            return <AbsolutePriority key={priority.id} room={room} priority={priority} />
          case 'judged':
            return <JudgedPriority key={priority.id} room={room} priority={priority} />
          default:
            return null
        }
      })}
      <InvitationalComments room={room} />
    </>
  )
}
