import type { TextRef } from '../record/kept-text.ts'
import type { JournalEvent } from './event.ts'
import type { discussionEvents } from './event-discussion.ts'

/** How the order of an agenda came about. */
export type AgendaOrder = 'spread' | 'rubric' | 'random' | 'hand'

export interface AgendaItem {
  readonly row: string
  readonly minutes: number
}

/** A clock that counts down. What is left at a moment: `leftMs`, less what has passed since `runsSince` where it runs. */
export interface Clock {
  readonly ofMs: number
  readonly leftMs: number
  readonly runsSince: number | null
}

/** A message to the panel on a row. `id` counts the review's from 1: a version of the journal would say how much happens elsewhere. */
export interface ThreadMessage {
  readonly id: number
  readonly by: string
  readonly row: string
  readonly at: number
  readonly text: TextRef
  readonly replyTo: number | null
  /** What stood there before, the oldest first, each until its moment. */
  readonly earlier: readonly { readonly until: number; readonly text: TextRef }[]
}

/** What a panel's talk has come to, as the journal tells it. */
export interface Discussion {
  readonly agenda: {
    readonly by: AgendaOrder
    readonly items: readonly AgendaItem[]
    readonly at: number
  } | null
  /** What the monitor has brought everybody to. */
  readonly focus: { readonly row: string; readonly at: number } | null
  readonly timer: Clock | null
  /** What is left of the panel's time for the application: it runs from the first row in focus. */
  readonly slot: Clock | null
  /** `resumes`: whether the item's clock ran when it began. */
  readonly recess: { readonly at: number; readonly resumes: boolean } | null
  /** What ran when staff paused everything, and goes on when they resume; null where nothing is paused, or nothing ran. */
  readonly paused: { readonly timer: boolean; readonly slot: boolean; readonly focus: boolean } | null
  /** Seats, in the order in which they asked to speak. */
  readonly hands: readonly { readonly seat: number; readonly at: number }[]
  readonly stands: Readonly<Record<string, Readonly<Record<number, 'holds' | 'changed'>>>>
  readonly marks: Readonly<Record<string, { readonly as: 'discussed' | 'parked'; readonly at: number }>>
  /** Milliseconds for which a row was in focus, recesses left out; the row in focus counts from `focusRuns`. */
  readonly spent: Readonly<Record<string, number>>
  readonly focusRuns: number | null
  readonly messages: readonly ThreadMessage[]
  readonly where: { readonly how: 'room' | 'phone' | 'link'; readonly words: TextRef } | null
  readonly call: { readonly at: number; readonly by: string; readonly reason: TextRef } | null
  /** By criterion and seat: the summary that was agreed to. */
  readonly agreements: Readonly<Record<string, Readonly<Record<number, Agreement>>>>
}

export interface Agreement {
  readonly at: number
  readonly hash: string
  readonly text: TextRef
}

export const noDiscussion: Discussion = {
  agenda: null,
  focus: null,
  timer: null,
  slot: null,
  recess: null,
  paused: null,
  hands: [],
  stands: {},
  marks: {},
  spent: {},
  focusRuns: null,
  messages: [],
  where: null,
  call: null,
  agreements: {},
}

/** Milliseconds left on a clock at a moment: below 0 when it has run out. */
export function leftAt(clock: Clock, at: number): number {
  return clock.leftMs - (clock.runsSince === null ? 0 : at - clock.runsSince)
}

export type DiscussionEvent = Extract<
  JournalEvent,
  { kind: Exclude<keyof typeof discussionEvents, 'panel.arranged'> }
>

/** A discussion after an event of its own. `slotMs` is the time that the rules give to an application. */
export function discussionAfter(before: Discussion, event: DiscussionEvent, slotMs: number): Discussion {
  const { at } = event
  switch (event.kind) {
    case 'agenda.set':
      return { ...before, agenda: { by: event.data.by, items: event.data.items, at } }
    case 'focus.set':
      return focused(before, event.data, at, slotMs)
    case 'timer.set':
      return { ...before, ...timerAfter(before, event.data, at) }
    case 'row.marked': {
      const { row, as } = event.data
      const { [row]: _gone, ...others } = before.marks
      return { ...before, marks: as === 'open' ? others : { ...others, [row]: { as, at } } }
    }
    case 'recess.set':
      return event.data.on ? recess(before, at) : resumed(before, at)
    case 'where.set':
      return { ...before, where: { how: event.data.how, words: event.data.words } }
    case 'staff.called':
      return { ...before, call: { at, by: event.by, reason: event.data.reason } }
    case 'call.ended':
      return { ...before, call: null }
    case 'hand.set': {
      const { seat, up } = event.data
      const others = before.hands.filter((hand) => hand.seat !== seat)
      return { ...before, hands: up ? [...others, { seat, at }] : others }
    }
    case 'hand.lowered':
      return { ...before, hands: before.hands.filter((hand) => hand.seat !== event.data.seat) }
    case 'stand.set': {
      const { row, seat, as } = event.data
      const { [seat]: _gone, ...others } = before.stands[row] ?? {}
      return { ...before, stands: { ...before.stands, [row]: as ? { ...others, [seat]: as } : others } }
    }
    case 'thread.written': {
      const { row, text, replyTo } = event.data
      const message = { id: before.messages.length + 1, by: event.by, row, at, text, replyTo, earlier: [] }
      return { ...before, messages: [...before.messages, message] }
    }
    case 'thread.edited': {
      const { message: id, text } = event.data
      const messages = before.messages.map((message) =>
        message.id === id
          ? { ...message, text, earlier: [...message.earlier, { until: at, text: message.text }] }
          : message,
      )
      return { ...before, messages }
    }
    case 'summary.agreed': {
      const { criterion, seat, hash, text } = event.data
      const agreed = { ...before.agreements[criterion], [seat]: { at, hash, text } }
      return { ...before, agreements: { ...before.agreements, [criterion]: agreed } }
    }
    case 'summary.withdrawn': {
      const { criterion, seat } = event.data
      const { [seat]: _gone, ...others } = before.agreements[criterion] ?? {}
      return { ...before, agreements: { ...before.agreements, [criterion]: others } }
    }
  }
}

/** The talk of a review that is closed: nothing runs any more, and nobody waits to speak. */
export function discussionClosed(before: Discussion, at: number): Discussion {
  const { slot } = before
  return {
    ...unfocused(before, at),
    slot: slot && stopped(slot, at),
    recess: null,
    hands: [],
  }
}

function focused(
  before: Discussion,
  { row, minutes }: { readonly row: string | null; readonly minutes: number | null },
  at: number,
  slotMs: number,
): Discussion {
  const left = unfocused(before, at)
  if (row === null) return left
  // Going on ends a recess: somebody is talking again.
  const going = left.recess ? resumed(left, at) : left
  // A close stopped it; it goes on where the review was opened again.
  const kept = going.slot ?? { ofMs: slotMs, leftMs: slotMs, runsSince: null }
  const slot = { ...kept, runsSince: kept.runsSince ?? at }
  const ofMs = (minutes ?? 0) * 60_000
  const timer = minutes === null ? null : { ofMs, leftMs: ofMs, runsSince: at }
  return { ...going, focus: { row, at }, focusRuns: at, slot, timer }
}

function unfocused(before: Discussion, at: number): Discussion {
  return { ...before, spent: spentBy(before, at), focus: null, focusRuns: null, timer: null }
}

function spentBy({ focus, focusRuns, spent }: Discussion, at: number): Discussion['spent'] {
  if (!focus || focusRuns === null) return spent
  return { ...spent, [focus.row]: (spent[focus.row] ?? 0) + at - focusRuns }
}

function timerAfter(
  { timer, recess }: Discussion,
  { to, more }: { readonly to: 'running' | 'held' | 'off'; readonly more: number },
  at: number,
): Pick<Discussion, 'timer' | 'recess'> {
  // What is said of the clock in a recess is how it goes on after it.
  const after = recess && { ...recess, resumes: to === 'running' }
  if (to === 'off') return { timer: null, recess: after }
  const base = timer ?? { ofMs: 0, leftMs: 0, runsSince: null }
  // Time is added to what is left, and to nothing where it has run out.
  const left = leftAt(base, at)
  const leftMs = more > 0 ? Math.max(0, left) + more * 60_000 : left
  const runsSince = to === 'running' && !recess ? at : null
  return { timer: { ofMs: base.ofMs + more * 60_000, leftMs, runsSince }, recess: after }
}

function recess(before: Discussion, at: number): Discussion {
  const { timer } = before
  return { ...standing(before, at), recess: { at, resumes: timer !== null && timer.runsSince !== null } }
}

/** A talk of which every clock stands, and no row is spoken about. */
export function standing(before: Discussion, at: number): Discussion {
  const { timer, slot } = before
  return {
    ...before,
    timer: timer && stopped(timer, at),
    slot: slot && stopped(slot, at),
    spent: spentBy(before, at),
    focusRuns: null,
  }
}

function resumed(before: Discussion, at: number): Discussion {
  const { timer, slot, recess: was, focus } = before
  return {
    ...before,
    recess: null,
    timer: timer && was?.resumes ? { ...timer, runsSince: at } : timer,
    slot: slot && { ...slot, runsSince: at },
    focusRuns: focus ? at : null,
  }
}

function stopped(clock: Clock, at: number): Clock {
  return { ...clock, leftMs: leftAt(clock, at), runsSince: null }
}
