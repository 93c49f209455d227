import { seatOfPerson } from './access.ts'
import type { AgendaItem, AgendaOrder, Clock, Discussion } from './discussion.ts'
import { seatName } from './seat-name.ts'
import { isRecused, labelOf, type Competition, type Review } from './state.ts'
import type { Facts } from './view.ts'

/** A panel's talk as its members and its monitor see it. Moments and clocks are the server's. */
export interface DiscussionView {
  readonly agenda: {
    readonly by: AgendaOrder
    readonly items: readonly AgendaItem[]
    readonly at: number
  } | null
  readonly focus: { readonly row: string; readonly at: number } | null
  readonly timer: Clock | null
  readonly slot: Clock | null
  readonly recess: { readonly at: number } | null
  /** In the order in which they came. */
  readonly hands: readonly { readonly seat: number; readonly at: number }[]
  readonly stands: Discussion['stands']
  readonly marks: Discussion['marks']
  /** Milliseconds for which a row was in focus; the one in focus also counts from `focusRuns` on. */
  readonly spent: Discussion['spent']
  readonly focusRuns: number | null
  /** By row: how many messages, and an edition that is another whenever they are to be read again. */
  readonly threads: Readonly<Record<string, { readonly messages: number; readonly edition: string }>>
  readonly where: { readonly how: 'room' | 'phone' | 'link'; readonly words: string } | null
}

/**
 * A message as it is read. `text` is null where its author was recused later: it stays in the record alone, and the panel is not told
 * whose it was.
 */
export interface MessageView {
  readonly id: number
  readonly seat: number | null
  readonly label: string
  readonly yours: boolean
  readonly at: number
  readonly text: string | null
  /** How its author left; null while they are there. */
  readonly gone: 'recused' | 'replaced' | null
  readonly replyTo: number | null
  readonly earlier: readonly { readonly until: number; readonly text: string }[]
}

/** The talk, without what seats said that are recused by now. */
export function discussionView(review: Review, facts: Facts): DiscussionView {
  const { discussion } = review
  const { agenda, focus, timer, slot, recess, marks, spent, focusRuns, where } = discussion
  const gone = new Set(
    review.seats.filter((seat) => isRecused(review, seat.person)).map(({ number }) => number),
  )
  const stands = Object.entries(discussion.stands).map(([row, by]) => [
    row,
    Object.fromEntries(Object.entries(by).filter(([seat]) => !gone.has(Number(seat)))),
  ])
  return {
    agenda,
    focus,
    timer,
    slot,
    recess: recess && { at: recess.at },
    hands: discussion.hands.filter(({ seat }) => !gone.has(seat)),
    stands: Object.fromEntries(stands),
    marks,
    spent,
    focusRuns,
    threads: threadCounts(review),
    where: where && { how: where.how, words: facts.text(where.words) },
  }
}

function threadCounts(review: Review): DiscussionView['threads'] {
  const counts = new Map<string, { messages: number; edits: number; hidden: number }>()
  for (const { row, by, earlier } of review.discussion.messages) {
    const { messages, edits, hidden } = counts.get(row) ?? { messages: 0, edits: 0, hidden: 0 }
    const gone = isRecused(review, by) ? 1 : 0
    counts.set(row, { messages: messages + 1, edits: edits + earlier.length, hidden: hidden + gone })
  }
  return Object.fromEntries(
    [...counts].map(([row, { messages, edits, hidden }]) => [
      row,
      { messages, edition: `${messages}.${edits}.${hidden}` },
    ]),
  )
}

/** The messages on a row, as one person reads them. */
export function threadView(
  state: Competition,
  review: Review,
  row: string,
  person: string,
  text: Facts['text'],
): readonly MessageView[] {
  return review.discussion.messages
    .filter((message) => message.row === row)
    .map((message) => {
      const hidden = isRecused(review, message.by)
      const seat = seatOfPerson(review, message.by)
      const gone = !hidden ? null : seat && seat.replacedBy !== null ? 'replaced' : 'recused'
      const authorName = seat ? seatName(seat.number) : labelOf(state, message.by)
      return {
        id: message.id,
        seat: hidden ? null : (seat?.number ?? null),
        label: gone === null ? authorName : gone === 'recused' ? 'Recused' : 'Replaced',
        gone,
        yours: message.by === person,
        at: message.at,
        text: hidden ? null : text(message.text),
        replyTo: message.replyTo,
        earlier: hidden ? [] : message.earlier.map(({ until, text: was }) => ({ until, text: text(was) })),
      }
    })
}
