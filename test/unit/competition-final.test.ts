import { expect, test } from 'vitest'
import type { Refusal } from '../../shared/competition/refusal.ts'
import { formHash, mapTexts } from '../../shared/form/form-record.ts'
import { emptyForm, fullForm, withReasons } from '../harness/full-form.ts'
import {
  ballot,
  close,
  excuse,
  lock,
  openVote,
  playTo,
  recuse,
  sign,
  startPlay,
  type Play,
  type Say,
} from '../harness/pure-play.ts'

const takeBack: Say = { kind: 'column.takeBack' }

function code(play: Play, person: string, say: Say): Refusal['refused'] | 'done' {
  return play.ask(person, say)?.refused ?? 'done'
}

/** A revealed review in which r1 has moved (E)(1) from 10 to 5, with or without saying why. */
function withChange(explained: boolean): Play {
  const play = playTo(startPlay(), 'revealed')
  const now = fullForm(play.rubric, { points: { '(E)(1)': 5 } })
  play.type('r1', explained ? withReasons(now, play.form('r1')) : now)
  return play
}

test('SIGN-1 a column is signed as it stands, and the journal then holds what it said', () => {
  const play = withChange(true)
  play.must('r1', sign(play, 'r1'))
  const signed = play.review().seats[0]?.signed
  if (!signed) throw new Error('The column is not signed.')
  expect(mapTexts(signed.record, play.facts.text)).toEqual(play.form('r1'))
  expect(play.sees('r1')).toMatchObject({
    step: 'final',
    mine: { signedAt: signed.at },
    room: { writable: false },
  })
})

test('SIGN-2 every change since the reveal needs its reason and a line', () => {
  expect(withChange(false).ask('r1', sign(withChange(false), 'r1'))).toEqual({
    refused: 'incomplete',
    sentence: 'Not signed: 1 thing is missing. (E)(1) was changed and has no reason.',
  })
  const play = withChange(true)
  expect(code(play, 'r1', sign(play, 'r1'))).toBe('done')
})

test('SIGN-2 and everything that a form needs', () => {
  const play = playTo(startPlay(), 'revealed')
  play.type('r1', { ...play.form('r1'), strengths: emptyForm(play.rubric).strengths })
  expect(code(play, 'r1', sign(play, 'r1'))).toBe('incomplete')
})

test('SIGN-3 what is signed is what was on the screen: where the server has something else it is refused', () => {
  const play = playTo(startPlay(), 'revealed')
  const seen = formHash(play.form('r1'))
  play.type('r1', { ...play.form('r1'), comments: { P3: 'One more word.' } })
  expect(code(play, 'r1', { kind: 'column.sign', hash: seen })).toBe('screen-differs')
})

test('SIGN-4 nobody signs before the priority is settled', () => {
  const play = startPlay()
  play.type('r1', fullForm(play.rubric, { answer: 'no' }))
  playTo(play, 'revealed')
  expect(code(play, 'r2', sign(play, 'r2'))).toBe('out-of-turn')
  play.must('monitor', openVote)
  expect(code(play, 'r2', sign(play, 'r2'))).toBe('out-of-turn')
  play.must('r2', ballot('yes'))
  playTo(play, 'voted')
  expect(code(play, 'r2', sign(play, 'r2'))).toBe('done')
})

test('SIGN-5 a signature can be taken back and given again until the close', () => {
  const play = playTo(startPlay(), 'signed')
  expect(code(play, 'r1', sign(play, 'r1'))).toBe('out-of-turn')
  play.must('r1', takeBack)
  expect(play.sees('r1')).toMatchObject({ mine: { signedAt: null }, room: { writable: true } })
  expect(code(play, 'r1', takeBack)).toBe('out-of-turn')
  expect(code(play, 'monitor', close)).toBe('out-of-turn')
  playTo(play, 'closed')
  expect([code(play, 'r1', takeBack), code(play, 'r1', sign(play, 'r1'))]).toEqual([
    'out-of-turn',
    'out-of-turn',
  ])
})

test('SIGN-6 only who has a column signs it, and an excused seat does not', () => {
  const play = playTo(startPlay(), 'revealed')
  for (const who of ['monitor', 'staff']) {
    expect([code(play, who, sign(play, who)), code(play, who, takeBack)]).toEqual(['not-yours', 'not-yours'])
  }
  play.must('staff', excuse(1))
  expect(code(play, 'r1', sign(play, 'r1'))).toBe('out-of-turn')
})

test('SIGN-6 an excuse after the reveal takes the seat’s own signature away and leaves the others', () => {
  const play = playTo(startPlay(), 'signed')
  play.must('staff', excuse(1))
  expect(play.review().seats.map(({ signed }) => signed !== null)).toEqual([false, true, true, true, true])
  expect(code(play, 'monitor', close)).toBe('done')
})

test('SIGN-6 who was excused before the reveal has no column to sign', () => {
  const play = startPlay()
  play.must('staff', excuse(1))
  playTo(play, 'revealed')
  expect(play.ask('r1', sign(play, 'r1'))?.sentence).toBe('You have no column in this room.')
})

test('CLOSE-1 the monitor closes when every sitting seat has signed, and says that the comments were read', () => {
  const play = playTo(startPlay(), 'signed')
  expect(play.ask('monitor', { kind: 'review.close', commentsRead: false })).toEqual({
    refused: 'incomplete',
    sentence: 'First say that you have read the comments against the scores.',
  })
  play.must('monitor', close)
  expect(play.sees('r1')).toMatchObject({
    step: 'final',
    closed: { by: 'Panel monitor' },
    room: { writable: false },
  })
})

test('CLOSE-2 until then the monitor is told what keeps it from being closed', () => {
  const play = startPlay({ seats: 2 })
  play.type('r1', fullForm(play.rubric, { answer: 'no' }))
  playTo(play, 'revealed')
  expect(play.sees('monitor')?.blockers?.close).toEqual([
    'The STEM priority is not settled.',
    'Reviewer 1 has not signed.',
    'Reviewer 2 has not signed.',
  ])
  expect(play.ask('monitor', close)?.sentence).toBe('The STEM priority is not settled.')
  playTo(play, 'voted')
  play.must('r1', sign(play, 'r1'))
  expect(play.ask('monitor', close)?.sentence).toBe('Reviewer 2 has not signed.')
})

test('CLOSE-3 excused and recused seats are not waited for', () => {
  const play = playTo(startPlay(), 'revealed')
  play.must('r1', recuse)
  play.must('staff', excuse(2))
  for (const who of ['r3', 'r4', 'r5']) play.must(who, sign(play, who))
  expect(code(play, 'monitor', close)).toBe('done')
})

test('CLOSE-3 with nobody left there is nothing to close', () => {
  const play = playTo(startPlay({ seats: 2 }), 'revealed')
  play.must('r1', recuse)
  play.must('staff', excuse(2))
  expect(play.ask('monitor', close)?.sentence).toBe(
    'Nobody sits on this review. Staff decide what happens to it.',
  )
})

test('CLOSE-4 only the panel’s monitor closes, and only once', () => {
  const play = playTo(startPlay(), 'signed')
  expect(['r1', 'staff', 'other-monitor'].map((who) => code(play, who, close))).toEqual([
    'not-yours',
    'not-yours',
    'not-found',
  ])
  play.must('monitor', close)
  expect(code(play, 'monitor', close)).toBe('out-of-turn')
})

test('CLOSE-5 staff lock what the monitor has closed, and nothing before', () => {
  for (const step of ['score', 'ready', 'revealed', 'voting', 'voted', 'signed'] as const) {
    expect(code(playTo(startPlay(), step), 'staff', lock), step).toBe('out-of-turn')
  }
  expect(code(playTo(startPlay(), 'closed'), 'staff', lock)).toBe('done')
})
