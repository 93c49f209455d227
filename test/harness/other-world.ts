import fc from 'fast-check'
import { noDiscussion, type Discussion } from '../../shared/competition/discussion.ts'
import type { Person } from '../../shared/competition/setup.ts'
import {
  isRecused,
  type Absolute,
  type Ballot,
  type Competition,
  type Conflict,
  type KeptRecord,
  type Review,
  type Seat,
} from '../../shared/competition/state.ts'
import type { Facts } from '../../shared/competition/view.ts'
import { mapTexts } from '../../shared/form/form-record.ts'
import { sha256Hex } from '../../shared/record/hash.ts'
import type { TextRef } from '../../shared/record/kept-text.ts'
import { anyFullForm } from './full-form.ts'
import { alpha } from './pure-play.ts'
import { smallRubric } from './small-rubric.ts'

/** What stands, in the other world, where a person may not look. */
export interface Elsewhere {
  readonly records: readonly KeptRecord[]
  readonly answers: readonly ('yes' | 'no')[]
  readonly reference: TextRef
  readonly at: number
  readonly turn: number
  readonly talk: Discussion
}

const anyReference = fc.nat(1e6).map((number): TextRef => ({ text: sha256Hex(`elsewhere ${number}`) }))

/** Another panel's talk: nothing yet, or a bit of everything. */
const anyTalk: fc.Arbitrary<Discussion> = fc
  .tuple(anyReference, fc.boolean(), fc.integer({ min: 1_000_000, max: 2_000_000 }))
  .map(([text, quiet, at]) => (quiet ? noDiscussion : busyTalk(text, at)))

function busyTalk(text: TextRef, at: number): Discussion {
  const row = '(E)(1)'
  const clock = { ofMs: 60_000, leftMs: 30_000, runsSince: at }
  return {
    agenda: { by: 'hand', items: [{ row, minutes: 7 }], at },
    focus: { row, at },
    timer: clock,
    slot: clock,
    recess: null,
    paused: null,
    hands: [{ seat: 2, at }],
    stands: { [row]: { 1: 'holds', 2: 'changed' } },
    marks: { [row]: { as: 'parked', at } },
    spent: { [row]: 1_000 },
    focusRuns: at,
    messages: [{ id: 1, by: 'r2', row, at, text, replyTo: null, earlier: [] }],
    where: { how: 'phone', words: text },
    call: { at, by: 'monitor', reason: text },
    agreements: { '(E)(1)': { 1: { at, hash: text.text, text }, 2: { at, hash: text.text, text } } },
  }
}

export const anyElsewhere: fc.Arbitrary<Elsewhere> = fc.record({
  records: fc.array(
    fc
      .tuple(anyFullForm(smallRubric), anyReference)
      .map(([form, reference]) => mapTexts(form, () => reference)),
    { minLength: 4, maxLength: 4, size: 'max' },
  ),
  answers: fc.array(fc.constantFrom('yes', 'no'), { minLength: 4, maxLength: 4, size: 'max' }),
  reference: anyReference,
  at: fc.integer({ min: 1_000_000, max: 2_000_000 }),
  turn: fc.nat(3),
  talk: anyTalk,
})

/**
 * The same competition as far as a person may know alpha, and another where they may not. A reviewer before the reveal may not
 * know of the others what their forms say, nor who of them is ready, excused, unsure; monitor and staff know who, and not what;
 * staff learn what only from the lock on; ballots are their caster's until the vote closes; reasons to staff are staff's, and
 * so is how much came too late. A panel's talk is the panel's.
 */
export function elsewhere(state: Competition, person: Person, other: Elsewhere): Competition {
  const reviews = state.reviews.map((review) =>
    review.id === alpha ? reviewElsewhere(review, person, other) : review,
  )
  return {
    ...state,
    version: state.version + other.turn + 1,
    head: other.reference.text,
    at: other.at,
    reviews,
    questions: questionsElsewhere(state, person, other),
  }
}

/** Who asked what is staff's to know; that staff have answered is everybody's. */
function questionsElsewhere(state: Competition, person: Person, other: Elsewhere): Competition['questions'] {
  if (person.role === 'staff') return state.questions
  const own = state.reviews.flatMap(({ id, seats }) =>
    seats.filter((seat) => seat.person === person.id).map(({ number }) => `${id} ${number}`),
  )
  return state.questions.flatMap((question) => {
    if (own.includes(`${question.review} ${question.seat}`)) return [question]
    const hidden = { ...question, seat: other.turn + 20, at: other.at, text: other.reference }
    return question.answer ? [hidden] : other.turn % 2 === 0 ? [] : [hidden, hidden]
  })
}

/**
 * The same competition as far as somebody may know it who came to alpha after the reveal and has not given their form: as many others are
 * ready. What those gave, say, vote, sign and have come to is another.
 */
export function elsewhereForLate(state: Competition, person: Person, other: Elsewhere): Competition {
  const { at, turn, reference: reason } = other
  const even = turn % 2 === 0
  const votes = [
    { status: 'none' },
    { status: 'open', at, order: [2] },
    { status: 'closed', at, by: 'monitor' },
  ] as const
  const reviews = state.reviews.map((review): Review => {
    if (review.id !== alpha) return review
    const seats = review.seats.map((seat): Seat => {
      const record = recordOf(seat, other)
      if (seat.person === person.id || !record) return seat
      return {
        ...formElsewhere(seat, other),
        signed: even ? { at, record } : null,
        ballot: even ? null : ballotElsewhere(seat, other),
        ...askedElsewhere(seat, person, other, true),
      }
    })
    return {
      ...review,
      seats,
      conflicts: reasonsElsewhere(review, person, other),
      discussion: other.talk,
      vote: votes[turn % votes.length] ?? review.vote,
      revealed: { at, by: even ? 'monitor' : 'staff', hash: reason.text },
      reopened: even ? { at, reason } : null,
      wentOn: even ? { at, seats: turn } : null,
      closed: even ? { at, by: 'monitor', assessment: reason, summaries: summariesElsewhere(other) } : null,
      absolute: even
        ? { P1: { answers: {}, decided: { at, by: 'official', outcome: 'met', reasons: reason } } }
        : {},
      outcomeOpened: even ? { staff: at } : {},
    }
  })
  return {
    ...state,
    version: state.version + turn + 1,
    head: reason.text,
    at,
    reviews,
    questions: questionsElsewhere(state, person, other),
  }
}

function reviewElsewhere(review: Review, person: Person, other: Elsewhere): Review {
  const staff = person.role === 'staff'
  const formsHidden = staff ? review.lock.status !== 'locked' : !review.revealed
  const ballotsHidden = staff ? review.lock.status !== 'locked' : review.vote.status === 'open'
  const told = review.seats.map((seat): Seat => {
    if (seat.person === person.id) return seat
    const hidden = formsHidden ? formElsewhere(seat, other) : seat
    const ballot = ballotsHidden && seat.ballot ? ballotElsewhere(seat, other) : seat.ballot
    const late = seat.notCounted.map((each) => ({ ...each, at: other.at, text: other.reference }))
    const notCounted = staff ? late : []
    return { ...hidden, ...askedElsewhere(seat, person, other, formsHidden), ballot, notCounted }
  })
  const changed: Review = {
    ...review,
    seats: told,
    conflicts: staff ? review.conflicts : reasonsElsewhere(review, person, other),
    discussion: talkElsewhere(review, person, other),
    absolute: absoluteElsewhere(review, person, other),
    wentOn: person.role === 'reviewer' ? { at: other.at, seats: other.turn } : review.wentOn,
    reopened: formsHidden ? { at: other.at, reason: other.reference } : review.reopened,
    closed: review.closed && { ...review.closed, summaries: summariesElsewhere(other) },
    outcomeOpened: staff ? review.outcomeOpened : { staff: other.at },
  }
  if (person.role !== 'reviewer') return changed
  const voted = review.vote.status === 'open' ? othersVoted(changed, person, other.turn) : changed
  return review.revealed ? voted : standingElsewhere(voted, person, other.turn)
}

/** What the monitor and staff ask of a seat is theirs and the seat's to know; the form that was returned is its author's until the reveal. */
function askedElsewhere(
  seat: Seat,
  person: Person,
  { at, turn, reference: reason, records }: Elsewhere,
  formsHidden: boolean,
): Partial<Seat> {
  const record = records[seat.number % records.length]
  const askedAnew = turn % 2 === 0 ? { from: reason.text, versions: [{ at, why: reason }] } : null
  if (person.role !== 'reviewer')
    return {
      askedAnew,
      returned: seat.returned && record && formsHidden ? { ...seat.returned, record } : seat.returned,
    }
  const some = turn % 2 === 0 ? at : null
  return {
    nudgedAt: some,
    until: some,
    openedAt: some,
    returned: some !== null && record ? { at, by: 'staff-1', reason, record } : null,
    askedAnew,
  }
}

/** Before the reveal a panel does not talk; staff are not in the talk, but for who calls them, which the monitor sees too. */
function talkElsewhere(
  { discussion, revealed, lock }: Review,
  { role }: Person,
  { talk }: Elsewhere,
): Discussion {
  if (role === 'staff') return lock.status === 'locked' ? discussion : { ...talk, call: discussion.call }
  if (!revealed) return role === 'monitor' ? { ...talk, call: discussion.call } : talk
  return role === 'monitor' ? discussion : { ...discussion, call: talk.call }
}

/** What others say of an absolute priority is the official's, and staff's once it is locked; that it is decided, whoever still answers is told. */
function absoluteElsewhere({ absolute, lock }: Review, person: Person, other: Elsewhere): Review['absolute'] {
  if (person.role === 'official' || (person.role === 'staff' && lock.status === 'locked')) return absolute
  const own = Number(person.id.slice(1))
  const told = Object.entries(absolute).map(([priority, { answers, decided }]): [string, Absolute] => [
    priority,
    {
      answers: Object.fromEntries(
        Object.entries(answers).map(([seat, said], at) => [
          seat,
          Number(seat) === own
            ? said
            : { at: other.at, answer: other.answers[at % 4] ?? 'yes', reasons: other.reference },
        ]),
      ),
      decided: decided && { ...decided, at: other.at, outcome: 'notMet', reasons: other.reference },
    },
  ])
  return Object.fromEntries(told)
}

function summariesElsewhere({
  reference: text,
  turn,
}: Elsewhere): NonNullable<Review['closed']>['summaries'] {
  return turn % 2 === 0 ? {} : { '(B)(1)': { text, agreed: [1, 2] } }
}

function recordOf(seat: Seat, other: Elsewhere): KeptRecord | undefined {
  return other.records[(seat.number - 1) % other.records.length]
}

function formElsewhere(seat: Seat, other: Elsewhere): Seat {
  const record = recordOf(seat, other)
  if (!record) return seat
  return {
    ...seat,
    attested: seat.attested && { at: other.at, record },
    scores: record.scores,
    signed: seat.signed && { at: other.at, record },
  }
}

function ballotElsewhere(seat: Seat, other: Elsewhere): Ballot {
  const answer = other.answers[(seat.number - 1) % other.answers.length] ?? 'yes'
  return { at: other.at, answer, reasons: other.turn % 2 === 0 ? other.reference : null }
}

function reasonsElsewhere(review: Review, person: Person, other: Elsewhere): Review['conflicts'] {
  const told = (conflict: Conflict): Conflict =>
    conflict.status === 'unsure' || conflict.status === 'recused'
      ? { ...conflict, at: other.at, reason: other.reference }
      : conflict
  return Object.fromEntries(
    Object.entries(review.conflicts).map(([who, conflict]) => [
      who,
      who === person.id ? conflict : told(conflict),
    ]),
  )
}

/** The other seats that are not recused, each in the place of another of them. */
function turned(review: Review, person: Person, turn: number): readonly (readonly [Seat, Seat])[] {
  const others = review.seats.filter((seat) => seat.person !== person.id && !isRecused(review, seat.person))
  return others.flatMap((seat, at) => {
    const source = others[(at + turn) % others.length]
    return source ? [[seat, source] as const] : []
  })
}

/** Who of the others is ready, excused, certified or not is another of them. */
function standingElsewhere(review: Review, person: Person, turn: number): Review {
  const pairs = turned(review, person, turn)
  const conflicts = Object.fromEntries(
    pairs.flatMap(([seat, source]) => {
      const conflict = review.conflicts[source.person]
      return conflict ? [[seat.person, conflict] as const] : []
    }),
  )
  const seats = review.seats.map((seat): Seat => {
    const source = pairs.find(([own]) => own.number === seat.number)?.[1]
    return source ? { ...source, number: seat.number, person: seat.person } : seat
  })
  return { ...review, seats, conflicts: { ...review.conflicts, ...conflicts } }
}

/** As many ballots are in, and of the others it is others who have voted. */
function othersVoted(review: Review, person: Person, turn: number): Review {
  const pairs = turned(review, person, turn)
  const seats = review.seats.map((seat): Seat => {
    const source = pairs.find(([own]) => own.number === seat.number)?.[1]
    return source ? { ...seat, ballot: source.ballot } : seat
  })
  const order = seats.filter(({ ballot }) => ballot).map(({ number }) => number)
  return { ...review, seats, vote: review.vote.status === 'open' ? { ...review.vote, order } : review.vote }
}

/** Facts of a world in which texts are told apart by their reference; peers' rows and presence differ by `turn`. */
export function factsOf(person: Person, seats: readonly Seat[], turn: number): Facts {
  const own = seats.find((seat) => seat.person === person.id)
  const peer = person.role === 'reviewer'
  return {
    text: ({ text }) => `the text ${text}`,
    rowsDone: (_, seat) => (peer && seat !== own?.number ? turn : 2),
    online: (who) => (peer && who !== person.id ? turn % 2 === 0 : true),
    savingRisk: () => (peer && turn % 2 !== 0 ? 'Redis writes to disk once a second.' : null),
  }
}
