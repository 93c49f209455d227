import { mayRead, seatOfPerson } from '../../shared/competition/access.ts'
import { refuse, type Refusal } from '../../shared/competition/refusal.ts'
import { seatName } from '../../shared/competition/seat-name.ts'
import type { Person } from '../../shared/competition/setup.ts'
import { findReview, type Competition } from '../../shared/competition/state.ts'
import { rubricOf } from '../../shared/competition/rubrics.ts'
import { closeSentences } from '../../shared/protocol/close-codes.ts'
import { limits } from '../../shared/protocol/limits.ts'
import {
  lookFault,
  lookSchema,
  type Look,
  type LooksMessage,
  type PersonLooking,
} from '../../shared/protocol/looks.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { createPace } from '../sync/pace.ts'
import type { Hints } from './hints.ts'
import { newestOf, openLooksElsewhere, type Held } from './looks-elsewhere.ts'

/** A line to a page, as far as looks go over it. */
export interface LookLine {
  readonly id: string
  readonly person: Person
  /** Whether what is sent now goes out now; what would wait is sent later, as it stands then. */
  readonly isFree: () => boolean
  readonly send: (message: LooksMessage) => void
}

/**
 * Who is in a room and where they look, from the reveal on. It lives in memory alone, as long as the lines that said it: it is no
 * part of a document, the journal, a view or an export.
 */
export interface Looks {
  /** Takes what a page said of where it looks, or refuses it; nothing of what is refused goes on. */
  readonly take: (line: Pick<LookLine, 'id' | 'person'>, message: unknown) => Refusal | null
  /** A line has ended, and with it what it said. */
  readonly gone: (line: string) => void
  /** Asks again who may be seen by whom, and tells it: the journal has moved, or a line has been opened. */
  readonly recheck: () => void
  readonly close: () => void
}

interface Parts {
  readonly stage: () => { readonly state: Competition; readonly rubric: Rubric }
  readonly lines: () => Iterable<LookLine>
  /** Null where there are no other nodes. */
  readonly hints: Hints | null
}

/** Opens the looks of this node, and hears those of the others. */
export function openLooks({ stage, lines, hints }: Parts): Looks {
  /** By line. */
  const here = new Map<string, Held>()
  const paces = new Map<string, ReturnType<typeof createPace>>()
  /** By line, then by review: what it was last told, so that it is told nothing twice. */
  const told = new Map<string, Map<string, string>>()
  const due = new Map<string, NodeJS.Timeout>()
  // Not the time of day, which may be set back.
  const now = (): number => performance.now()

  const elsewhere = openLooksElsewhere({
    hints,
    here: () => newestOf(here.values()),
    isLegal: (person, look) => whyNot(person, look) === null,
    onChange: (review) => tellSoon(review),
  })

  /** Why a person cannot look there. What they may not know of is answered like what does not exist. */
  function whyNot(personId: string, look: Look): Refusal | null {
    const { state, rubric } = stage()
    const person = state.people.find(({ id }) => id === personId)
    if (!person || !mayRead(state, person, roomOf(state, look.review)))
      return refuse('not-found', closeSentences.notFound)
    const review = findReview(state, look.review)
    const fault = lookFault(review ? rubricOf(state, review, rubric) : rubric, look)
    return fault === null ? null : refuse('malformed', fault)
  }

  function take({ id, person }: Pick<LookLine, 'id' | 'person'>, message: unknown): Refusal | null {
    const pace = paces.get(id) ?? createPace(paceLimits, now)
    paces.set(id, pace)
    if (!pace.take(0)) return tooMany
    const read = lookSchema.nullable().safeParse(message)
    if (!read.success) return unreadable
    const look = read.data
    const refused = look && whyNot(person.id, look)
    if (refused) return refused
    const before = here.get(id)
    if (look && before && JSON.stringify(before.look) === JSON.stringify(look)) return null
    if (look) here.set(id, { person: person.id, look, since: now() })
    else here.delete(id)
    moved(person.id, [before?.look.review, look?.review])
    return null
  }

  function moved(person: string, reviews: readonly (string | undefined)[]): void {
    for (const review of new Set(reviews)) {
      if (review === undefined) continue
      elsewhere.saySoon(person, review)
      tellSoon(review)
    }
  }

  function gone(line: string): void {
    const before = here.get(line)
    for (const known of [here, paces, told]) known.delete(line)
    if (before) moved(before.person, [before.look.review])
  }

  function peopleIn(review: string): readonly PersonLooking[] {
    const { state } = stage()
    const at = findReview(state, review)
    if (!at) return []
    const inReview = [...here.values(), ...elsewhere.looks()].filter(({ look }) => look.review === review)
    const looks = new Map(newestOf(inReview).map(({ person, look }) => [person, look]))
    const people = state.people.flatMap((person): PersonLooking[] => {
      const look = looks.get(person.id)
      if (!look || !mayRead(state, person, roomOf(state, review))) return []
      const { row, caret } = look
      const seat = seatOfPerson(at, person.id)?.number ?? null
      const label = seat === null ? person.label : seatName(seat)
      return [{ person: person.id, role: person.role, label, seat, row, caret }]
    })
    // In the order of the seats, those without one last.
    return people.toSorted((one, other) => (one.seat ?? 100) - (other.seat ?? 100))
  }

  function tellSoon(review: string): void {
    if (!due.has(review)) due.set(review, setTimeout(() => tell(review), limits.lookEveryMs).unref())
  }

  function tell(review: string): void {
    due.delete(review)
    const { state } = stage()
    const people = peopleIn(review)
    for (const line of lines()) {
      const known = told.get(line.id) ?? new Map<string, string>()
      told.set(line.id, known)
      if (!mayRead(state, line.person, roomOf(state, review))) {
        known.delete(review)
        continue
      }
      const others = people.filter(({ person }) => person !== line.person.id)
      const written = JSON.stringify(others)
      if (written === (known.get(review) ?? '[]')) continue
      if (!line.isFree()) {
        tellSoon(review)
        continue
      }
      known.set(review, written)
      line.send({ review, people: others })
    }
  }

  function recheck(): void {
    const known = [...told.values()].flatMap((reviews) => [...reviews.keys()])
    const looked = [...here.values(), ...elsewhere.looks()].map(({ look }) => look.review)
    for (const review of new Set([...known, ...looked])) tellSoon(review)
  }

  return {
    take,
    gone,
    recheck,
    close: () => {
      elsewhere.close()
      for (const timer of due.values()) clearTimeout(timer)
    },
  }
}

function roomOf({ id }: Competition, review: string) {
  return { competition: id, review, kind: 'room' } as const
}

const paceLimits = { framesPerSecond: limits.looksPerSecond, frameBurst: limits.lookBurst }
const unreadable = refuse('malformed', 'The server could not read that. Reload the page and try again.')
const tooMany = refuse('too-many', 'That was too much at once. Wait a moment and try again.')
