import type { Answer, FormRecord } from '../../shared/form/form-record.ts'
import { abbreviation } from '../../shared/rubric/priority-title.ts'
import type { Priority, Rubric } from '../../shared/rubric/rubric.ts'
import { pointsInWords, type Scaled } from '../../shared/rubric/told-points.ts'

/** "STEM priority, 15 points": short enough for the tree, and told apart from criteria. */
export function priorityName(rubric: Scaled, priority: Priority): string {
  const name = priorityShort(priority)
  return priority.kind === 'competitive' ? `${name}, ${pointsInWords(rubric, priority.points)}` : name
}

/** "STEM priority", "Absolute priority"; the title where there is nothing shorter. */
export function priorityShort(priority: Priority): string {
  const short = abbreviation(priority)
  if (priority.kind === 'competitive' && short !== null) return `${short} priority`
  return priority.kind === 'absolute' ? 'Absolute priority' : priority.title
}

/** What an answer to a priority is called: as the rubric has it, "Met" where an application can fail on it, else yes or no. */
export function answerWords(priority: Priority): Readonly<Record<Answer, string>> {
  if (priority.kind === 'judged') return priority.words
  return priority.kind === 'absolute' ? { yes: 'Met', no: 'Not met' } : { yes: 'Yes', no: 'No' }
}

/** What a form says on a priority, in a word or two. */
export function priorityAnswer(record: FormRecord, priority: Priority): string {
  const { id, kind } = priority
  if (kind === 'invitational') return (record.comments[id] ?? '').trim() === '' ? 'Optional' : 'Comment'
  const answer = record.determinations[id]?.answer
  return answer ? answerWords(priority)[answer] : 'No answer'
}

/** What a button calls a row or priority: "(A)(1)(i)", "STEM priority". */
export function itemName(rubric: Rubric, id: string): string {
  const priority = rubric.priorities.find((candidate) => candidate.id === id)
  return priority ? priorityShort(priority) : id
}
