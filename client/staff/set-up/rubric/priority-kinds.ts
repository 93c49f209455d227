import type { Priority } from '../../../../shared/rubric/rubric.ts'

/** What each kind of priority takes, in a line. */
export const priorityKinds: Readonly<Record<Priority['kind'], string>> = {
  absolute: 'Absolute: not met takes the application out',
  competitive: 'Competitive: points by a vote of the panel',
  invitational: 'Invitational: a comment, no points',
  judged: 'Judged: yes or no with reasons, no points',
}
