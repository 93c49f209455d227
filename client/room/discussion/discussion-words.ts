import type { AgendaOrder } from '../../../shared/competition/discussion.ts'
import type { DiscussionView, MessageView } from '../../../shared/competition/discussion-view.ts'
import { findRow, votedPriority, type Rubric } from '../../../shared/rubric/rubric.ts'
import { reviewPath } from '../../pages.ts'
import type { IconName } from '../../ui/icon.tsx'

/** How the order of an agenda came about, to follow "Item 2 of 8, ". */
export const orderWords: Readonly<Record<AgendaOrder, string>> = {
  spread: 'widest first',
  rubric: 'in the order of the rubric',
  random: 'in an order drawn at random',
  hand: 'order set by hand',
}

/** "Item 2 of 8, order set by hand"; null where the row in focus is not on the agenda, or none is in focus. */
export function itemWords({ agenda, focus }: DiscussionView): string | null {
  if (!agenda || !focus) return null
  const at = agenda.items.findIndex(({ row }) => row === focus.row)
  return at < 0 ? null : `Item ${at + 1} of ${agenda.items.length}, ${orderWords[agenda.by]}`
}

/** Where the panel talks, in words with their sign; `href` where it is a link. */
export function whereWords({ how, words }: NonNullable<DiscussionView['where']>): {
  readonly icon: IconName
  readonly sentence: string
  readonly href: string | null
} {
  switch (how) {
    case 'phone':
      return { icon: 'phone', sentence: `We talk by phone${words && `: ${words}`}`, href: null }
    case 'link':
      return { icon: 'arrow', sentence: 'We talk here', href: words }
    case 'room':
      return { icon: 'people', sentence: `We talk in the room${words && `: ${words}`}`, href: null }
  }
}

/** What can be in focus, in words: a row or a priority with its title. */
export function topicTitle(rubric: Rubric, id: string): string {
  return findRow(rubric, id)?.title ?? rubric.priorities.find((priority) => priority.id === id)?.title ?? ''
}

/** What a row or priority is called where it stands alone: "(A)(1)(ii)", "Priority 2". */
export function topicName(id: string): string {
  return id.replace(/^P(\d+)$/, 'Priority $1')
}

/** The page on which a row or a priority is talked about. */
export function topicPath(review: string, rubric: Rubric, id: string): string {
  if (findRow(rubric, id)) return reviewPath(review, 'room', id)
  return reviewPath(review, id === votedPriority(rubric)?.id ? 'vote' : 'final')
}

/** In the place of a message whose author is none of the panel any more. */
export function takenOutWords({ gone }: Pick<MessageView, 'gone'>): string {
  return `Taken out: its author ${gone === 'replaced' ? 'was replaced' : 'is recused'}. It stays in the record.`
}
