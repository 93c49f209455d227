import type { JournalEvent, NewEvent } from '../../shared/competition/event.ts'
import { evolve } from '../../shared/competition/evolve.ts'
import { isOfSetUp } from '../../shared/competition/evolve-set-up.ts'
import { rubricOf } from '../../shared/competition/rubrics.ts'
import { beforeOpening, findReview, type Competition } from '../../shared/competition/state.ts'
import { ranksOf } from './export.ts'
import { nameOf } from './entry-name.ts'
import { isReadable, type ReadExport, type WithheldEntry } from './export-format.ts'
import { asClause, firstDifference } from './first-difference.ts'
import { headingFault, openingFault } from './verify-opening.ts'
import { judgeDecision } from './verify-decision.ts'
import { setUpFault } from './verify-set-up.ts'
import type { Words } from './verify-texts.ts'
import { witnessedFault } from './verify-witnessed.ts'

/** How far the replay has come. */
interface Standing {
  readonly state: Competition
  /** The last entry that could be read. */
  readonly before: JournalEvent | null
  /** What must stand next, written together with `before`; a signature is held against its head later, with the chain. */
  readonly owed: readonly (NewEvent | { readonly kind: 'head.signed'; readonly data: null })[]
}

/**
 * Plays the readable entries again, each judged on the state that the entries before it give. Answers the last state, or the
 * first entry that could not have come about.
 */
export function replay(
  exported: ReadExport,
  words: Words,
): { readonly state: Competition } | { readonly fault: string } {
  const locked = new Set(
    exported.entries
      .filter(isReadable)
      .flatMap(({ event }) => (event.kind === 'review.locked' ? [event.data.review] : [])),
  )
  const commands = new Set<string>()
  let standing: Standing = { state: beforeOpening, before: null, owed: [] }
  for (const entry of exported.entries) {
    if (!isReadable(entry)) {
      const fault = withheldFault(entry, standing, locked)
      if (fault) return { fault: `Entry ${entry.version} (withheld): ${fault}` }
      continue
    }
    const { event } = entry
    const judged = timeFault(event, standing) ?? judge(event, standing, { exported, words, locked, commands })
    if (typeof judged === 'string') return { fault: `${nameOf(event)}: ${judged}` }
    standing = { state: evolve(standing.state, event, entry.hash), before: event, owed: judged }
  }
  const { state, owed, before } = standing
  if (owed[0]) return { fault: `The export ends where a ${owed[0].kind} had to follow.` }
  if (exported.signature === undefined && before?.kind !== 'head.signed')
    return { fault: 'The last entry is not a signed head, and the export is not signed as a whole.' }
  const heading = headingFault(state, exported)
  if (heading) return { fault: heading }
  const expected = state.reviews.filter(({ id }) => locked.has(id)).map(({ id }) => id)
  const difference = firstDifference(
    expected,
    exported.results.map(({ review }) => review),
  )
  if (difference)
    return {
      fault:
        'The results are not those of the locked reviews, each once and in the order of the applications.',
    }
  const ranks = firstDifference(ranksOf(state, exported.rubric).ranks ?? null, exported.ranks ?? null)
  // Exports from before there were ranks have none, and were not signed as a whole.
  if (ranks && (exported.ranks || exported.signature !== undefined))
    return { fault: `In the ranks, ${asClause(ranks)}.` }
  return { state }
}

interface Given {
  readonly exported: ReadExport
  readonly words: Words
  readonly locked: ReadonlySet<string>
  /** Author and id of every command so far. */
  readonly commands: Set<string>
}

/** Answers what must stand next, or what is wrong as the end of a sentence. */
function judge(
  event: JournalEvent,
  { state, before, owed }: Standing,
  given: Given,
): Standing['owed'] | string {
  if (before === null || event.kind === 'competition.opened') {
    return openingFault(event, before, given.exported) ?? []
  }
  const [next, ...later] = owed
  if (next) return followFault(event, before, next) ?? later
  if (event.kind === 'head.signed' || event.kind === 'vote.voided') return 'nothing before it leads to it.'
  if (isOfSetUp(event)) {
    const repeated = repeatedFault(event, given.commands)
    return repeated ?? setUpFault({ ...given, event, state, rubric: given.exported.rubric }) ?? []
  }
  const review = findReview(state, event.data.review)
  if (!review) return 'the competition has no such review.'
  if (!given.locked.has(review.id)) return 'it speaks of a review that is not locked, and had to be withheld.'
  if (event.kind === 'score.changed' || event.kind === 'review.locked') {
    const fault = witnessedFault(event, state, review, given.exported)
    return fault ?? (event.kind === 'review.locked' ? [{ kind: 'head.signed', data: null }] : [])
  }
  const repeated = repeatedFault(event, given.commands)
  if (repeated) return repeated
  const rubric = rubricOf(state, review, given.exported.rubric)
  const decision = judgeDecision({
    event,
    state,
    review,
    rubric,
    words: given.words,
    unread: new Set(state.reviews.flatMap(({ id }) => (given.locked.has(id) ? [] : [id]))),
  })
  return 'fault' in decision ? decision.fault : decision.owed
}

function repeatedFault(event: JournalEvent, commands: Set<string>): string | null {
  const command = `${event.by} ${event.command}`
  if (commands.has(command)) return 'its command is in the journal already, and each counts once.'
  commands.add(command)
  return null
}

function timeFault(event: JournalEvent, { before }: Standing): string | null {
  if (!before || event.at >= before.at) return null
  return `its time lies ${before.at - event.at} ms before that of entry ${before.version}.`
}

/** What one decision leads to is written at once: by the server, at the same time, for the same command. */
function followFault(
  event: JournalEvent,
  before: JournalEvent,
  next: Standing['owed'][number],
): string | null {
  if (event.kind !== next.kind)
    return `a ${next.kind} had to stand here, right after entry ${before.version}.`
  const { at, command, salt } = before
  const expected = { at, command, salt, by: 'server', data: next.data ?? event.data }
  const difference = firstDifference(expected, {
    at: event.at,
    command: event.command,
    salt: event.salt,
    by: event.by,
    data: event.data,
  })
  return difference
    ? `it was written together with entry ${before.version}, and its ${asClause(difference)}.`
    : null
}

function withheldFault(
  { version }: WithheldEntry,
  { state, before, owed }: Standing,
  locked: ReadonlySet<string>,
): string | null {
  if (!before) return 'a journal begins with the opening of its competition.'
  if (owed[0]) return `a ${owed[0].kind} had to stand here, right after entry ${version - 1}.`
  return state.reviews.every(({ id }) => locked.has(id))
    ? 'every review is locked, so that nothing may be withheld.'
    : null
}
