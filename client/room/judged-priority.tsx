import type { JudgedPriority as Priority } from '../../shared/rubric/rubric.ts'
import { Answers } from '../reviewer/answers.tsx'
import { PriorityWording } from '../reviewer/priority-wording.tsx'
import { Disclosure } from './disclosure.tsx'
import type { OpenRoom } from './open-room.tsx'
import { PriorityAnswers } from './priority-answers.tsx'
import './priority-part.css'

interface JudgedPriorityProps {
  readonly room: OpenRoom
  readonly priority: Priority
}

/** What is judged in the rubric's own two words, with reasons, as each seat says for itself. */
export function JudgedPriority({ room, priority }: JudgedPriorityProps) {
  const { id, title, words } = priority
  return (
    <section className="priority-part" aria-labelledby={`judged-${id}`}>
      <h2 className="t-heading" id={`judged-${id}`}>
        {title}
      </h2>
      <p className="priority-part-words">
        Each reviewer judges it and says why: {words.yes} or {words.no}. It has no points, and the panel does
        not vote on it.
      </p>
      <Disclosure summary={`What ${id} asks`}>
        <PriorityWording priority={priority} />
      </Disclosure>
      <Answers item={id} />
      <PriorityAnswers room={room} priority={priority} label={`What each says on ${title}`} />
    </section>
  )
}
