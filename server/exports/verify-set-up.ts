import { setUpCommandSchema, type SetUpCommand } from '../../shared/competition/command-set-up.ts'
import { decideSetUp } from '../../shared/competition/decide-set-up.ts'
import { drawAt } from '../../shared/competition/draws.ts'
import type { NewEvent } from '../../shared/competition/event.ts'
import type { SetUpEvent } from '../../shared/competition/evolve-set-up.ts'
import { involvedKinds, type InvolvedKind } from '../../shared/competition/involved.ts'
import type { Competition } from '../../shared/competition/state.ts'
import type { TextRef } from '../../shared/record/kept-text.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { asClause, firstDifference } from './first-difference.ts'
import { inWords } from './text-refs.ts'
import type { Words } from './verify-texts.ts'

/** An event of the set-up with what it is judged by. */
interface Judged {
  readonly event: SetUpEvent
  readonly state: Competition
  readonly rubric: Rubric
  readonly words: Words
  /** Reviews that are locked in the end: what is said of the others is withheld. */
  readonly locked: ReadonlySet<string>
}

/**
 * Decides an event of the set-up again, on the state before it; answers what is wrong with it as the end of a sentence, or null. What
 * hangs on entries that are withheld is taken as said: whether anybody had scored a sample, and which forms of reviews that are not locked
 * were ready.
 */
export function setUpFault({ event, state, rubric, words, locked }: Judged): string | null {
  const person = state.people.find(({ id }) => id === event.by)
  if (!person) return `it is by ${event.by}, whom the competition does not know.`
  if (event.command === null) return 'it names no command, and a person decides by one.'
  const read = setUpCommandSchema.safeParse(setUpCommand(event, state, words))
  if (!read.success) return `no command leads to it (${read.error.issues[0]?.message ?? 'malformed'}).`
  const unread = new Set(state.reviews.flatMap(({ id }) => (locked.has(id) ? [] : [id])))
  const text = (ref: TextRef): string => words(ref.text)
  const decision = decideSetUp(state, read.data, { person, rubric, salt: () => '', text, unread })
  if ('refused' in decision) return `${event.by} could not do this there. The rule: “${decision.sentence}”`
  const decidedWords = (ref: string) => decision.texts[ref]?.text ?? words(ref)
  const known = (decided: NewEvent): NewEvent =>
    isFromBeforeDraws(event, state)
      ? withoutOrigin(decided)
      : readable(isFromBeforeAgain(event) ? withoutAgain(decided) : decided, unread)
  const { kind, data } = known(event)
  const [decided] = decision.events
  const difference = firstDifference(
    inWords(decided && known(decided), decidedWords),
    inWords({ kind, data }, words),
  )
  return difference ? `its ${asClause(difference)}.` : null
}

/** An event without what it says of reviews that cannot be read. */
function readable<E extends NewEvent>(event: E, unread: ReadonlySet<string>): E {
  if (event.kind !== 'rubric.set') return event
  const touched = event.data.touched.filter(({ review }) => !unread.has(review))
  return { ...event, data: { ...event.data, touched } }
}

/** Whether a draft was saved before draws were kept: what its page said of a seed was taken then, and nothing tells whether it is so. */
function isFromBeforeDraws(event: SetUpEvent, { setUp }: Competition): boolean {
  return event.kind === 'assignment.drafted' && event.data.drawn === undefined && setUp.draws.length === 0
}

function withoutOrigin(event: NewEvent): NewEvent {
  if (event.kind !== 'assignment.drafted') return event
  const { drawn: _drawn, ...data } = event.data
  return { ...event, data: { ...data, seed: null } }
}

/** Whether applications were saved before it was on record who is asked about them again. */
function isFromBeforeAgain(event: SetUpEvent): boolean {
  return event.kind === 'applications.set' && event.data.again === undefined
}

function withoutAgain(event: NewEvent): NewEvent {
  if (event.kind !== 'applications.set') return event
  const { again: _again, ...data } = event.data
  return { ...event, data }
}

/** The command that an event of the set-up must have come from. */
function setUpCommand(event: SetUpEvent, state: Competition, words: Words): SetUpCommand {
  const said = (ref: TextRef | null): string => (ref ? words(ref.text) : '')
  switch (event.kind) {
    case 'competition.named':
      return { kind: 'competition.name', ...event.data }
    case 'preset.taken':
      return { kind: 'preset.take', ...event.data }
    case 'rubric.set':
      return { kind: 'rubric.set', rubric: event.data.rubric, why: said(event.data.why) }
    case 'rules.set':
      return { kind: 'rules.set', ...event.data }
    case 'dates.set':
      return { kind: 'dates.set', ...event.data }
    case 'people.set':
      return { kind: 'people.set', ...event.data }
    case 'people.removed':
      return { kind: 'people.remove', ...event.data }
    case 'applications.set': {
      // Who is asked again follows from what stood there before.
      const applications = event.data.applications.map((application) => ({
        ...application,
        involved: Object.fromEntries(
          involvedKinds.map((kind) => [kind, said(application.involved[kind])]),
        ) as Record<InvolvedKind, string>,
      }))
      return { kind: 'applications.set', applications }
    }
    case 'applications.removed':
      return { kind: 'applications.remove', ...event.data }
    case 'checklist.set':
      return { kind: 'checklist.set', ...event.data }
    case 'intake.judged':
      return { kind: 'intake.judge', ...event.data, basis: said(event.data.basis) }
    case 'conflict.declared': {
      const answers = event.data.answers.map((given) => ({ ...given, reason: said(given.reason) }))
      return { kind: 'conflict.declare', answers }
    }
    case 'conflict.recorded': {
      const answers = event.data.answers.map((given) => ({ ...given, reason: said(given.reason) }))
      return { kind: 'conflict.record', answers }
    }
    case 'declaration.decided':
      return { kind: 'declaration.decide', ...event.data, reason: said(event.data.reason) }
    case 'assignment.drawn':
      return { kind: 'assignment.draw', ...event.data }
    case 'assignment.drafted': {
      const { panels, places, seed, drawn = null } = event.data
      // Also of panels that were changed since, a page says what drew them.
      return { kind: 'assignment.draft', panels, places, seed: drawAt(state, drawn)?.seed ?? seed }
    }
    case 'assignment.opened':
      return { kind: 'assignment.open', ...event.data }
    case 'notice.attached':
      return { kind: 'notice.attach', ...event.data }
    case 'notice.confirmed':
      return { kind: 'notice.confirm', words: event.data.words }
    case 'calibration.started':
      return { kind: 'calibration.start', application: event.data.application }
    case 'calibration.added':
      return { kind: 'calibration.add', ...event.data }
    case 'calibration.shown':
      return { kind: 'calibration.show' }
    case 'competition.paused':
      return { kind: 'competition.pause', reason: said(event.data.reason) }
    case 'competition.resumed':
      return { kind: 'competition.resume' }
  }
}
