import { commandSchema } from '../../shared/competition/command.ts'
import { decide } from '../../shared/competition/decide.ts'
import type { NewEvent } from '../../shared/competition/event.ts'
import type { Competition, Review } from '../../shared/competition/state.ts'
import { panelSummaries } from '../../shared/competition/panel-summaries.ts'
import type { PanelSummary } from '../../shared/form/summary.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { commandOf, type DecidedEvent } from './command-of.ts'
import { asClause, firstDifference } from './first-difference.ts'
import { inWords } from './text-refs.ts'
import { recordFault, signedFault } from './verify-record.ts'
import { withheldWords, type Words } from './verify-texts.ts'

/** A person's event with what it is judged by. */
interface Judged {
  readonly event: DecidedEvent
  readonly state: Competition
  readonly review: Review
  readonly rubric: Rubric
  readonly words: Words
  /** Reviews that the export withholds. */
  readonly unread: ReadonlySet<string>
}

/**
 * Decides again what a person's event says was decided: the same rules, on the state as the entries before it give it. Answers
 * the events that must follow it at once, or a fault as the end of a sentence.
 */
export function judgeDecision(
  given: Judged,
): { readonly owed: readonly NewEvent[] } | { readonly fault: string } {
  const judged = { ...given, words: asDecided(given) }
  const { event, state, review, rubric, words, unread } = judged
  const person = state.people.find(({ id }) => id === event.by)
  if (!person) return { fault: `it is by ${event.by}, whom the competition does not know.` }
  const fault = seatFault(judged) ?? formFault(judged)
  if (fault) return { fault }
  if (event.command === null) return { fault: 'it names no command, and a person decides by one.' }
  const { command, record } = commandOf(event, review, rubric, words)
  const read = commandSchema.safeParse(command)
  if (!read.success)
    return { fault: `no command leads to it (${read.error.issues[0]?.message ?? 'malformed'}).` }
  const summaries = summariesOf(judged)
  const decision = decide(state, read.data, {
    person,
    rubric,
    record,
    summaries,
    salt: () => '',
    unread,
  })
  if ('refused' in decision)
    return { fault: `${event.by} could not do this there. The rule: “${decision.sentence}”` }
  const [first, ...owed] = decision.events
  const decidedWords = (ref: string) => decision.texts[ref]?.text ?? words(ref)
  const { kind, data } = event
  const difference = firstDifference(inWords(first, decidedWords), inWords({ kind, data }, words))
  return difference ? { fault: `its ${asClause(difference)}.` } : { owed }
}

/** Words that are withheld pass for any: also for a link, where one had to be given. */
function asDecided({ event, words }: Judged): Words {
  if (event.kind !== 'where.set' || event.data.how !== 'link') return words
  return (ref) => (words(ref) === withheldWords ? 'https://withheld' : words(ref))
}

/** The summaries that an event speaks of, with the scores that the entries before it give. */
function summariesOf({ event, review, rubric, words }: Judged): Readonly<Record<string, PanelSummary>> {
  const told =
    event.kind === 'summary.agreed'
      ? { [event.data.criterion]: event.data }
      : event.kind === 'review.closed'
        ? (event.data.summaries ?? {})
        : {}
  const texts = Object.fromEntries(
    Object.entries(told).map(([criterion, { text: ref }]) => [criterion, words(ref.text)]),
  )
  return Object.fromEntries(
    Object.entries(panelSummaries(review, rubric, texts)).map(([criterion, summary]) => [
      criterion,
      summary.text === withheldWords ? { ...summary, hash: hashSaid(event, review, criterion) } : summary,
    ]),
  )
}

/** What a summary whose words are withheld was agreed to as: the hash that stands in the journal, which nobody agreed to where none does. */
function hashSaid(event: DecidedEvent, review: Review, criterion: string): string {
  if (event.kind === 'summary.agreed') return event.data.hash
  const [first] = event.kind === 'review.closed' ? (event.data.summaries?.[criterion]?.agreed ?? []) : []
  return (first !== undefined && review.discussion.agreements[criterion]?.[first]?.hash) || ''
}

/** A reviewer acts for their own seat; staff and the monitor for others, where the event is theirs to give. */
function seatFault({ event, review }: Judged): string | null {
  if (!('seat' in event.data) || forOthers.has(event.kind)) return null
  const { seat: number } = event.data
  // The monitor has none; who gives such a command is asked by the decision.
  if (number === null) return null
  const seat = review.seats.find((candidate) => candidate.number === number)
  if (!seat) return `${review.id} has no seat ${number}.`
  return seat.person === event.by
    ? null
    : `it is by ${event.by}, and seat ${number} is that of ${seat.person}.`
}

/** Events that name a seat and are not by whoever sits there. */
const forOthers: ReadonlySet<DecidedEvent['kind']> = new Set([
  'seat.excused',
  'seat.nudged',
  'seat.extended',
  'seat.replaced',
  'form.opened',
  'form.returned',
  'hand.lowered',
])

function formFault({ event, review, rubric }: Judged): string | null {
  if (event.kind === 'form.attested') {
    return recordFault(event.data.record, rubric)
  }
  if (event.kind !== 'column.signed') return null
  const seat = review.seats.find(({ number }) => number === event.data.seat)
  return seat ? signedFault(event.data.record, seat, rubric) : null
}
