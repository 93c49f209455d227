import type { Command } from '../../shared/competition/command.ts'
import { decide } from '../../shared/competition/decide.ts'
import { parseEvent, type JournalEvent, type NewEvent } from '../../shared/competition/event.ts'
import { evolve } from '../../shared/competition/evolve.ts'
import { lockedRecord, recordHash } from '../../shared/competition/locked-record.ts'
import { rulesOf2010 } from '../../shared/competition/rules.ts'
import type { Refusal } from '../../shared/competition/refusal.ts'
import type { Person, Rules } from '../../shared/competition/setup.ts'
import {
  beforeOpening,
  findReview,
  sittingSeats,
  type Competition,
  type Review,
  type Seat,
} from '../../shared/competition/state.ts'
import { view } from '../../shared/competition/person-view.ts'
import type { Facts, ReviewView, View } from '../../shared/competition/view.ts'
import { panelSummaries } from '../../shared/competition/panel-summaries.ts'
import type { PanelSummary } from '../../shared/form/summary.ts'
import { formHash, rowsScored, type FormRecord } from '../../shared/form/form-record.ts'
import { canonicalJson } from '../../shared/record/canonical.ts'
import { eventHash } from '../../shared/record/chain.ts'
import type { KeptText, TextRef } from '../../shared/record/kept-text.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { fullForm } from './full-form.ts'
import { smallRubric } from './small-rubric.ts'

/** A command without the review it is about. */
export type Say = Command extends infer C ? (C extends Command ? Omit<C, 'review'> : never) : never

/** A competition of two applications, played by decide and evolve alone: no server, no clock, no documents. */
export interface Play {
  readonly rubric: Rubric
  readonly state: () => Competition
  readonly review: (id?: string) => Review
  readonly events: () => readonly JournalEvent[]
  readonly person: (id: string) => Person
  /** What the server has of a person's form, or of their column once it is revealed. */
  readonly form: (person: string, review?: string) => FormRecord
  readonly type: (person: string, form: FormRecord, review?: string) => void
  /** What the panel writes as its summary of a criterion. */
  readonly summarize: (criterion: string, text: string, review?: string) => void
  readonly summaries: (review?: string) => Readonly<Record<string, PanelSummary>>
  /** Null when done. */
  readonly send: (person: string, say: Say, review?: string) => Refusal | null
  /** The same where a refusal would be the test's own fault. */
  readonly must: (person: string, say: Say, review?: string) => void
  /** What the command would come to, and nothing more. */
  readonly ask: (person: string, say: Say, review?: string) => Refusal | null
  /** Nothing happens for so many milliseconds; every event takes a second. */
  readonly wait: (ms: number) => void
  /** What the server witnessed. */
  readonly happen: (event: NewEvent) => void
  readonly facts: Facts
  readonly view: (person: string) => View
  /** The person's view of one review, or undefined where they are shown none. */
  readonly sees: (person: string, review?: string) => ReviewView | undefined
}

export const alpha = 'alpha.1.1'
/** A review of the other panel. */
export const beta = 'beta.1.1'

/**
 * Reviewers r1, r2 … with their monitor read alpha; `other` with other-monitor read beta; staff see to both. `more` names further applications of the first panel. The rules are those of 2010 with what is
 * given in their place; null is a set-up from before there were any. */
export function startPlay({
  rubric = smallRubric,
  seats = 5,
  rules = {},
  more = [],
}: { rubric?: Rubric; seats?: number; rules?: Rules | null; more?: readonly string[] } = {}): Play {
  const reviewers = Array.from({ length: seats }, (_, at) => `r${at + 1}`)
  const people: readonly Person[] = [
    ...reviewers.map((id, at): Person => ({ id, role: 'reviewer', label: `Reviewer ${at + 1}` })),
    { id: 'other', role: 'reviewer', label: 'Reviewer of the other panel' },
    { id: 'monitor', role: 'monitor', label: 'Panel monitor' },
    { id: 'other-monitor', role: 'monitor', label: 'The other panel’s monitor' },
    { id: 'staff', role: 'staff', label: 'Program staff' },
    { id: 'spare', role: 'reviewer', label: 'Reviewer on no panel' },
    { id: 'official', role: 'official', label: 'Selecting official' },
  ]
  const events: JournalEvent[] = []
  const texts = new Map<string, string>()
  const forms = new Map<string, FormRecord>()
  const written = new Map<string, string>()
  let state = beforeOpening
  let salts = 0
  let waited = 0

  const record = (happened: NewEvent, by: string): void => {
    const version = state.version + 1
    const head = {
      schema: 1,
      version,
      at: version * 1000 + waited,
      by,
      command: null,
      salt: '0'.repeat(32),
      previous: state.head,
    } as const
    const read = parseEvent(JSON.parse(canonicalJson({ ...happened, ...head })))
    if ('fault' in read) throw new Error(`${happened.kind} cannot be stored: ${read.fault}`)
    events.push(read.event)
    state = frozen(evolve(state, read.event, eventHash(read.event)))
  }

  const person = (id: string): Person => {
    const found = people.find((candidate) => candidate.id === id)
    if (!found) throw new Error(`Nobody is called ${id}.`)
    return found
  }
  const summariesOf = (id: string): Readonly<Record<string, PanelSummary>> => {
    const review = findReview(state, id)
    const texts = [...written].flatMap(([key, text]) => {
      const [of, criterion = ''] = key.split(' ')
      return of === id && text !== '' ? [[criterion, text]] : []
    })
    return review ? panelSummaries(review, rubric, Object.fromEntries(texts)) : {}
  }
  const form = (who: string, review = alpha) => forms.get(`${review} ${who}`) ?? fullForm(rubric)
  const decided = (who: string, say: Say, review: string) =>
    decide(
      state,
      { ...say, review },
      {
        person: person(who),
        rubric,
        record: form(who, review),
        summaries: summariesOf(review),
        salt: () => `${(salts += 1)}`.padStart(32, '0'),
      },
    )
  const send = (who: string, say: Say, review = alpha): Refusal | null => {
    const outcome = decided(who, say, review)
    if ('refused' in outcome) return outcome
    for (const [ref, kept] of Object.entries<KeptText>(outcome.texts)) texts.set(ref, kept.text)
    for (const event of outcome.events) record(event, who)
    return null
  }
  const facts: Facts = {
    text: (ref: TextRef) => {
      const text = texts.get(ref.text)
      if (text === undefined) throw new Error('An event speaks of a text that nobody kept.')
      return text
    },
    rowsDone: (review, seat) => rowsScored(form(`r${seat}`, review)),
    online: () => false,
    savingRisk: () => null,
  }
  const show = (who: string) => view(state, rubric, person(who), facts)

  record(
    {
      kind: 'competition.opened',
      data: {
        setup: {
          id: 'trial',
          title: 'A trial',
          rehearsal: true,
          rubric: { id: rubric.id, version: rubric.version, sha256: 'a'.repeat(64) },
          people: [...people],
          panels: [
            { id: 'one', title: 'Panel one', monitor: 'monitor', reviewers },
            { id: 'two', title: 'Panel two', monitor: 'other-monitor', reviewers: ['other'] },
          ],
          applications: [
            { id: 'alpha', applicant: 'State of Alpha', panel: 'one' },
            { id: 'beta', applicant: 'State of Beta', panel: 'two' },
            ...more.map((id) => ({ id, applicant: `State of ${id}`, panel: 'one' })),
          ],
          ...(rules && { rules: { ...rulesOf2010, ...rules } }),
        },
      },
    },
    'server',
  )

  return {
    rubric,
    state: () => state,
    review: (id = alpha) => {
      const found = findReview(state, id)
      if (!found) throw new Error(`There is no review ${id}.`)
      return found
    },
    events: () => events,
    person,
    form,
    type: (who, typed, review = alpha) => {
      forms.set(`${review} ${who}`, typed)
    },
    summarize: (criterion, text, review = alpha) => void written.set(`${review} ${criterion}`, text),
    summaries: (review = alpha) => summariesOf(review),
    send,
    must: (who, say, review) => {
      const refusal = send(who, say, review)
      if (refusal) throw new Error(`${who} may not ${say.kind}: ${refusal.sentence}`)
    },
    ask: (who, say, review = alpha) => {
      const outcome = decided(who, say, review)
      return 'refused' in outcome ? outcome : null
    },
    wait: (ms) => void (waited += ms),
    happen: (event) => record(event, 'server'),
    facts,
    view: show,
    sees: (who, review = alpha) => show(who).reviews.find(({ id }) => id === review),
  }
}

/** The reviewers who have a seat on alpha. */
export function seatedOn(play: Play): readonly string[] {
  return play.review().seats.map((seat) => seat.person)
}

export const certify: Say = { kind: 'conflict.answer', answer: 'certified', reason: '' }
export const recuse: Say = { kind: 'conflict.answer', answer: 'recused', reason: 'My sister works there.' }
export const askStaff: Say = { kind: 'conflict.answer', answer: 'unsure', reason: 'I taught there once.' }
export const clear = (person: string): Say => ({
  kind: 'conflict.decide',
  person,
  outcome: 'cleared',
  reason: 'Long ago.',
})
export const excuse = (seat: number): Say => ({ kind: 'seat.excuse', seat, reason: 'Fell ill.' })
export const reveal: Say = { kind: 'review.reveal' }
export const openVote: Say = { kind: 'vote.open' }
export const closeVote: Say = { kind: 'vote.close' }
export const ballot = (answer: 'yes' | 'no', reasons = ''): Say => ({ kind: 'ballot.cast', answer, reasons })
export const close: Say = { kind: 'review.close', commentsRead: true }
export const lock: Say = { kind: 'review.lock' }
export const goOn: Say = { kind: 'panel.goOn', reason: 'Those who are left know the field.' }
export const keepText: Say = { kind: 'text.keep', field: 'strengths:(B)(1)', text: 'Typed too late.' }
/** Ready, with the hash of what is on the screen, which is what the server has. */
export const attest = (play: Play, person: string): Say => ({
  kind: 'form.attest',
  hash: formHash(play.form(person)),
})
/** Sign, likewise. */
export const sign = (play: Play, person: string): Say => ({
  kind: 'column.sign',
  hash: formHash(play.form(person)),
})

export const askAboutRow: Say = {
  kind: 'question.ask',
  row: '(B)(1)(i)',
  text: 'Does a draft count?',
}
/** A file that the server is taken to hold. */
export const someDocument = {
  id: 'd'.repeat(12),
  title: 'Narrative',
  kind: 'narrative',
  type: 'pdf',
  file: 'd'.repeat(64),
  text: 'e'.repeat(64),
} as const

/** What a page shows somebody who agrees with a summary: its text and the scores that it explains. */
export const agree = (play: Play, criterion: string): Say => ({
  kind: 'summary.agree',
  criterion,
  hash: play.summaries()[criterion]?.hash ?? '0'.repeat(64),
})
export const focusOn = (row: string | null): Say => ({ kind: 'focus.set', row })
export const replace = (seat: number, person = 'spare'): Say => ({
  kind: 'seat.replace',
  seat,
  person,
  reason: 'Fell ill.',
})
export const answerAbsolute = (answer: 'yes' | 'no', reasons = ''): Say => ({
  kind: 'absolute.answer',
  priority: 'P1',
  answer,
  reasons,
})
export const decideAbsolute: Say = {
  kind: 'absolute.decide',
  priority: 'P1',
  outcome: 'met',
  reasons: 'As most of them say.',
}
export const reopenVote: Say = { kind: 'vote.reopen', reason: 'Two misread the question.' }

/** The newest message of alpha, or one that nobody wrote. */
export function newestMessage(play: Play): number {
  return play.review().discussion.messages.at(-1)?.id ?? 1
}

/** One command of each kind that is given while a panel talks, as legal as it can be. */
export function talkOfEach(play: Play): readonly Say[] {
  const row = '(B)(1)(i)'
  return [
    { kind: 'agenda.order', by: 'spread' },
    { kind: 'agenda.arrange', items: [{ row, minutes: 5 }] },
    { kind: 'panel.arrange', by: 'listed', reviews: [] },
    focusOn(row),
    { kind: 'timer.set', to: 'held' },
    { kind: 'row.mark', row, as: 'discussed' },
    { kind: 'recess.set', on: true },
    { kind: 'where.set', how: 'phone', words: '1-800-555-0100' },
    { kind: 'staff.call', reason: 'We need a ruling.' },
    { kind: 'call.end' },
    { kind: 'hand.set', up: true },
    { kind: 'hand.lower', seat: 1 },
    { kind: 'stand.set', row, as: 'holds' },
    { kind: 'thread.write', row, text: 'Page 27 has it.', replyTo: null },
    { kind: 'thread.edit', message: newestMessage(play), text: 'Page 28 has it.' },
    agree(play, '(B)(1)'),
    { kind: 'summary.withdraw', criterion: '(B)(1)' },
  ]
}

/** One command of each kind that concerns a seat, a thin panel, or what is decided after the scores. */
export function seatsOfEach(): readonly Say[] {
  return [
    { kind: 'form.open', seat: 1 },
    { kind: 'form.return', seat: 1, reason: 'Say what page.' },
    { kind: 'seat.nudge', seat: 1 },
    { kind: 'seat.extend', seat: 1, until: 4_000_000_000_000, reason: 'Their server was down.' },
    replace(1),
    goOn,
    reopenVote,
    answerAbsolute('yes'),
    decideAbsolute,
    { kind: 'tier.open' },
  ]
}

/** One command of each kind, as legal as it can be. */
export function oneOfEach(play: Play, person: string): readonly Say[] {
  return [
    certify,
    recuse,
    askStaff,
    clear('r1'),
    excuse(1),
    attest(play, person),
    { kind: 'form.takeBack' },
    reveal,
    openVote,
    ballot('yes', 'A reason.'),
    closeVote,
    sign(play, person),
    { kind: 'column.takeBack' },
    close,
    lock,
    keepText,
    { kind: 'text.settle', kept: 1 },
    { kind: 'document.add', document: someDocument },
    { kind: 'documents.arrange', documents: [], removed: [] },
    { kind: 'places.confirm', places: {} },
    askAboutRow,
    { kind: 'question.answer', question: 1, asked: 'What counts?', answer: 'What is in place today.' },
    ...talkOfEach(play),
    ...seatsOfEach(),
  ]
}

/** What the server does after `lock`: fixes the record. */
export function finishLock(play: Play): void {
  const hash = recordHash(lockedRecord(play.state(), play.review(), play.rubric))
  play.happen({ kind: 'review.locked', data: { review: alpha, recordHash: hash, documents: [] } })
}

export const playSteps = [
  'conflicts',
  'score',
  'ready',
  'revealed',
  'voting',
  'voted',
  'signed',
  'closed',
  'locked',
] as const
export type PlayStep = (typeof playSteps)[number]

/**
 * Plays alpha on from where it is to a step, by the legal way. Who is recused or excused is left out, and who is named as
 * unanswered says nothing about conflicts; where the determinations agree there is no vote to pass through.
 */
export function playTo(play: Play, step: PlayStep, unanswered: readonly string[] = []): Play {
  for (const each of playSteps.slice(0, playSteps.indexOf(step) + 1)) playOne(play, each, unanswered)
  return play
}

function playOne(play: Play, step: PlayStep, unanswered: readonly string[]): void {
  const eachSitting = (say: (person: string) => Say, due: (seat: Seat) => boolean) => {
    for (const seat of sittingSeats(play.review())) if (due(seat)) play.must(seat.person, say(seat.person))
  }
  switch (step) {
    case 'conflicts':
      return
    case 'score':
      for (const [person, { status }] of Object.entries(play.review().conflicts)) {
        if (status === 'open' && !unanswered.includes(person)) play.must(person, certify)
      }
      return
    case 'ready':
      return eachSitting(
        (person) => attest(play, person),
        ({ attested }) => !attested,
      )
    case 'revealed':
      if (play.review().revealed) return
      letGoOn(play)
      return play.must('monitor', reveal)
    case 'voting':
      if (play.sees('monitor')?.vote?.status === 'differ') play.must('monitor', openVote)
      return
    case 'voted':
      if (play.review().vote.status === 'open') play.must('monitor', closeVote)
      return
    case 'signed':
      return eachSitting(
        (person) => sign(play, person),
        ({ signed }) => !signed,
      )
    case 'closed':
      if (play.review().closed) return
      letGoOn(play)
      return play.must('monitor', close)
    case 'locked':
      play.must('staff', lock)
      finishLock(play)
  }
}

/** A panel that has become smaller than the rules ask for waits for staff. */
export function letGoOn(play: Play): void {
  if (play.sees('staff')?.thin) play.must('staff', goOn)
}

/** Freezes a value and all in it, so that whoever changes a state instead of making a new one is found out. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(frozen)
  }
  return value
}
