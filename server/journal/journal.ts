import type { EventKind, JournalEvent, NewEvent } from '../../shared/competition/event.ts'
import { refuse, type Refusal } from '../../shared/competition/refusal.ts'
import { beforeOpening, type Competition } from '../../shared/competition/state.ts'
import { eventHash, type JournalEntry } from '../../shared/record/chain.ts'
import type { KeptTexts, TextRef } from '../../shared/record/kept-text.ts'
import { appendKnown } from '../log/append-known.ts'
import { followStream } from '../log/followed.ts'
import type { Given, Log } from '../log/log.ts'
import type { Ports } from '../ports.ts'
import type { Decided } from './decided.ts'
import { encodeEntry } from './journal-entry.ts'
import { readBack, readEntry } from './read-back.ts'
import type { Signer } from './signing.ts'

/** What somebody decides on a state: events with the texts they speak of, or a refusal. Called again after a conflict. */
export type Deciding = (
  state: Competition,
) => { readonly events: readonly NewEvent[]; readonly texts: KeptTexts } | Refusal

/** Who decides, and by which command; a command that the journal already holds is not decided again. */
export interface Author {
  readonly person: string
  readonly command: string | null
}

/** The journal of one competition: the only place where decisions become durable, and the state that follows from them. */
export interface Journal extends Decided {
  /** The text behind a reference; empty where it has been withheld. */
  readonly text: (ref: TextRef) => string
  /** Every entry, from the first, with its hash. */
  readonly entries: () => readonly (JournalEntry & { readonly hash: string })[]
  /** Decides, and returns when the events are durable and the state has them; null when done. */
  readonly write: (author: Author, deciding: Deciding) => Promise<Refusal | null>
  /** The same, written only while other streams end where they were seen to end; `moved` where one does not, and nothing is written. */
  readonly writeGiven: (
    author: Author,
    given: readonly Given[],
    deciding: Deciding,
  ) => Promise<Refusal | null | 'moved'>
  /** Whether a person's command of that id has been carried out. */
  readonly holds: (person: string, command: string) => boolean
  /** Called after each append, when it is durable and the state has all of it. */
  readonly onAppend: (listener: () => void) => void
  readonly close: () => void
}

interface Opening {
  readonly log: Log
  readonly stream: string
  readonly ports: Ports
  readonly signer: Signer
  /** The journal no longer reads as a whole, `JournalDamaged` first of all: the process must not go on. */
  readonly onDamage: (damage: unknown) => void
  readonly onFailure: (error: unknown) => void
}

const unknownOutcome = refuse(
  'not-saved',
  'The server cannot tell whether that was saved. Look again in a moment before you repeat it.',
)

/** Opens a journal: reads all of it, checks the chain, and follows what is added. Throws `JournalDamaged`. */
export async function openJournal(opening: Opening): Promise<Journal> {
  const { log, stream, ports, signer, onDamage, onFailure } = opening
  let state = beforeOpening
  const entries: (JournalEntry & { hash: string })[] = []
  const texts = new Map<string, string>()
  const done = new Set<string>()
  const listeners: (() => void)[] = []

  const take = (bytes: Uint8Array): void => {
    const { event, texts: beside, hash, after } = readEntry(bytes, state)
    for (const [ref, kept] of Object.entries(beside)) texts.set(ref, kept.text)
    if (event.command !== null) done.add(doneKey(event.by, event.command))
    entries.push({ event, texts: beside, hash })
    state = after
  }

  /** The state stands whatever a listener makes of it. */
  const tell = (): void => {
    for (const listener of listeners) {
      try {
        listener()
      } catch (error) {
        onFailure(error)
      }
    }
  }

  const followed = followStream({
    log,
    stream,
    take: (found) =>
      found.forEach(({ id, bytes }, at) => {
        take(bytes)
        // One append is one decision: nobody is shown the half of it, and two are never shown as one.
        if (found[at + 1]?.id !== id) tell()
      }),
    onFailure: onDamage,
  })
  await followed.ready

  const writeOnce = async (
    author: Author,
    given: readonly Given[],
    deciding: Deciding,
  ): Promise<Refusal | null | 'again' | 'moved'> => {
    if (author.command !== null && done.has(doneKey(author.person, author.command))) return null
    const decision = deciding(state)
    if ('refused' in decision) return decision
    if (decision.events.length === 0) return null
    const expected = state.version
    const { chained, head } = chain(state, decision.events, { author, ports, signer })
    const bytes = chained.map((event, at) => ({
      bytes: encodeEntry({ event, texts: at === 0 ? decision.texts : {} }),
    }))
    readBack(bytes, state, head)
    const append = { id: ports.id(), given }
    const outcome = await appendKnown(log, stream, expected, bytes, append)
    if (outcome.kind === 'unknown') return unknownOutcome
    if (outcome.kind === 'sealed') throw new Error(`${stream} is sealed, which no journal may be.`)
    if (outcome.kind === 'moved') return 'moved'
    await followed.reached(outcome.kind === 'conflict' ? outcome.at : outcome.version)
    return outcome.kind === 'conflict' ? 'again' : null
  }

  let queue: Promise<unknown> = Promise.resolve()
  const writeGiven: Journal['writeGiven'] = (author, given, deciding) => {
    const written = queue.then(async () => {
      for (;;) {
        const outcome = await writeOnce(author, given, deciding)
        if (outcome !== 'again') return outcome
      }
    })
    // The next writer goes on whatever became of this one; whoever asked is told.
    queue = written.catch(() => undefined)
    return written
  }

  return {
    state: () => state,
    given: () => [{ stream, version: state.version }],
    reached: followed.reached,
    catchUp: followed.catchUp,
    text: ({ text }) => texts.get(text) ?? '',
    entries: () => entries,
    holds: (person, command) => done.has(doneKey(person, command)),
    write: async (author, deciding) => {
      const outcome = await writeGiven(author, [], deciding)
      if (outcome === 'moved') throw new Error('What was given nothing cannot find it moved.')
      return outcome
    },
    writeGiven,
    onAppend: (listener) => {
      listeners.push(listener)
    },
    close: followed.stop,
  }
}

/** Gives events their place, time and hash of the one before, and says the hash of the last; a lock is followed by the signature of its own hash. */
function chain(
  state: Competition,
  events: readonly NewEvent[],
  { author, ports, signer }: { author: Author; ports: Ports; signer: Signer },
): { readonly chained: readonly JournalEvent[]; readonly head: string } {
  const chained: JournalEvent[] = []
  let version = state.version
  let previous = state.head
  // A clock that was set back does not make time run backwards in the journal.
  const at = Math.max(ports.now(), state.at)
  // One for all that is written together: the signature of a head then leaves nothing of its own event open.
  const salt = ports.salt()
  const add = (event: NewEvent, by: string): void => {
    version += 1
    const place = {
      schema: 1,
      version,
      at,
      by,
      command: author.command,
      salt,
      previous,
    } as const
    const whole: JournalEvent = { ...event, ...place }
    previous = eventHash(whole)
    chained.push(whole)
    if (event.kind !== 'review.locked') return
    const head = { version, hash: previous, signature: signer.sign(version, previous), key: signer.keyId }
    add({ kind: 'head.signed', data: head }, 'server')
  }
  for (const event of events) add(event, witnessed.includes(event.kind) ? 'server' : author.person)
  return { chained, head: previous }
}

/** What the server saw rather than what somebody said. */
const witnessed: readonly EventKind[] = ['score.changed', 'vote.voided', 'review.locked', 'head.signed']

function doneKey(person: string, command: string): string {
  return `${person} ${command}`
}
