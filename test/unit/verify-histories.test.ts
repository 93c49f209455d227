import fc from 'fast-check'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyExport } from '../../server/exports/verify.ts'
import { loadSigner, type Signer } from '../../server/journal/signing.ts'
import type { Command } from '../../shared/competition/command.ts'
import { sittingSeats } from '../../shared/competition/state.ts'
import { exportOf } from '../harness/altered-export.ts'
import {
  attest,
  missouri as review,
  openPlay,
  playToReady,
  reviewerOf,
  seats,
  sign,
  virginia,
  type Play,
} from '../harness/played-journal.ts'

let folder: string
let signer: Signer

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'panelroom-histories-'))
  signer = await loadSigner(folder)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

type Act = (play: Play) => void

const by = (person: string, command: Command): Act => {
  return (play) => play.command(person, command)
}

/** What anybody may try at any moment; what the rules refuse then changes nothing. */
const acts: readonly (readonly [name: string, act: Act])[] = [
  ['agenda by spread', by('monitor-1', { kind: 'agenda.order', review, by: 'spread' })],
  ['agenda drawn', by('monitor-1', { kind: 'agenda.order', review, by: 'random', seed: 'abcdef01' })],
  ['focus', by('monitor-1', { kind: 'focus.set', review, row: '(B)(3)' })],
  ['recess', by('monitor-1', { kind: 'recess.set', review, on: true })],
  ['minutes', by('monitor-1', { kind: 'timer.set', review, to: 'running', more: 2 })],
  ['parked', by('monitor-1', { kind: 'row.mark', review, row: '(B)(3)', as: 'parked' })],
  ['go on', by('staff-1', { kind: 'panel.goOn', review, reason: 'For a reason.' })],
  ['reopen the vote', by('staff-1', { kind: 'vote.reopen', review, reason: 'For a reason.' })],
  ['summary', (play) => play.summarize(review, '(B)(3)', `By ${play.entries().length} we agree.`)],
  ['6 certifies', by(reviewerOf(6), { kind: 'conflict.answer', review, answer: 'certified', reason: '' })],
  ['6 is ready', (play) => attest(play, review, 6)],
  ['6 signs', (play) => sign(play, review, 6)],
  ['reveal', by('monitor-1', { kind: 'review.reveal', review })],
  ['open the vote', by('monitor-1', { kind: 'vote.open', review })],
  ['close the vote', by('monitor-1', { kind: 'vote.close', review })],
  ['close', by('monitor-1', { kind: 'review.close', review, commentsRead: true })],
  ...seats.flatMap((seat): (readonly [string, Act])[] => {
    const person = reviewerOf(seat)
    const reason = 'For a reason.'
    return [
      [`${seat} recuses`, by(person, { kind: 'conflict.answer', review, answer: 'recused', reason: '' })],
      [
        `${seat} comes back`,
        by('staff-1', { kind: 'conflict.decide', review, person, outcome: 'cleared', reason }),
      ],
      [`${seat} is excused`, by('staff-1', { kind: 'seat.excuse', review, seat, reason })],
      [`${seat} takes back ready`, by(person, { kind: 'form.takeBack', review })],
      [`${seat} is ready`, (play) => attest(play, review, seat)],
      [`${seat} is replaced`, replaced(seat)],
      [
        `${seat} is asked for better comments`,
        by('monitor-1', { kind: 'form.return', review, seat, reason }),
      ],
      [`${seat} is opened`, by('monitor-1', { kind: 'form.open', review, seat })],
      [`${seat} is nudged`, by('monitor-1', { kind: 'seat.nudge', review, seat })],
      [`${seat} raises a hand`, by(person, { kind: 'hand.set', review, up: true })],
      [`${seat} holds`, by(person, { kind: 'stand.set', review, row: '(B)(3)', as: 'holds' })],
      [
        `${seat} writes`,
        by(person, { kind: 'thread.write', review, row: '(B)(3)', text: reason, replyTo: null }),
      ],
      [`${seat} writes again`, (play) => edit(play, person)],
      [`${seat} agrees`, (play) => agree(play, person)],
      [`${seat} says yes`, by(person, { kind: 'ballot.cast', review, answer: 'yes', reasons: reason })],
      [`${seat} says no`, by(person, { kind: 'ballot.cast', review, answer: 'no', reasons: reason })],
      [`${seat} signs`, (play) => sign(play, review, seat)],
      [`${seat} takes back the signature`, by(person, { kind: 'column.takeBack', review })],
      [`${seat} changes (B)(3)`, (play) => change(play, seat, '(B)(3)')],
      [`${seat} changes (A)(1)(ii)`, (play) => change(play, seat, '(A)(1)(ii)')],
      [`${seat} types too late`, by(person, { kind: 'text.keep', review, field: 'scores', text: '5' })],
      [
        `${seat} asks about Virginia`,
        by(person, { kind: 'conflict.answer', review: virginia, answer: 'unsure', reason }),
      ],
    ]
  }),
]

function replaced(seat: number): Act {
  const to = { person: reviewerOf(6), reason: 'For a reason.' }
  return by('staff-1', { kind: 'seat.replace', review, seat, ...to })
}

function edit(play: Play, person: string): void {
  const message = play.review(review).discussion.messages.at(-1)?.id ?? 1
  play.command(person, { kind: 'thread.edit', review, message, text: 'In other words.' })
}

function agree(play: Play, person: string): void {
  const hash = play.summaries(review)['(B)(3)']?.hash ?? '0'.repeat(64)
  play.command(person, { kind: 'summary.agree', review, criterion: '(B)(3)', hash })
}

/** The server witnesses what a column that can be written says. */
function change(play: Play, number: number, row: string): void {
  const { revealed, closed, seats: all } = play.review(review)
  const seat = all[number - 1]
  if (!revealed || closed || !seat?.attested || seat.signed || seat.excused) return
  play.witness(review, number, row, seat.scores[row] === 3 ? 4 : 3)
}

/** Whether it was done; a refusal is no failure here. */
function attempt(act: Act, play: Play): boolean {
  const before = play.entries().length
  try {
    act(play)
  } catch (error) {
    if (play.entries().length !== before) throw error
  }
  return play.entries().length > before
}

/** Whatever state the panel left it in, to the lock where one can be reached. */
function finish(play: Play): boolean {
  const sitting = sittingSeats(play.review(review))
  const late = by(reviewerOf(6), { kind: 'conflict.answer', review, answer: 'certified', reason: '' })
  attempt(late, play)
  for (const { number } of sitting) attempt((each) => attest(each, review, number), play)
  attempt(by('staff-1', { kind: 'panel.goOn', review, reason: 'For a reason.' }), play)
  attempt(by('monitor-1', { kind: 'review.reveal', review }), play)
  attempt(by('monitor-1', { kind: 'vote.open', review }), play)
  attempt(by('monitor-1', { kind: 'vote.close', review }), play)
  for (const { number } of sitting) attempt((each) => sign(each, review, number), play)
  attempt(by('monitor-1', { kind: 'review.close', review, commentsRead: true }), play)
  if (!attempt(by('staff-1', { kind: 'review.lock', review }), play)) return false
  play.finishLock(review)
  return true
}

test(
  'VERIFY-9 whatever a panel decides on the way to a lock, its export verifies',
  { timeout: 60_000 },
  () => {
    let locked = 0
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...acts), { maxLength: 90 }), (tried) => {
        const play = openPlay(signer)
        playToReady(play, review)
        for (const [, act] of tried) attempt(act, play)
        if (!finish(play)) return
        locked += 1
        const verified = verifyExport(JSON.parse(JSON.stringify(exportOf(play, signer))), signer.publicKeyPem)
        expect(verified.ok ? 'It verifies.' : verified.fault).toBe('It verifies.')
      }),
      { numRuns: 60 },
    )
    expect(locked).toBeGreaterThan(10)
  },
)
