import type { Command } from '../../shared/competition/command.ts'
import { sittingSeats } from '../../shared/competition/state.ts'
import type { Signer } from '../../server/journal/signing.ts'
import {
  attest,
  attestedRecord,
  missouri as review,
  openPlay,
  playToLock,
  playToReady,
  reviewerOf,
  sign,
  virginia,
  type Play,
} from './played-journal.ts'

const row = '(A)(2)(i)'
const criterion = '(A)(2)'
const priority = 'P1'
const reason = 'For a reason.'
const monitor = 'monitor-1'
const staff = 'staff-1'

/** A journal in which everything happens that may: while a panel talks, to its seats, and after its scores. Both reviews are locked. */
export function playedTalk(signer: Signer): Play {
  const play = openPlay(signer)
  prepare(play)
  playToReady(play, virginia)
  for (const seat of [3, 4, 5]) play.command(staff, { kind: 'seat.excuse', review: virginia, seat, reason })
  talk(play)
  voteTwice(play)
  replaceLate(play)
  signAndClose(play)
  afterTheScores(play)
  playThin(play)
  play.command(staff, { kind: 'tier.open', review })
  return play
}

function prepare(play: Play): void {
  const by = byOn(play)
  playToReady(play, review)
  by(monitor, { kind: 'panel.arrange', review, by: 'random', reviews: [], seed: 'abcdef01' })
  by(monitor, { kind: 'panel.arrange', review, by: 'hand', reviews: [virginia, review] })
  by(monitor, { kind: 'where.set', review, how: 'link', words: 'https://example.org/panel-1' })
  by(monitor, { kind: 'staff.call', review, reason })
  by(staff, { kind: 'call.end', review })
  by(monitor, { kind: 'form.open', review, seat: 1 })
  by(monitor, { kind: 'form.return', review, seat: 1, reason })
  by(monitor, { kind: 'seat.nudge', review, seat: 1 })
  by(staff, { kind: 'seat.extend', review, seat: 1, until: 4_000_000_000_000, reason })
  attest(play, review, 1)
}

function talk(play: Play): void {
  const by = byOn(play)
  by(monitor, { kind: 'review.reveal', review })
  play.witness(review, 2, row, 0)
  play.witness(review, 3, '(B)(3)', 0)
  by(monitor, { kind: 'agenda.order', review, by: 'spread' })
  by(monitor, { kind: 'agenda.order', review, by: 'random', seed: 'abcdef01' })
  by(monitor, { kind: 'agenda.arrange', review, items: [{ row, minutes: 5 }] })
  by(monitor, { kind: 'focus.set', review, row })
  by(monitor, { kind: 'timer.set', review, to: 'held', more: 3 })
  by(monitor, { kind: 'recess.set', review, on: true })
  by(monitor, { kind: 'recess.set', review, on: false })
  for (const seat of [2, 1]) by(reviewerOf(seat), { kind: 'hand.set', review, up: true })
  by(monitor, { kind: 'hand.lower', review, seat: 2 })
  by(reviewerOf(2), { kind: 'stand.set', review, row, as: 'changed' })
  by(reviewerOf(2), { kind: 'thread.write', review, row, text: 'Table 3 has it.', replyTo: null })
  const message = 1
  by(monitor, { kind: 'thread.write', review, row, text: 'Which column?', replyTo: message })
  by(reviewerOf(2), { kind: 'thread.edit', review, message, text: 'Table 4 has it.' })
  by(monitor, { kind: 'row.mark', review, row, as: 'discussed' })
  by(monitor, { kind: 'focus.set', review, row: null })
  play.summarize(review, criterion, 'Four of five see a plan.')
  for (const seat of [1, 2, 3]) agree(play, seat)
  by(reviewerOf(3), { kind: 'summary.withdraw', review, criterion })
}

/** Agrees with the summary as it stands. */
function agree(play: Play, seat: number): void {
  const hash = play.summaries(review)[criterion]?.hash ?? ''
  play.command(reviewerOf(seat), { kind: 'summary.agree', review, criterion, hash })
}

function voteTwice(play: Play): void {
  const by = byOn(play)
  by(monitor, { kind: 'vote.open', review })
  by(reviewerOf(4), { kind: 'ballot.cast', review, answer: 'yes', reasons: reason })
  by(monitor, { kind: 'vote.close', review })
  sign(play, review, 1)
  by(staff, { kind: 'vote.reopen', review, reason })
  by(reviewerOf(1), { kind: 'ballot.cast', review, answer: 'yes', reasons: '' })
}

/** Seat 4 leaves while the vote is open; Reviewer 6 takes the place. */
function replaceLate(play: Play): void {
  const by = byOn(play)
  by(staff, { kind: 'seat.excuse', review, seat: 4, reason })
  by(staff, { kind: 'seat.replace', review, seat: 4, person: reviewerOf(6), reason })
  by(reviewerOf(6), { kind: 'conflict.answer', review, answer: 'certified', reason: '' })
  attest(play, review, 6)
  by(monitor, { kind: 'vote.open', review })
  by(reviewerOf(6), { kind: 'ballot.cast', review, answer: 'yes', reasons: reason })
  by(monitor, { kind: 'vote.close', review })
}

function signAndClose(play: Play): void {
  play.summarize(review, criterion, 'In the end all see a plan.')
  for (const seat of [1, 6]) agree(play, seat)
  for (const { number } of sittingSeats(play.review(review))) sign(play, review, number)
  const assessment = 'We listened to each other.'
  play.command(monitor, { kind: 'review.close', review, commentsRead: true, assessment })
}

function afterTheScores(play: Play): void {
  const by = byOn(play)
  for (const { number } of sittingSeats(play.review(review))) {
    const changed =
      number === 2 ? ({ answer: 'no', reasons: reason } as const) : { answer: own(number), reasons: '' }
    by(reviewerOf(number), { kind: 'absolute.answer', review, priority, ...changed })
  }
  by('official-1', { kind: 'absolute.decide', review, priority, outcome: 'met', reasons: reason })
  by(monitor, { kind: 'text.keep', review, field: 'summary:(A)(1)', text: 'One more thing.' })
  by(monitor, { kind: 'text.settle', review, kept: play.state().version })
  by(staff, { kind: 'review.lock', review })
  play.finishLock(review)
}

function own(seat: number): 'yes' | 'no' {
  return attestedRecord(seat).determinations[priority]?.answer ?? 'yes'
}

/** Virginia with two seats left. */
function playThin(play: Play): void {
  const by = byOn(play)
  by(staff, { kind: 'panel.goOn', review: virginia, reason })
  by(monitor, { kind: 'review.reveal', review: virginia })
  playToLock(play, virginia)
  by('official-1', {
    kind: 'absolute.decide',
    review: virginia,
    priority,
    outcome: 'notMet',
    reasons: reason,
  })
}

function byOn(play: Play): (person: string, command: Command) => void {
  return (person, command) => play.command(person, command)
}
