import type { SetUpCommand } from '../../shared/competition/command-set-up.ts'
import { setUpCommandSchema } from '../../shared/competition/command-set-up.ts'
import type { Decision } from '../../shared/competition/decide.ts'
import { decide } from '../../shared/competition/decide.ts'
import { decideSetUp } from '../../shared/competition/decide-set-up.ts'
import { parseEvent, type NewEvent } from '../../shared/competition/event.ts'
import { evolve } from '../../shared/competition/evolve.ts'
import { lockedRecord, recordHash } from '../../shared/competition/locked-record.ts'
import { view } from '../../shared/competition/person-view.ts'
import type { Refusal } from '../../shared/competition/refusal.ts'
import { newestRubric, rubricOf } from '../../shared/competition/rubrics.ts'
import { rulesOf2010 } from '../../shared/competition/rules.ts'
import { setUpPage, type SetUpPage } from '../../shared/competition/set-up-page.ts'
import type { Person, Rules } from '../../shared/competition/setup.ts'
import { beforeOpening, findReview, type Competition, type Review } from '../../shared/competition/state.ts'
import type { Facts, View } from '../../shared/competition/view.ts'
import { formHash, type FormRecord } from '../../shared/form/form-record.ts'
import { documentName } from '../../shared/protocol/names.ts'
import { canonicalJson } from '../../shared/record/canonical.ts'
import { eventHash, type JournalEntry } from '../../shared/record/chain.ts'
import { canonicalHash } from '../../shared/record/hash.ts'
import type { KeptText, TextRef } from '../../shared/record/kept-text.ts'
import { rubricSchema } from '../../shared/rubric/rubric-schema.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import type { Signer } from '../../server/journal/signing.ts'
import { fullForm } from './full-form.ts'
import type { Say } from './pure-play.ts'
import { smallRubric } from './small-rubric.ts'

/** A competition that begins with nothing, set up and then played by decide and evolve alone: no server, no clock, no documents. */
export interface SetUpPlay {
  /** What the competition was opened on. */
  readonly opening: Rubric
  /** The newest version of its rubric. */
  readonly rubric: () => Rubric
  readonly state: () => Competition
  readonly review: (id: string) => Review
  /** As the server stores them, with the texts that they speak of. */
  readonly entries: () => readonly JournalEntry[]
  /** Null when done. */
  readonly send: (person: string, command: SetUpCommand) => Refusal | null
  /** The same where a refusal would be the test's own fault. */
  readonly must: (person: string, command: SetUpCommand) => void
  /** What the command would come to, and nothing more. */
  readonly ask: (person: string, command: SetUpCommand) => Refusal | null
  /** What a person does on a review; null when done. */
  readonly say: (person: string, review: string, say: Say) => Refusal | null
  readonly mustSay: (person: string, review: string, say: Say) => void
  /** What the server has of a person's form, or of their column once it is revealed; a full one unless another was given. */
  readonly form: (person: string, review: string) => FormRecord
  readonly type: (person: string, review: string, form: FormRecord) => void
  /** Ready, or signed, with the hash of what is on the screen. */
  readonly attest: (person: string, review: string) => Refusal | null
  readonly sign: (person: string, review: string) => Refusal | null
  /** Staff lock, and the server finishes it. */
  readonly lock: (person: string, review: string) => void
  readonly text: (ref: TextRef) => string
  readonly view: (person: string) => View
  readonly page: (person?: string) => SetUpPage
}

export interface SetUpWishes {
  readonly rubric?: Rubric
  readonly rules?: Rules
  /** Signs what is locked, as in an export. */
  readonly signer?: Signer
}

/** Nobody but `staff-1` is there, and nothing. The rules are those of 2010 with what is given in their place. */
export function startSetUp({
  rubric: opening = smallRubric,
  rules = {},
  signer,
}: SetUpWishes = {}): SetUpPlay {
  const entries: JournalEntry[] = []
  const texts = new Map<string, string>()
  const forms = new Map<string, FormRecord>()
  let state = beforeOpening
  let salts = 0
  let decisions = 0

  const write = (by: string, { events, texts: kept }: Decision): void => {
    decisions += 1
    for (const [ref, { text }] of Object.entries<KeptText>(kept)) texts.set(ref, text)
    const command = by === 'server' ? null : `command-${decisions}`
    const together = {
      schema: 1,
      at: Date.UTC(2026, 10, 22) + decisions * 1000,
      command,
      salt: decisions.toString(16).padStart(32, '0'),
    } as const
    const add = (event: NewEvent, author: string, beside: Decision['texts']): void => {
      const place = { ...together, version: state.version + 1, by: author, previous: state.head }
      const read = parseEvent(JSON.parse(canonicalJson({ ...event, ...place })))
      if ('fault' in read) throw new Error(`${event.kind} cannot be stored: ${read.fault}`)
      const hash = eventHash(read.event)
      entries.push({ event: read.event, texts: beside })
      state = frozen(evolve(state, read.event, hash))
      if (event.kind !== 'review.locked' || !signer) return
      const { version } = read.event
      const data = { version, hash, signature: signer.sign(version, hash), key: signer.keyId }
      add({ kind: 'head.signed', data }, 'server', {})
    }
    for (const [at, event] of events.entries())
      add(event, event.kind === 'vote.voided' ? 'server' : by, at === 0 ? kept : {})
  }

  const salt = () => (salts += 1).toString(16).padStart(32, '0')
  const person = (id: string): Person => {
    const found = state.people.find((candidate) => candidate.id === id)
    if (!found) throw new Error(`There is no ${id}.`)
    return found
  }
  const review = (id: string): Review => {
    const found = findReview(state, id)
    if (!found) throw new Error(`There is no review ${id}.`)
    return found
  }
  const decided = (who: string, command: SetUpCommand): Decision | Refusal =>
    // As it comes over the line: what its schema does not take is no command.
    decideSetUp(state, setUpCommandSchema.parse(command), {
      person: person(who),
      rubric: opening,
      salt,
      text,
    })
  const outcome = (who: string, decision: Decision | Refusal): Refusal | null => {
    if ('refused' in decision) return decision
    write(who, decision)
    return null
  }
  const done = (what: string, refusal: Refusal | null): void => {
    if (refusal) throw new Error(`${what}: ${refusal.sentence}`)
  }
  const formOf = (who: string, id: string): FormRecord =>
    forms.get(`${id} ${who}`) ?? fullForm(rubricOf(state, review(id), opening))
  const say = (who: string, id: string, what: Say): Refusal | null =>
    outcome(
      who,
      decide(
        state,
        { ...what, review: id },
        { person: person(who), rubric: opening, record: formOf(who, id), summaries: {}, salt },
      ),
    )
  const mustSay = (who: string, id: string, what: Say): void =>
    done(`${who} may not ${what.kind}`, say(who, id, what))
  const text = (ref: TextRef): string => {
    const found = texts.get(ref.text)
    if (found === undefined) throw new Error('An event speaks of a text that nobody kept.')
    return found
  }
  const facts: Facts = { text, rowsDone: () => 0, online: () => false, savingRisk: () => null }

  const { id, version } = opening
  const setup = {
    id: 'competition-1',
    title: 'New competition',
    rehearsal: false,
    rubric: { id, version, sha256: canonicalHash(opening) },
    // The line and the tie break of 2010 are those of its own rubric.
    rules: { ...rulesOf2010, scoreLine: 40, tieBreak: [], ...rules },
    people: [{ id: 'staff-1', role: 'staff' as const, label: 'Program staff' }],
    panels: [],
    applications: [],
  }
  const rubric = rubricSchema.parse(opening)
  write('server', { events: [{ kind: 'competition.opened', data: { setup, rubric } }], texts: {} })

  return {
    opening,
    rubric: () => newestRubric(state, opening),
    state: () => state,
    review,
    entries: () => [...entries],
    send: (who, command) => outcome(who, decided(who, command)),
    must: (who, command) => done(`${who} may not ${command.kind}`, outcome(who, decided(who, command))),
    ask: (who, command) => {
      const decision = decided(who, command)
      return 'refused' in decision ? decision : null
    },
    say,
    mustSay,
    form: formOf,
    type: (who, of, form) => void forms.set(`${of} ${who}`, form),
    attest: (who, of) => say(who, of, { kind: 'form.attest', hash: formHash(formOf(who, of)) }),
    sign: (who, of) => say(who, of, { kind: 'column.sign', hash: formHash(formOf(who, of)) }),
    lock: (who, of) => {
      mustSay(who, of, { kind: 'review.lock' })
      const record = recordHash(lockedRecord(state, review(of), rubricOf(state, review(of), opening)))
      const name = documentName({ competition: state.id, review: of, kind: 'room' })
      const documents = [{ name, version: 7, sha256: canonicalHash(name) }]
      const data = { review: of, recordHash: record, documents }
      write('server', { events: [{ kind: 'review.locked', data }], texts: {} })
    },
    text,
    view: (who) => view(state, opening, person(who), facts),
    page: (who = 'staff-1') => setUpPage(state, opening, text, person(who)),
  }
}

/** Freezes a value and all in it, so that whoever changes a state instead of making a new one is found out. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(frozen)
  }
  return value
}
