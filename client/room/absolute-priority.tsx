import type { AbsolutePriority as Priority } from '../../shared/rubric/rubric.ts'
import { Answers } from '../reviewer/answers.tsx'
import { PriorityWording } from '../reviewer/priority-wording.tsx'
import { AbsoluteAnswer } from './absolute-answer.tsx'
import { Disclosure } from './disclosure.tsx'
import type { OpenRoom } from './open-room.tsx'
import { PriorityAnswers } from './priority-answers.tsx'
import './priority-part.css'

export interface AbsolutePriorityProps {
  readonly room: OpenRoom
  readonly priority: Priority
}

/**
 * Met or not met, as each seat says for itself, with reasons: in one's own column until one signs, and once more after the close.
 */
export function AbsolutePriority({ room, priority }: AbsolutePriorityProps) {
  const { mine, review } = room
  const closed = review.absolute?.find((each) => each.priority === priority.id)
  return (
    <section className="priority-part" aria-labelledby="absolute-priority">
      <h2 className="t-heading" id="absolute-priority">
        Absolute priority
      </h2>
      <p className="priority-part-words">
        {priority.title}. Each reviewer says whether it is met, and why. The notice gives no majority rule for
        it: the selecting official decides, in writing.
      </p>
      <Disclosure summary={`What ${priority.id} asks`}>
        <PriorityWording priority={priority} />
      </Disclosure>
      <Answers item={priority.id} />
      {closed && <AbsoluteAnswer review={review} absolute={closed} column={mine?.column ?? null} />}
      <PriorityAnswers room={room} priority={priority} label="What each says on the absolute priority" />
    </section>
  )
}
