import { setUpCommandSchema, type SetUpCommand } from '../../shared/competition/command-set-up.ts'
import { decideSetUp } from '../../shared/competition/decide-set-up.ts'
import type { SetUpEvent } from '../../shared/competition/evolve-set-up.ts'
import { involvedKinds, type InvolvedKind } from '../../shared/competition/set-up.ts'
import type { Competition } from '../../shared/competition/state.ts'
import type { TextRef } from '../../shared/record/kept-text.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { asClause, firstDifference } from './first-difference.ts'
import { inWords } from './text-refs.ts'
import type { Words } from './verify-texts.ts'

/** Decides an event of the set-up again, on the state before it; answers what is wrong with it as the end of a sentence, or null. */
export function setUpFault(
  event: SetUpEvent,
  state: Competition,
  rubric: Rubric,
  words: Words,
): string | null {
  const person = state.people.find(({ id }) => id === event.by)
  if (!person) return `it is by ${event.by}, whom the competition does not know.`
  if (event.command === null) return 'it names no command, and a person decides by one.'
  const read = setUpCommandSchema.safeParse(setUpCommand(event, words))
  if (!read.success) return `no command leads to it (${read.error.issues[0]?.message ?? 'malformed'}).`
  const decision = decideSetUp(state, read.data, { person, rubric, salt: () => '' })
  if ('refused' in decision) return `${event.by} could not do this there. The rule: “${decision.sentence}”`
  const decidedWords = (ref: string) => decision.texts[ref]?.text ?? words(ref)
  const { kind, data } = event
  const difference = firstDifference(
    inWords(decision.events[0], decidedWords),
    inWords({ kind, data }, words),
  )
  return difference ? `its ${asClause(difference)}.` : null
}

/** The command that an event of the set-up must have come from. */
function setUpCommand(event: SetUpEvent, words: Words): SetUpCommand {
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
    case 'assignment.drafted':
      return { kind: 'assignment.draft', ...event.data }
    case 'assignment.opened':
      return { kind: 'assignment.open', ...event.data }
    case 'notice.attached':
      return { kind: 'notice.attach', ...event.data }
    case 'notice.confirmed':
      return { kind: 'notice.confirm', words: event.data.words }
    case 'calibration.started':
      return { kind: 'calibration.start', application: event.data.application }
    case 'calibration.shown':
      return { kind: 'calibration.show' }
    case 'competition.paused':
      return { kind: 'competition.pause', reason: said(event.data.reason) }
    case 'competition.resumed':
      return { kind: 'competition.resume' }
  }
}
