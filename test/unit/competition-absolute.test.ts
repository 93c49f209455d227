import { expect, test } from 'vitest'
import { mayRead, mayReadApplication } from '../../shared/competition/access.ts'
import { fullForm } from '../harness/full-form.ts'
import {
  alpha,
  answerAbsolute,
  decideAbsolute,
  excuse,
  finishLock,
  lock,
  oneOfEach,
  playSteps,
  playTo,
  recuse,
  reopenVote,
  startPlay,
  type Play,
  type Say,
} from '../harness/pure-play.ts'

const official = 'official'

/** Closed, where the first of three said no to the absolute priority and the others yes. */
function closed(): Play {
  const play = startPlay({ seats: 3 })
  const yes = fullForm(play.rubric)
  const said = { answer: 'no', reasons: 'It leaves out two areas.' } as const
  play.type('r1', { ...yes, determinations: { ...yes.determinations, P1: said } })
  return playTo(play, 'closed')
}

function answered(): Play {
  const play = closed()
  play.must('r1', answerAbsolute('yes', 'The appendix has them.'))
  for (const who of ['r2', 'r3']) play.must(who, answerAbsolute('yes'))
  return play
}

const priority = (play: Play, who: string) => play.sees(who)?.absolute?.[0]

test('ABS-1 after the final scores each says of an absolute priority that it is met or not; a change needs reasons', () => {
  const play = closed()
  expect(priority(play, 'r1')).toMatchObject({
    priority: 'P1',
    mine: { answer: 'no', at: null },
    answered: 0,
    of: 3,
  })
  expect(play.send('r1', answerAbsolute('yes', ' '))?.refused).toBe('incomplete')
  play.must('r1', answerAbsolute('no'))
  expect(play.send('r1', answerAbsolute('no'))?.refused).toBe('out-of-turn')
  expect(priority(play, 'r1')?.mine).toEqual({ answer: 'no', at: play.state().at, reasons: null })
  play.must('r1', answerAbsolute('yes', 'The appendix has them.'))
  expect(priority(play, 'r1')?.mine).toMatchObject({ answer: 'yes', reasons: 'The appendix has them.' })
  expect(priority(play, 'r2')).toMatchObject({ answered: 1, mine: { answer: 'yes', at: null } })
})

test('ABS-1 not before the close, not of another kind of priority, and not without a signed form', () => {
  const signed = playTo(startPlay(), 'signed')
  expect(signed.send('r1', answerAbsolute('yes'))?.sentence).toBe('The scores are not final yet.')
  expect(signed.sees('r1')?.absolute).toBeNull()
  const play = closed()
  const of = (id: string): Say => ({
    ...answerAbsolute('yes'),
    kind: 'absolute.answer',
    priority: id,
    answer: 'yes',
    reasons: '',
  })
  for (const id of ['P2', 'P3', 'P9']) expect(play.send('r2', of(id))?.refused, id).toBe('malformed')
  for (const who of ['monitor', 'staff', official])
    expect(play.send(who, answerAbsolute('yes'))?.refused, who).toBe('not-yours')
  const without = startPlay()
  without.must('staff', excuse(5))
  without.must('r4', recuse)
  playTo(without, 'closed')
  expect(without.send('r5', answerAbsolute('yes'))?.refused).toBe('out-of-turn')
  expect(without.send('r4', answerAbsolute('yes'))?.refused).toBe('not-found')
  expect(priority(without, 'r5')).toMatchObject({ mine: null, of: 3 })
})

test('ABS-2 what one says is shown to nobody of the panel, nor to staff before the lock', () => {
  const play = answered()
  for (const who of ['r2', 'monitor', 'staff']) {
    expect(JSON.stringify(play.view(who)), who).not.toContain('appendix')
    expect(priority(play, who)?.counted ?? null, who).toBeNull()
  }
  expect(priority(play, 'monitor')).toMatchObject({ answered: 3, of: 3, mine: null })
  expect(play.sees('staff')?.absolute).toBeNull()
})

test('ABS-3 the selecting official is shown the count when all have answered, and not before', () => {
  const play = closed()
  for (const who of ['r1', 'r2']) {
    play.must(who, answerAbsolute(who === 'r1' ? 'no' : 'yes'))
    expect(priority(play, official)).toMatchObject({ counted: null, mine: null })
  }
  play.must('r3', answerAbsolute('no', 'I looked again.'))
  expect(priority(play, official)?.counted).toEqual({
    met: 1,
    notMet: 2,
    answers: [
      { seat: 1, answer: 'no', reasons: 'It leaves out two areas.' },
      { seat: 2, answer: 'yes', reasons: 'Because.' },
      { seat: 3, answer: 'no', reasons: 'I looked again.' },
    ],
  })
})

test('ABS-3 or when the lock has ended the answering: who has not answered stands by the signed form', () => {
  const play = closed()
  play.must('r2', answerAbsolute('yes'))
  play.must('staff', lock)
  expect(priority(play, official)?.counted).toBeNull()
  finishLock(play)
  for (const who of [official, 'staff'])
    expect(priority(play, who), who).toMatchObject({ answered: 1, counted: { met: 2, notMet: 1 } })
  expect(play.send('r1', answerAbsolute('no'))?.refused).toBe('out-of-turn')
})

test('ABS-4 the selecting official decides, once and in writing, when all have answered or it is locked', () => {
  const play = closed()
  expect(play.send(official, decideAbsolute)?.sentence).toBe(
    '0 of 3 have answered. Decide when all have, or once it is locked.',
  )
  const done = answered()
  done.must(official, decideAbsolute)
  expect(priority(done, official)?.decided).toEqual({
    at: done.state().at,
    by: 'Selecting official',
    outcome: 'met',
    reasons: 'As most of them say.',
  })
  expect(done.send(official, decideAbsolute)?.refused).toBe('out-of-turn')
  expect(done.send('r1', answerAbsolute('yes'))?.refused).toBe('out-of-turn')
  playTo(play, 'locked').must(official, {
    ...decideAbsolute,
    kind: 'absolute.decide',
    priority: 'P1',
    outcome: 'notMet',
    reasons: 'By the count.',
  })
  expect(priority(play, 'staff')?.decided).toMatchObject({ outcome: 'notMet', reasons: 'By the count.' })
})

test('ABS-4 nobody else decides it, and no majority does', () => {
  const play = answered()
  for (const who of ['r1', 'monitor', 'staff'])
    expect(play.send(who, decideAbsolute)?.refused, who).toBe('not-yours')
  expect(priority(play, official)?.decided).toBeNull()
  expect(play.review().absolute['P1']?.decided).toBeNull()
})

test('ABS-4 what was decided is shown to the official and staff', () => {
  const play = answered()
  play.must(official, decideAbsolute)
  for (const who of ['r1', 'monitor', 'staff'])
    expect(JSON.stringify(play.view(who)), who).not.toContain('As most of them say')
  playTo(play, 'locked')
  expect(priority(play, 'staff')?.decided?.reasons).toBe('As most of them say.')
  for (const who of ['r1', 'monitor'])
    expect(JSON.stringify(play.view(who))).not.toContain('As most of them say')
})

const beforeTheClose = playSteps.slice(0, playSteps.indexOf('closed'))

test.for(beforeTheClose)('ABS-5 at the step %s there is nothing for the selecting official', (step) => {
  const play = playTo(startPlay(), step)
  expect(play.view(official).reviews).toEqual([])
  expect(mayReadApplication(play.state(), play.person(official), 'alpha')).toBe(false)
  const before = play.state()
  for (const say of oneOfEach(play, official))
    expect(play.send(official, say)?.refused, say.kind).toBe('not-found')
  expect(play.state()).toBe(before)
})

test('ABS-5 from the close on the official has the application and the count, and no score, text, vote or standing', () => {
  const play = answered()
  const shown = play.sees(official)
  expect(shown).toMatchObject({ step: 'final', application: { edition: expect.any(String) } })
  const empty = [
    'conflict',
    'ready',
    'mine',
    'room',
    'discussion',
    'summary',
    'call',
    'turn',
    'notStandIns',
    'panel',
    'progress',
    'vote',
    'blockers',
    'revealed',
    'lock',
  ] as const
  for (const part of empty) expect(shown?.[part], part).toBeNull()
  expect(shown?.closed).toMatchObject({ assessment: null })
  expect(mayReadApplication(play.state(), play.person(official), 'alpha')).toBe(true)
  const at = { competition: 'trial', review: alpha } as const
  for (const key of [
    { ...at, kind: 'room' },
    { ...at, kind: 'form', seat: 1 },
    { ...at, kind: 'notes', seat: 1 },
  ] as const)
    expect(mayRead(play.state(), play.person(official), key), key.kind).toBe(false)
  for (const say of oneOfEach(play, official).filter(({ kind }) => kind !== 'absolute.decide'))
    expect(play.send(official, say)?.refused, say.kind).toBe('not-yours')
})

test('ABS-1 where a review is opened again, what was said and decided after the close is said and decided anew', () => {
  const play = answered()
  play.must(official, decideAbsolute)
  play.must('r3', recuse)
  expect(play.sees('r1')?.absolute).toBeNull()
  playTo(play, 'closed')
  expect(priority(play, 'r1')).toMatchObject({ answered: 0, of: 2, mine: { answer: 'no', at: null } })
  expect(priority(play, official)).toMatchObject({ counted: null, decided: null })
  expect(play.events().filter(({ kind }) => kind === 'absolute.decided')).toHaveLength(1)
})

test('ABS-5 a review that is opened again is gone from the official’s list until it is closed again', () => {
  const play = startPlay()
  play.type('r2', fullForm(play.rubric, { answer: 'no' }))
  playTo(play, 'closed')
  expect(play.view(official).reviews.map(({ id }) => id)).toEqual([alpha])
  play.must('staff', reopenVote)
  expect(play.view(official).reviews).toEqual([])
})
