import type { OpenRoom } from './open-room.tsx'
import { AbsolutePriority } from './absolute-priority.tsx'
import { InvitationalComments } from './invitational-comments.tsx'

/** What each seat says on the priorities that the panel does not vote on. */
export function Priorities({ room }: { room: OpenRoom }) {
  return (
    <>
      {room.rubric.priorities.flatMap((priority) =>
        priority.kind === 'absolute'
          ? [<AbsolutePriority key={priority.id} room={room} priority={priority} />]
          : [],
      )}
      <InvitationalComments room={room} />
    </>
  )
}
