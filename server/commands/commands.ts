import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { commandMessageSchema, type Command, type CommandMessage } from '../../shared/competition/command.ts'
import { setUpMessageSchema, type SetUpCommand } from '../../shared/competition/command-set-up.ts'
import { discussionCommands } from '../../shared/competition/command-discussion.ts'
import { panelSummaries } from '../../shared/competition/panel-summaries.ts'
import { seatCommands } from '../../shared/competition/command-seats.ts'
import { decide } from '../../shared/competition/decide.ts'
import { decideSetUp } from '../../shared/competition/decide-set-up.ts'
import { mayCommand } from '../../shared/competition/may-command.ts'
import { refuse } from '../../shared/competition/refusal.ts'
import type { Person } from '../../shared/competition/setup.ts'
import { rubricOf } from '../../shared/competition/rubrics.ts'
import { findReview, type Competition } from '../../shared/competition/state.ts'
import { seatOfPerson } from '../../shared/competition/access.ts'
import type { FormRecord } from '../../shared/form/form-record.ts'
import type { PanelSummary } from '../../shared/form/summary.ts'
import { limits } from '../../shared/protocol/limits.ts'
import type { CommandAnswer } from '../../shared/protocol/messages.ts'
import type { DocumentKey } from '../../shared/protocol/names.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { cannotSave } from '../journal/cannot-save.ts'
import type { Journal } from '../journal/journal.ts'
import { LogFailed } from '../log/log-errors.ts'
import type { Directory } from '../people/directory.ts'
import type { Ports } from '../ports.ts'
import { seatsPeople } from '../set-up/kept-apart.ts'
import type { Documents } from '../sync/documents.ts'
import type { AfterDecisions } from './after-decisions.ts'
import { beyondRules } from './beyond-rules.ts'
import { untilSteady } from './until-steady.ts'
import type { Witness } from './witness.ts'

export interface Commands {
  /** Carries out one message from a person's page. Whatever it is, the answer is done or a refusal with a sentence. */
  readonly handle: (person: Person, message: unknown) => Promise<CommandAnswer>
  /** The same for a message that has been read, without the limit on how many: for the rehearsal's own doings. */
  readonly carryOut: (person: Person, message: CommandMessage) => Promise<CommandAnswer>
  /** The same two for the set-up, whose commands are about no review and no document. */
  readonly handleSetUp: (person: Person, message: unknown) => Promise<CommandAnswer>
  readonly carryOutSetUp: (person: Person, message: SetUpMessage) => Promise<CommandAnswer>
}

/** A set-up command with the id that makes a repeated one harmless. */
export interface SetUpMessage {
  readonly id: string
  readonly command: SetUpCommand
}

interface Parts {
  readonly journal: Journal
  readonly documents: Documents
  readonly directory: Pick<Directory, 'of' | 'catchUp'>
  readonly rubric: Rubric
  readonly ports: Ports
  readonly witness: Witness
  readonly after: AfterDecisions
  readonly onFailure: (error: unknown) => void
}

const unreadable = refuse('malformed', 'The server could not read that. Reload the page and try again.')
const wentWrong = refuse(
  'not-saved',
  'Something went wrong on the server. Reload the page and look before you repeat it.',
)
const tooManyKept = refuse(
  'too-many',
  'You have done this very often just now. Wait some minutes and try again.',
)
const anotherVersion = refuse(
  'screen-differs',
  'The rubric has a new version. Look at your form again: it shows what has changed.',
)
const tooMany = refuse('too-many', 'That was too much at once. Wait a moment and try again.')

/** Commands of one competition: each is decided on the current state, with the documents it concerns held still. */
export function openCommands(parts: Parts): Commands {
  const { journal, documents, directory, rubric, ports, witness, after, onFailure } = parts
  const pace = new RateLimiterMemory({ points: limits.commandsPerSecond, duration: 1 })
  const keeping = new RateLimiterMemory({
    points: limits.keepingCommands,
    duration: limits.keepingCommandsMs / 1000,
  })
  const talking = new RateLimiterMemory({
    points: limits.talkingCommands,
    duration: limits.keepingCommandsMs / 1000,
  })
  const running = new Map<string, Promise<CommandAnswer>>()

  const carryOut = async (person: Person, { id, command }: CommandMessage): Promise<CommandAnswer> => {
    // Nobody is refused because this node is behind.
    await journal.catchUp()
    // What has been carried out stays so, also where the person could not give it any more.
    if (journal.holds(person.id, id)) return { done: true }
    const notTheirs = mayCommand(journal.state(), command, person)
    if (notTheirs) return notTheirs
    if (seatsPeople(command)) await directory.catchUp()
    const held = concerned(journal.state(), person, command)
    const decideOnce = async (): Promise<CommandAnswer | 'moved'> => {
      // Looked at first: what is read of these documents below stands only while nobody writes to them on another node.
      const given = await documents.given(held)
      const unwitnessed = await witness.settle(command.review)
      if (unwitnessed) return unwitnessed
      const read = rubricIn(journal.state(), command.review)
      const record = await recordFor(documents, journal.state(), person, command)
      const texts = await summariesFor(documents, journal.state(), command)
      const refusal = await journal.writeGiven({ person: person.id, command: id }, given, (state) => {
        // What was read was read by a version that is no longer asked.
        if (record && rubricIn(state, command.review) !== read) return anotherVersion
        const decision = decide(state, command, {
          person,
          rubric,
          record,
          // By the state that is decided on, which may be another than when the texts were read.
          summaries: summariesIn(state, command.review, rubric, texts),
          salt: ports.salt,
        })
        return beyondRules(decision, { state, command, person, directory })
      })
      if (refusal) return refusal
      await after.finish(command.review)
      return { done: true }
    }
    return documents.hold(held, () => untilSteady(decideOnce))
  }

  const carryOutSetUp = async (person: Person, { id, command }: SetUpMessage): Promise<CommandAnswer> => {
    await journal.catchUp()
    if (seatsPeople(command)) await directory.catchUp()
    const refusal = await journal.write({ person: person.id, command: id }, (state) => {
      const context = { person, rubric, salt: ports.salt, text: journal.text }
      return beyondRules(decideSetUp(state, command, context), { state, command, person, directory })
    })
    return refusal ?? { done: true }
  }

  return {
    carryOut,
    carryOutSetUp,
    handleSetUp: async (person, message) => {
      const parsed = setUpMessageSchema.safeParse(message)
      if (!parsed.success) return unreadable
      return answered(person, parsed.data, () => carryOutSetUp(person, parsed.data))
    },
    handle: async (person, message) => {
      const parsed = commandMessageSchema.safeParse(message)
      if (!parsed.success) return unreadable
      // A page that lost the line sends the same id again: it gets the answer of the one that is under way.
      const key = `${person.id} ${parsed.data.id}`
      const underWay = running.get(key)
      if (underWay) return underWay
      const answer = answered(person, parsed.data, () => carryOut(person, parsed.data)).finally(() =>
        running.delete(key),
      )
      running.set(key, answer)
      return answer
    },
  }

  /** Every command is answered, whatever goes wrong. */
  async function answered(
    person: Person,
    { command: { kind } }: CommandMessage | SetUpMessage,
    carriedOut: () => Promise<CommandAnswer>,
  ): Promise<CommandAnswer> {
    if (!(await within(pace, person.id))) return tooMany
    if (talk.has(kind) && !(await within(talking, person.id))) return tooManyKept
    if (keepsTexts.has(kind) && !(await within(keeping, person.id))) return tooManyKept
    try {
      return await carriedOut()
    } catch (error) {
      if (error instanceof LogFailed) return cannotSave
      onFailure(error)
      return wentWrong
    }
  }
}

/** The hash of the rubric that a review is scored by. */
function rubricIn(state: Competition, review: string): string | undefined {
  return findReview(state, review)?.rubric
}

/** Commands of which there are many while a panel talks, or can be about its seats. */
const talk: ReadonlySet<string> = new Set(
  [...discussionCommands, ...seatCommands].map(({ shape }) => shape.kind.value),
)

/** Commands whose texts stay in the journal for good. */
const keepsTexts: ReadonlySet<string> = new Set<Command['kind'] | SetUpCommand['kind']>([
  'conflict.declare',
  'form.attest',
  'column.sign',
  'ballot.cast',
  'question.ask',
  'summary.agree',
  'absolute.answer',
])

async function within(pace: RateLimiterMemory, person: string): Promise<boolean> {
  try {
    await pace.consume(person)
    return true
  } catch (error) {
    if (error instanceof RateLimiterRes) return false
    throw error
  }
}

/** The documents whose content a command depends on or seals: it is decided only while they stay as they are. */
function concerned(state: Competition, person: Person, command: Command): readonly DocumentKey[] {
  const review = findReview(state, command.review)
  if (!review) return []
  const at = { competition: state.id, review: review.id }
  const room: DocumentKey = { ...at, kind: 'room' }
  const own = seatOfPerson(review, person.id)
  switch (command.kind) {
    case 'form.attest':
      return own ? [{ ...at, kind: 'form', seat: own.number }] : []
    case 'review.reveal':
      return [...review.seats.map(({ number }): DocumentKey => ({ ...at, kind: 'form', seat: number })), room]
    case 'conflict.decide':
    case 'column.sign':
    case 'review.close':
    case 'review.lock':
    case 'seat.replace':
    case 'summary.agree':
      return [room]
    default:
      return []
  }
}

/** The server's own copy of what the person attests or signs. */
async function recordFor(
  documents: Documents,
  state: Competition,
  person: Person,
  command: Command,
): Promise<FormRecord | null> {
  const review = findReview(state, command.review)
  const seat = review && seatOfPerson(review, person.id)
  if (!review || !seat) return null
  const at = { competition: state.id, review: review.id }
  if (command.kind === 'form.attest') return documents.record({ ...at, kind: 'form', seat: seat.number })
  if (command.kind === 'column.sign' && review.revealed)
    return documents.record({ ...at, kind: 'room' }, seat.number)
  return null
}

/** What is written in the panel's summaries, where something is decided about them. */
async function summariesFor(
  documents: Documents,
  state: Competition,
  { kind, review: id }: Command,
): Promise<Readonly<Record<string, string>>> {
  const review = findReview(state, id)
  if (!review?.revealed || (kind !== 'summary.agree' && kind !== 'review.close')) return {}
  return documents.summaries({ competition: state.id, review: id, kind: 'room' })
}

function summariesIn(
  state: Competition,
  id: string,
  rubric: Rubric,
  texts: Readonly<Record<string, string>>,
): Readonly<Record<string, PanelSummary>> {
  const review = findReview(state, id)
  return review ? panelSummaries(review, rubricOf(state, review, rubric), texts) : {}
}
