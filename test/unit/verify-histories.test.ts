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
  for (const { number } of sitting) attempt((each) => attest(each, review, number), play)
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
      fc.property(fc.array(fc.constantFrom(...acts), { maxLength: 60 }), (tried) => {
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
