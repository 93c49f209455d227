import type { Command } from '../../shared/competition/command.ts'
import { panelSummaries } from '../../shared/competition/panel-summaries.ts'
import { decide } from '../../shared/competition/decide.ts'
import type { JournalEvent, NewEvent } from '../../shared/competition/event.ts'
import { evolve } from '../../shared/competition/evolve.ts'
import { lockedRecord, recordHash } from '../../shared/competition/locked-record.ts'
import { rulesOf2010 } from '../../shared/competition/rules.ts'
import type { Setup } from '../../shared/competition/setup.ts'
import {
  beforeOpening,
  findReview,
  sittingSeats,
  type Competition,
  type Review,
} from '../../shared/competition/state.ts'
import { formHash, type FormRecord } from '../../shared/form/form-record.ts'
import type { PanelSummary } from '../../shared/form/summary.ts'
import { documentName } from '../../shared/protocol/names.ts'
import { eventHash, type JournalEntry } from '../../shared/record/chain.ts'
import { canonicalHash, sha256Hex } from '../../shared/record/hash.ts'
import type { KeptTexts } from '../../shared/record/kept-text.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import type { Signer } from '../../server/journal/signing.ts'
import { filledRecord, withChange } from './filled-record.ts'

/** A journal in the making, written as the server writes it, with a clock and salts of its own. */
export interface Play {
  readonly entries: () => readonly JournalEntry[]
  readonly state: () => Competition
  readonly review: (id: string) => Review
  /** A person's command; throws where it is refused. `own` is the server's copy of their form or column. */
  readonly command: (person: string, command: Command, own?: FormRecord) => void
  /** What the panel's summary of a criterion says from now on. */
  readonly summarize: (review: string, criterion: string, text: string) => void
  readonly summaries: (review: string) => Readonly<Record<string, PanelSummary>>
  /** The server witnesses that a score stands where another stood. */
  readonly witness: (review: string, seat: number, row: string, to: number) => void
  /** The server finishes a lock that staff began, and signs the head. */
  readonly finishLock: (review: string) => void
}

export const missouri = 'missouri.1.1'
export const virginia = 'virginia.1.1'

/** The row that seat 2 changes in the discussion. */
export const changedRow = '(A)(2)(i)'

export const seats = [1, 2, 3, 4, 5]
export const reviewerOf = (seat: number) => `reviewer-${seat}`

/**
 * Criteria points of the seats as attested; seat 2 then gives 1 more. 2,129 in all once signed: a mean of 425.8. The sixth is that of who
 * takes another's place.
 */
const attestedPoints = [430, 424, 427, 424, 423, 420]

const setup: Setup = {
  id: 'rehearsal-1',
  title: 'A rehearsal',
  rehearsal: true,
  rubric: { id: raceToTheTop.id, version: raceToTheTop.version, sha256: canonicalHash(raceToTheTop) },
  rules: rulesOf2010,
  people: [
    ...seats.map((seat) => ({ id: reviewerOf(seat), role: 'reviewer' as const, label: `Reviewer ${seat}` })),
    { id: 'monitor-1', role: 'monitor', label: 'Panel monitor' },
    { id: 'staff-1', role: 'staff', label: 'Program staff' },
    { id: 'official-1', role: 'official', label: 'Selecting official' },
    { id: reviewerOf(6), role: 'reviewer', label: 'Reviewer 6' },
  ],
  panels: [{ id: 'panel-1', title: 'Panel 1', monitor: 'monitor-1', reviewers: seats.map(reviewerOf) }],
  applications: [
    { id: 'missouri', applicant: 'Missouri', panel: 'panel-1', digest: sha256Hex('a digest') },
    { id: 'virginia', applicant: 'Virginia', panel: 'panel-1' },
  ],
}

/** Opens a competition of two applications with one panel of five. */
export function openPlay(signer: Signer): Play {
  let state = beforeOpening
  let ticks = 0
  const entries: JournalEntry[] = []

  const write = (by: string, command: string | null, events: readonly NewEvent[], texts: KeptTexts): void => {
    ticks += 1
    const salt = ticks.toString(16).padStart(32, '0')
    const together = { schema: 1, at: Date.UTC(2026, 10, 21) + ticks * 1000, command, salt } as const
    const add = (event: NewEvent, author: string): void => {
      const { version, head: previous } = state
      const whole: JournalEvent = { ...event, ...together, version: version + 1, by: author, previous }
      const hash = eventHash(whole)
      entries.push({ event: whole, texts: event === events[0] ? texts : {} })
      state = evolve(state, whole, hash)
      if (whole.kind !== 'review.locked') return
      const signature = signer.sign(whole.version, hash)
      const data = { version: whole.version, hash, signature, key: signer.keyId }
      add({ kind: 'head.signed', data }, 'server')
    }
    for (const event of events) add(event, event.kind === 'vote.voided' ? 'server' : by)
  }

  const review = (id: string): Review => {
    const found = findReview(state, id)
    if (!found) throw new Error(`There is no review ${id}.`)
    return found
  }

  const written = new Map<string, string>()
  const summaries = (id: string): Readonly<Record<string, PanelSummary>> => {
    const texts = [...written].flatMap(([key, text]) => {
      const [of, criterion = ''] = key.split(' ')
      return of === id ? [[criterion, text]] : []
    })
    return panelSummaries(review(id), raceToTheTop, Object.fromEntries(texts))
  }

  write('server', null, [{ kind: 'competition.opened', data: { setup } }], {})
  return {
    entries: () => [...entries],
    state: () => state,
    review,
    summarize: (id, criterion, text) => void written.set(`${id} ${criterion}`, text),
    summaries,
    command: (id, command, own) => {
      const person = state.people.find((candidate) => candidate.id === id)
      if (!person) throw new Error(`There is no ${id}.`)
      let salts = 0
      const salt = () => sha256Hex(`${entries.length} ${(salts += 1)}`).slice(0, 32)
      const decision = decide(state, command, {
        person,
        rubric: raceToTheTop,
        record: own ?? null,
        summaries: summaries(command.review),
        salt,
      })
      if ('refused' in decision) throw new Error(`${id} ${command.kind}: ${decision.sentence}`)
      write(id, `command-${entries.length}`, decision.events, decision.texts)
    },
    witness: (id, seat, row, to) => {
      const from = review(id).seats.find(({ number }) => number === seat)?.scores[row] ?? null
      write('server', null, [{ kind: 'score.changed', data: { review: id, seat, row, from, to } }], {})
    },
    finishLock: (id) => {
      const hash = recordHash(lockedRecord(state, review(id), raceToTheTop))
      const name = documentName({ competition: state.id, review: id, kind: 'room' })
      const documents = [{ name, version: 7, sha256: sha256Hex(name) }]
      write(
        'server',
        null,
        [{ kind: 'review.locked', data: { review: id, recordHash: hash, documents } }],
        {},
      )
    },
  }
}

export function attestedRecord(seat: number): FormRecord {
  const points = attestedPoints[seat - 1] ?? 0
  return filledRecord(raceToTheTop, { seat, points, stem: seat <= 3 ? 'yes' : 'no' })
}

/** Attests a seat's form as it is filled. */
export function attest(play: Play, review: string, seat: number): void {
  const record = attestedRecord(seat)
  play.command(reviewerOf(seat), { kind: 'form.attest', review, hash: formHash(record) }, record)
}

/** Signs a seat's column as it stands, with a reason for every change. */
export function sign(play: Play, review: string, seat: number): void {
  const scores = Object.entries(play.review(review).seats[seat - 1]?.scores ?? {})
  const record = scores.reduce((column, [row, points]) => {
    return points === null || points === column.scores[row] ? column : withChange(column, row, points)
  }, attestedRecord(seat))
  play.command(reviewerOf(seat), { kind: 'column.sign', review, hash: formHash(record) }, record)
}

/** All certify and attest; seat 3 asks staff first, and seat 4 takes its form back once. */
export function playToReady(play: Play, review: string): void {
  play.command('monitor-1', { kind: 'conflict.answer', review, answer: 'certified', reason: '' })
  for (const seat of seats) {
    const answer = seat === 3 ? 'unsure' : 'certified'
    const reason = seat === 3 ? 'A cousin works for a district.' : ''
    play.command(reviewerOf(seat), { kind: 'conflict.answer', review, answer, reason })
  }
  const cleared = { outcome: 'cleared', reason: 'The district takes no part.' } as const
  play.command('staff-1', { kind: 'conflict.decide', review, person: reviewerOf(3), ...cleared })
  for (const seat of seats) attest(play, review, seat)
  play.command(reviewerOf(4), { kind: 'form.takeBack', review })
  attest(play, review, 4)
}

/** Reveals, discusses and opens the vote: three said yes and two no. */
export function playToVote(play: Play, review: string): void {
  play.command('monitor-1', { kind: 'review.reveal', review })
  const stood = attestedRecord(2).scores[changedRow] ?? 0
  play.witness(review, 2, changedRow, stood - 2)
  play.witness(review, 2, changedRow, stood + 1)
  play.command('monitor-1', { kind: 'vote.open', review })
}

/** Seat 4 changes to yes with reasons, seats 1 and 5 confirm, seats 2 and 3 stand by their forms; the vote closes with four. */
export function playTheVote(play: Play, review: string): void {
  play.command(reviewerOf(1), { kind: 'ballot.cast', review, answer: 'yes', reasons: '' })
  play.command(reviewerOf(4), {
    kind: 'ballot.cast',
    review,
    answer: 'yes',
    reasons: 'Part (iii) is answered.',
  })
  play.command(reviewerOf(5), { kind: 'ballot.cast', review, answer: 'no', reasons: '' })
  play.command('monitor-1', { kind: 'vote.close', review })
}

/** Those who sit sign, the monitor closes, staff lock, and somebody typed too late. */
export function playToLock(play: Play, review: string): void {
  for (const { number } of sittingSeats(play.review(review))) sign(play, review, number)
  play.command('monitor-1', { kind: 'review.close', review, commentsRead: true })
  play.command('staff-1', { kind: 'review.lock', review })
  play.finishLock(review)
  const late = { field: 'strengths:(A)(1)', text: 'One more thing.' }
  play.command(reviewerOf(1), { kind: 'text.keep', review, ...late })
}

/** Missouri from the first question to the lock, while Virginia goes on beside it as far as the vote. */
export function playedJournal(signer: Signer): Play {
  const play = openPlay(signer)
  playToReady(play, missouri)
  playToReady(play, virginia)
  playToVote(play, missouri)
  playToVote(play, virginia)
  playTheVote(play, missouri)
  play.command(reviewerOf(5), { kind: 'ballot.cast', review: virginia, answer: 'no', reasons: '' })
  playToLock(play, missouri)
  return play
}

/** Both reviews locked, Virginia after a recusal that voided its vote and with a seat excused. */
export function playedWhole(signer: Signer): Play {
  const play = playedJournal(signer)
  play.command(reviewerOf(5), { kind: 'conflict.answer', review: virginia, answer: 'recused', reason: '' })
  play.command('staff-1', { kind: 'seat.excuse', review: virginia, seat: 3, reason: 'Ill.' })
  play.command('monitor-1', { kind: 'vote.open', review: virginia })
  play.command('monitor-1', { kind: 'vote.close', review: virginia })
  playToLock(play, virginia)
  return play
}
