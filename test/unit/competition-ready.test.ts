import { expect, test } from 'vitest'
import type { Refusal } from '../../shared/competition/refusal.ts'
import { formHash, mapTexts } from '../../shared/form/form-record.ts'
import { emptyForm, fullForm } from '../harness/full-form.ts'
import {
  attest,
  certify,
  clear,
  excuse,
  playTo,
  recuse,
  reveal,
  seatedOn,
  sign,
  startPlay,
  type Play,
  type Say,
} from '../harness/pure-play.ts'

const takeBack: Say = { kind: 'form.takeBack' }

function code(play: Play, person: string, say: Say): Refusal['refused'] | 'done' {
  return play.ask(person, say)?.refused ?? 'done'
}

test('READY-1 a complete form can be attested, and the journal then holds what it said', () => {
  const play = playTo(startPlay(), 'score')
  play.type(
    'r1',
    fullForm(play.rubric, { points: { '(B)(1)(i)': 13, '(C)(1)': 8 }, answer: 'no', text: 'My reasons.' }),
  )
  play.must('r1', attest(play, 'r1'))
  const attested = play.review().seats[0]?.attested
  if (!attested) throw new Error('The form is not attested.')
  expect(mapTexts(attested.record, play.facts.text)).toEqual(play.form('r1'))
  expect(play.sees('r1')?.mine).toMatchObject({ attestedAt: attested.at, form: { writable: false } })
})

test('READY-2 an incomplete form cannot: the refusal says how much is missing, and what first', () => {
  const play = playTo(startPlay(), 'score')
  play.type('r1', emptyForm(play.rubric))
  expect(play.ask('r1', attest(play, 'r1'))).toEqual({
    refused: 'incomplete',
    sentence: 'Not ready yet: 12 things are missing. (B)(1)(i) has no points.',
  })
  const full = fullForm(play.rubric)
  play.type('r1', { ...full, scores: { ...full.scores, '(E)(1)': 8 } })
  expect(play.ask('r1', attest(play, 'r1'))).toEqual({
    refused: 'incomplete',
    sentence: 'Not ready yet: 1 thing is missing. (E)(1) is 10, 5 or 0.',
  })
})

test('READY-3 what is attested is what was on the screen: where the server has something else it is refused', () => {
  const play = playTo(startPlay(), 'score')
  const seen = formHash(play.form('r1'))
  play.type('r1', fullForm(play.rubric, { points: { '(E)(1)': 5 } }))
  expect(code(play, 'r1', { kind: 'form.attest', hash: seen })).toBe('screen-differs')
})

test('READY-4 ready can be taken back and given again, as often as one likes, until the reveal', () => {
  const play = playTo(startPlay(), 'ready')
  for (const points of [5, 0, 10]) {
    play.must('r1', takeBack)
    expect(play.sees('r1')?.mine).toMatchObject({ attestedAt: null, form: { writable: true } })
    play.type('r1', fullForm(play.rubric, { points: { '(E)(1)': points } }))
    play.must('r1', attest(play, 'r1'))
  }
  expect(play.review().seats[0]?.attested?.record.scores['(E)(1)']).toBe(10)
  play.must('monitor', reveal)
  expect([code(play, 'r1', takeBack), code(play, 'r1', attest(play, 'r1'))]).toEqual([
    'out-of-turn',
    'out-of-turn',
  ])
})

test('READY-4 nobody is ready twice, and who is not ready has nothing to take back', () => {
  const play = playTo(startPlay(), 'ready')
  expect(code(play, 'r1', attest(play, 'r1'))).toBe('out-of-turn')
  play.must('r1', takeBack)
  expect(code(play, 'r1', takeBack)).toBe('out-of-turn')
})

test('READY-5 peers are told how many of how many are ready, and no names', () => {
  const play = playTo(startPlay(), 'score')
  play.must('r1', attest(play, 'r1'))
  play.must('r2', attest(play, 'r2'))
  expect(play.sees('r3')).toMatchObject({ ready: { count: 2, of: 5 }, panel: null, progress: null })
  expect(JSON.stringify(play.sees('r3'))).not.toMatch(/Reviewer [1245]/)
})

test('READY-5 the monitor and staff are told who, and how many rows each has, and no points', () => {
  const play = playTo(startPlay(), 'score')
  play.must('r1', attest(play, 'r1'))
  play.type('r2', { ...fullForm(play.rubric), scores: { '(B)(1)(i)': 17, '(E)(1)': null } })
  for (const who of ['monitor', 'staff']) {
    const progress = play.sees(who)?.progress?.map(({ label, rows, ready }) => [label, rows, ready])
    expect(progress?.slice(0, 2), who).toEqual([
      ['Reviewer 1', 4, true],
      ['Reviewer 2', 1, false],
    ])
    expect(play.sees(who)).toMatchObject({ panel: null, room: null, vote: null })
  }
})

test('READY-6 only who has a seat attests, and only their own form', () => {
  const play = playTo(startPlay(), 'score')
  for (const who of ['monitor', 'staff']) {
    expect([code(play, who, attest(play, who)), code(play, who, takeBack)]).toEqual([
      'not-yours',
      'not-yours',
    ])
  }
})

test('READY-7 an excused seat neither attests nor is waited for', () => {
  const play = playTo(startPlay(), 'score')
  play.must('staff', excuse(5))
  expect(code(play, 'r5', attest(play, 'r5'))).toBe('out-of-turn')
  expect(play.sees('r5')?.mine).toMatchObject({ form: { writable: false } })
  expect(play.sees('r5')?.mine?.excused).not.toBeNull()
  expect(play.sees('r1')?.ready).toEqual({ count: 0, of: 4 })
})

test('READY-7 excused before the reveal, a form that was attested no longer is', () => {
  const play = playTo(startPlay(), 'ready')
  play.must('staff', excuse(5))
  expect(play.review().seats[4]?.attested).toBeNull()
  play.must('monitor', reveal)
  expect(play.sees('r1')?.panel?.map(({ seat }) => seat)).toEqual([1, 2, 3, 4])
})

test('READY-8 staff excuse a seat once, with a reason, and until the close', () => {
  const play = playTo(startPlay(), 'signed')
  expect(code(play, 'staff', excuse(9))).toBe('not-found')
  play.must('staff', excuse(5))
  expect(code(play, 'staff', excuse(5))).toBe('out-of-turn')
  play.must('r4', recuse)
  expect(code(play, 'staff', excuse(4))).toBe('out-of-turn')
  expect(code(playTo(startPlay(), 'closed'), 'staff', excuse(1))).toBe('out-of-turn')
  for (const who of ['r1', 'monitor']) expect(code(play, who, excuse(2))).toBe('not-yours')
})

test('REVEAL-1 when every seat is ready the monitor reveals, and the panel sees every attested form at once', () => {
  const play = playTo(startPlay(), 'score')
  seatedOn(play).forEach((person, at) => {
    play.type(person, fullForm(play.rubric, { points: { '(B)(1)(i)': at } }))
    play.must(person, attest(play, person))
  })
  expect(play.sees('r1')).toMatchObject({ step: 'reveal', panel: null, room: null, vote: null })
  play.must('monitor', reveal)
  for (const who of ['r1', 'r5', 'monitor']) {
    const points = play.sees(who)?.panel?.map(({ attested }) => attested['(B)(1)(i)'])
    expect([play.sees(who)?.step, points]).toEqual(['discuss', [0, 1, 2, 3, 4]])
  }
})

test('REVEAL-2 the monitor is told who is not ready and who has not certified, and cannot reveal before', () => {
  const play = playTo(startPlay(), 'score', ['r2'])
  play.must('r1', attest(play, 'r1'))
  expect(play.sees('monitor')?.blockers?.reveal).toEqual([
    'Reviewer 2 has not certified.',
    'Reviewer 3 is not ready.',
    'Reviewer 4 is not ready.',
    'Reviewer 5 is not ready.',
  ])
  expect(play.ask('monitor', reveal)).toEqual({
    refused: 'out-of-turn',
    sentence: 'Reviewer 2 has not certified.',
  })
})

test('REVEAL-2 a seat that waits for staff is waited for; excused or recused it is not', () => {
  const play = playTo(startPlay(), 'ready')
  play.must('r1', takeBack)
  expect(code(play, 'monitor', reveal)).toBe('out-of-turn')
  play.must('r1', recuse)
  expect(code(play, 'monitor', reveal)).toBe('done')
  play.must('staff', clear('r1'))
  expect(code(play, 'monitor', reveal)).toBe('out-of-turn')
  play.must('staff', excuse(1))
  expect(code(play, 'monitor', reveal)).toBe('done')
})

test('REVEAL-2 with nobody left there is nothing to reveal', () => {
  const play = playTo(startPlay({ seats: 2 }), 'ready')
  play.must('r1', recuse)
  play.must('staff', excuse(2))
  expect(play.ask('monitor', reveal)?.sentence).toBe(
    'Nobody sits on this review. Staff decide what happens to it.',
  )
})

test('REVEAL-3 only the panel’s own monitor reveals, and only once', () => {
  const play = playTo(startPlay(), 'ready')
  expect(['r1', 'staff', 'other-monitor'].map((who) => code(play, who, reveal))).toEqual([
    'not-yours',
    'not-yours',
    'not-found',
  ])
  play.must('monitor', reveal)
  expect(code(play, 'monitor', reveal)).toBe('out-of-turn')
})

test('REVEAL-4 at the reveal the forms close and each column opens to its own reviewer', () => {
  const play = playTo(startPlay(), 'revealed')
  expect(play.sees('r1')).toMatchObject({
    mine: { form: { writable: false } },
    room: { name: 'trial/alpha.1.1/room', writable: true },
  })
  expect(play.sees('monitor')?.room).toEqual({ name: 'trial/alpha.1.1/room', writable: false })
})

test('REVEAL-5 what was shown at the reveal stays beside what it becomes', () => {
  const play = playTo(startPlay(), 'revealed')
  play.happen({
    kind: 'score.changed',
    data: { review: 'alpha.1.1', seat: 1, row: '(E)(1)', from: 10, to: 5 },
  })
  expect(play.review().seats[0]?.scores['(E)(1)']).toBe(5)
  expect(play.sees('r2')?.panel?.[0]?.attested['(E)(1)']).toBe(10)
})

test('REVEAL-6 before the reveal nothing of discussion, vote or signature can be done', () => {
  const play = playTo(startPlay(), 'ready')
  const early: readonly (readonly [string, Say])[] = [
    ['monitor', { kind: 'vote.open' }],
    ['monitor', { kind: 'vote.close' }],
    ['monitor', { kind: 'review.close', commentsRead: true }],
    ['r1', { kind: 'ballot.cast', answer: 'yes', reasons: '' }],
    ['r1', sign(play, 'r1')],
    ['r1', { kind: 'column.takeBack' }],
    ['staff', { kind: 'review.lock' }],
  ]
  for (const [who, say] of early) expect(code(play, who, say), say.kind).toBe('out-of-turn')
  expect(code(play, 'r1', certify)).toBe('out-of-turn')
})
