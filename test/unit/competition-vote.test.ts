import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Refusal } from '../../shared/competition/refusal.ts'
import { seatAnswers } from '../../shared/competition/stem.ts'
import { applicationTotal } from '../../shared/competition/totals.ts'
import type { Answer } from '../../shared/form/form-record.ts'
import { fullForm } from '../harness/full-form.ts'
import {
  alpha,
  ballot,
  clear,
  closeVote,
  excuse,
  openVote,
  playTo,
  recuse,
  sign,
  startPlay,
  type Play,
  type PlayStep,
  type Say,
} from '../harness/pure-play.ts'

function code(play: Play, person: string, say: Say): Refusal['refused'] | 'done' {
  return play.ask(person, say)?.refused ?? 'done'
}

/** A panel whose forms determine this, seat by seat, played to a step. */
function panelOf(answers: readonly Answer[], step: PlayStep): Play {
  const play = startPlay({ seats: answers.length })
  answers.forEach((answer, at) =>
    play.type(`r${at + 1}`, fullForm(play.rubric, { answer, text: `Own reasons ${at + 1}.` })),
  )
  return playTo(play, step)
}

function result(play: Play) {
  const found = play.sees('monitor')?.vote?.result
  if (!found) throw new Error('The monitor is shown no result.')
  return found
}

test('VOTE-6 where the determinations agree no vote is opened, and the points follow', () => {
  const yes = panelOf(['yes', 'yes', 'yes'], 'revealed')
  expect(yes.ask('monitor', openVote)?.sentence).toBe('The determinations agree: no vote is needed.')
  expect(yes.sees('r1')?.vote).toMatchObject({
    status: 'agreed',
    result: { yes: 3, awarded: true, points: 15, closedAt: null, closedBy: null },
  })
  const no = panelOf(['no', 'no', 'no'], 'revealed')
  expect(no.sees('r1')?.vote).toMatchObject({
    status: 'agreed',
    result: { yes: 0, awarded: false, points: 0 },
  })
})

test('VOTE-6 where they differ nothing is decided until the panel has voted', () => {
  const play = panelOf(['yes', 'no', 'yes'], 'revealed')
  expect(play.sees('r1')?.vote).toMatchObject({ status: 'differ', result: null })
  expect(play.ask('r1', sign(play, 'r1'))?.sentence).toBe('The STEM priority is not settled yet.')
  expect(code(play, 'monitor', openVote)).toBe('done')
})

test('VOTE-6 agreement of those who sit is no majority where too many seats are excused', () => {
  const play = startPlay({ seats: 5 })
  for (const seat of [3, 4, 5]) play.must('staff', excuse(seat))
  playTo(play, 'revealed')
  expect(play.sees('r1')?.vote).toMatchObject({
    status: 'agreed',
    seats: 5,
    result: { yes: 2, needed: 3, awarded: false, points: 0 },
  })
})

test('VOTE-7 only the panel’s monitor opens and closes the vote, once', () => {
  const play = panelOf(['yes', 'no', 'yes'], 'revealed')
  for (const who of ['r1', 'staff']) expect(code(play, who, openVote)).toBe('not-yours')
  expect(code(play, 'monitor', closeVote)).toBe('out-of-turn')
  play.must('monitor', openVote)
  expect(code(play, 'monitor', openVote)).toBe('out-of-turn')
  for (const who of ['r1', 'staff']) expect(code(play, who, closeVote)).toBe('not-yours')
  play.must('monitor', closeVote)
  expect([code(play, 'monitor', openVote), code(play, 'monitor', closeVote)]).toEqual([
    'out-of-turn',
    'out-of-turn',
  ])
})

test('VOTE-8 ballots are sealed while the vote is open: each sees their own, and everybody how many are in', () => {
  const play = panelOf(['yes', 'no', 'yes'], 'voting')
  play.must('r1', ballot('no', 'I changed my mind.'))
  expect(play.sees('r1')?.vote).toMatchObject({
    cast: 1,
    mine: { ballot: { answer: 'no', reasons: 'I changed my mind.' } },
  })
  for (const who of ['r2', 'r3']) {
    expect(play.sees(who)?.vote).toMatchObject({
      status: 'open',
      cast: 1,
      result: null,
      mine: { ballot: null },
    })
  }
  expect(play.sees('monitor')?.vote).toMatchObject({ status: 'open', cast: 1, result: null, mine: null })
  expect(play.sees('staff')?.vote).toBeNull()
  for (const who of ['r2', 'r3', 'monitor', 'staff']) {
    expect(JSON.stringify(play.view(who)), who).not.toContain('I changed my mind.')
  }
})

test('VOTE-8 when it closes everybody sees every answer, with the reasons for a change', () => {
  const play = panelOf(['yes', 'no', 'yes'], 'voting')
  play.must('r1', ballot('no', 'I changed my mind.'))
  play.must('monitor', closeVote)
  for (const who of ['r1', 'r2', 'monitor']) {
    expect(play.sees(who)?.vote?.result, who).toMatchObject({
      yes: 1,
      needed: 2,
      awarded: false,
      points: 0,
      closedBy: 'Panel monitor',
      recused: 0,
      excused: 0,
      answers: [
        { seat: 1, form: 'yes', answer: 'no', reasons: 'I changed my mind.' },
        { seat: 2, form: 'no', answer: 'no', reasons: null },
        { seat: 3, form: 'yes', answer: 'yes', reasons: null },
      ],
    })
  }
})

test('VOTE-8 until then a ballot counts for nothing: the seat stands by its form', () => {
  const play = panelOf(['yes', 'no', 'yes'], 'voting')
  play.must('r1', ballot('no', 'I changed my mind.'))
  expect(seatAnswers(play.review(), 'P2').map(({ answer }) => answer)).toEqual(['yes', 'no', 'yes'])
  play.must('monitor', closeVote)
  expect(seatAnswers(play.review(), 'P2').map(({ answer }) => answer)).toEqual(['no', 'no', 'yes'])
})

test('VOTE-9 a ballot can be changed until the vote closes, and then no more', () => {
  const play = panelOf(['yes', 'no', 'yes'], 'voting')
  play.must('r1', ballot('no', 'I changed my mind.'))
  play.must('r1', ballot('yes'))
  expect(play.sees('r2')?.vote?.cast).toBe(1)
  play.must('monitor', closeVote)
  expect(result(play).answers[0]).toEqual({ seat: 1, form: 'yes', answer: 'yes', reasons: null })
  expect(code(play, 'r1', ballot('no', 'Again.'))).toBe('out-of-turn')
})

test('VOTE-10 who does not vote stands by what their form says', () => {
  const play = panelOf(['yes', 'no', 'yes', 'no', 'yes'], 'voting')
  play.must('r2', ballot('yes', 'I was convinced.'))
  play.must('monitor', closeVote)
  expect(result(play)).toMatchObject({ yes: 4, needed: 3, awarded: true, points: 15 })
  expect(result(play).answers.map(({ answer }) => answer)).toEqual(['yes', 'yes', 'yes', 'no', 'yes'])
})

test('VOTE-11 a change needs reasons; confirming needs none', () => {
  const play = panelOf(['yes', 'no', 'yes'], 'voting')
  expect(code(play, 'r1', ballot('no'))).toBe('incomplete')
  expect(code(play, 'r1', ballot('no', '   '))).toBe('incomplete')
  expect([code(play, 'r1', ballot('no', 'Page 12.')), code(play, 'r1', ballot('yes'))]).toEqual([
    'done',
    'done',
  ])
})

test('VOTE-11 the signed form carries the determination as it was voted, with the reasons for the change', () => {
  const play = panelOf(['yes', 'no', 'yes'], 'voting')
  play.must('r1', ballot('no', 'I changed my mind.'))
  play.must('r2', ballot('no'))
  playTo(play, 'signed')
  const signed = play.review().seats.map(({ signed: found }) => found?.record.determinations['P2'])
  expect(signed.map((found) => found?.answer)).toEqual(['no', 'no', 'yes'])
  expect(signed.map((found) => found && play.facts.text(found.reasons))).toEqual([
    'I changed my mind.',
    'Own reasons 2.',
    'Own reasons 3.',
  ])
})

test('VOTE-12 only who has a seat votes, and an excused seat does not', () => {
  const play = panelOf(['yes', 'no', 'yes'], 'voting')
  for (const who of ['monitor', 'staff']) expect(code(play, who, ballot('yes'))).toBe('not-yours')
  play.must('staff', excuse(3))
  expect(code(play, 'r3', ballot('no', 'Too late.'))).toBe('out-of-turn')
})

test('VOTE-12 a seat excused after the reveal counts, and stands by its ballot or its form', () => {
  const play = panelOf(['yes', 'no', 'yes', 'no', 'no'], 'voting')
  play.must('r5', ballot('yes', 'I was convinced.'))
  play.must('staff', excuse(5))
  play.must('staff', excuse(1))
  play.must('monitor', closeVote)
  expect(result(play)).toMatchObject({ yes: 3, needed: 3, awarded: true, excused: 2 })
  expect(play.sees('monitor')?.vote?.seats).toBe(5)
})

test('VOTE-13 a recusal while the vote is open voids it: the ballots are gone and it can be opened anew', () => {
  const play = panelOf(['yes', 'no', 'yes', 'no'], 'voting')
  play.must('r1', ballot('no', 'I changed my mind.'))
  play.must('r4', recuse)
  expect(play.review().vote.status).toBe('none')
  expect(play.sees('r1')?.vote).toMatchObject({ status: 'differ', cast: 0, seats: 3, mine: { ballot: null } })
  play.must('monitor', openVote)
  play.must('monitor', closeVote)
  expect(result(play)).toMatchObject({ yes: 2, needed: 2, awarded: true })
})

test('VOTE-13 a recusal undone while the vote is open voids it too', () => {
  const play = panelOf(['yes', 'no', 'yes', 'no'], 'revealed')
  play.must('r4', recuse)
  play.must('monitor', openVote)
  play.must('r1', ballot('yes'))
  play.must('staff', clear('r4'))
  expect(play.sees('r1')?.vote).toMatchObject({ status: 'differ', cast: 0, seats: 4 })
})

test('VOTE-13 where those who are left agree, no vote is needed any more', () => {
  const play = panelOf(['yes', 'yes', 'no'], 'voting')
  play.must('r3', recuse)
  expect(play.sees('r1')?.vote).toMatchObject({ status: 'agreed', seats: 2, result: { yes: 2, points: 15 } })
})

test('VOTE-13 the monitor’s recusal voids nothing', () => {
  const play = panelOf(['yes', 'no', 'yes'], 'voting')
  play.must('r1', ballot('yes'))
  play.must('monitor', recuse)
  expect(play.sees('r1')?.vote).toMatchObject({ status: 'open', cast: 1 })
})

test('VOTE-14 after a late recusal the votes cast are counted anew without it', () => {
  const play = panelOf(['yes', 'yes', 'no', 'no', 'yes'], 'closed')
  expect(result(play)).toMatchObject({ yes: 3, needed: 3, awarded: true })
  play.must('r5', recuse)
  expect(result(play)).toMatchObject({ yes: 2, needed: 3, awarded: false, points: 0, recused: 1 })
  expect(play.sees('monitor')?.vote).toMatchObject({ status: 'closed', seats: 4 })
  playTo(play, 'signed')
  expect(applicationTotal(play.state(), play.review(), play.rubric)?.stem).toBe(0)
})

test('VOTE-14 and with it again where the recusal is undone', () => {
  const play = panelOf(['yes', 'yes', 'no', 'no', 'yes'], 'voted')
  play.must('r5', recuse)
  play.must('staff', clear('r5'))
  expect(result(play)).toMatchObject({ yes: 3, needed: 3, awarded: true })
})

test('VOTE-15 the result is the majority of ballots and forms, for any of them, and so the journal has it', () => {
  const anyAnswer = fc.constantFrom<Answer>('yes', 'no')
  const anySeat = fc.record({ form: anyAnswer, ballot: fc.option(anyAnswer) })
  fc.assert(
    fc.property(fc.array(anySeat, { minLength: 2, maxLength: 7 }), (seats) => {
      const play = panelOf(
        seats.map(({ form }) => form),
        'voting',
      )
      const votes = play.review().vote.status === 'open'
      seats.forEach(({ ballot: cast }, at) => {
        if (votes && cast) play.must(`r${at + 1}`, ballot(cast, 'Reasons.'))
      })
      playTo(play, 'voted')
      const answers = seats.map(({ form, ballot: cast }) => (votes && cast ? cast : form))
      const yes = answers.filter((answer) => answer === 'yes').length
      expect(result(play)).toMatchObject({
        yes,
        awarded: 2 * yes > seats.length,
        points: 2 * yes > seats.length ? 15 : 0,
      })
      const closed = play.events().find(({ kind }) => kind === 'vote.closed')
      const needed = Math.floor(seats.length / 2) + 1
      const counted = { review: alpha, seats: seats.length, yes, needed, awarded: yes >= needed }
      expect(closed?.data).toEqual(votes ? counted : undefined)
    }),
    { numRuns: 40 },
  )
})
