import type { FormRecord } from '../../shared/form/form-record.ts'
import type { Priority, Rubric } from '../../shared/rubric/rubric.ts'

/** "STEM priority, 15 points": short enough for the tree, and told apart from criteria. */
export function priorityName(priority: Priority): string {
  if (priority.kind === 'competitive') return `STEM priority, ${priority.points} points`
  return priority.kind === 'absolute' ? 'Absolute priority' : priority.title
}

/** What a form says on a priority, in a word or two. */
export function priorityAnswer(record: FormRecord, { id, kind }: Priority): string {
  if (kind === 'invitational') return (record.comments[id] ?? '').trim() === '' ? 'Optional' : 'Comment'
  const answer = record.determinations[id]?.answer
  if (!answer) return 'No answer'
  if (kind === 'absolute') return answer === 'yes' ? 'Met' : 'Not met'
  return answer === 'yes' ? 'Yes' : 'No'
}

/** What a button calls a row or priority: "(A)(1)(i)", "STEM priority". */
export function itemName(rubric: Rubric, id: string): string {
  const priority = rubric.priorities.find((candidate) => candidate.id === id)
  return priority ? (priorityName(priority).split(',')[0] ?? id) : id
}
