import { expect, test } from 'vitest'
import { fullForm } from '../harness/full-form.ts'
import { ballot, closeVote, playTo, reopenVote, sign, startPlay, type Play } from '../harness/pure-play.ts'

test('REOPEN-1 staff open a closed vote again, with a reason, and nobody else does', () => {
  const play = startPlay()
  play.type('r2', fullForm(play.rubric, { answer: 'no' }))
  for (const step of ['revealed', 'voting'] as const) {
    playTo(play, step)
    expect(play.send('staff', reopenVote)?.refused, step).toBe('out-of-turn')
  }
  playTo(play, 'voted')
  const before = play.state()
  for (const who of ['r1', 'monitor']) expect(play.send(who, reopenVote)?.refused, who).toBe('not-yours')
  expect(play.state()).toBe(before)
  play.must('staff', reopenVote)
  expect(play.review().vote).toMatchObject({ status: 'open', order: [] })
})

/** A vote that came to an end, and what followed it to a step. */
function voted(step: 'voted' | 'signed' | 'closed'): Play {
  const play = startPlay()
  play.type('r2', fullForm(play.rubric, { answer: 'no' }))
  playTo(play, 'voting')
  for (const who of ['r1', 'r3']) play.must(who, ballot('no', 'I read it again.'))
  return playTo(play, step)
}

test('REOPEN-2 everybody votes anew, and signs anew after it: ballots, signatures and close do not stand', () => {
  for (const step of ['voted', 'signed', 'closed'] as const) {
    const play = voted(step)
    expect(play.sees('r1')?.vote).toMatchObject({ status: 'closed', result: { yes: 2, awarded: false } })
    play.must('staff', reopenVote)
    expect(play.sees('r1'), step).toMatchObject({
      step: 'vote',
      closed: null,
      vote: { status: 'open', cast: 0, result: null, mine: { ballot: null } },
      mine: { signedAt: null },
      room: { writable: true },
    })
    expect(play.send('r1', sign(play, 'r1'))?.refused).toBe('out-of-turn')
    play.must('r1', ballot('yes'))
    play.must('monitor', closeVote)
    expect(play.sees('r1')?.vote?.result).toMatchObject({ yes: 4, awarded: true })
    playTo(play, 'locked')
  }
})

test('REOPEN-3 the panel is told that and why, and how the first vote ended stays in the journal', () => {
  const play = voted('voted')
  expect(play.sees('r1')?.vote?.reopened).toBeNull()
  play.must('staff', reopenVote)
  for (const who of ['r1', 'monitor'])
    expect(play.sees(who)?.vote?.reopened).toEqual({
      at: play.state().at,
      reason: 'Two misread the question.',
    })
  const kinds = play.events().map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'ballot.cast')).toHaveLength(2)
  expect(play.events().find(({ kind }) => kind === 'vote.closed')?.data).toMatchObject({
    yes: 2,
    awarded: false,
  })
})

test('REOPEN-4 what is locked is not opened again', () => {
  const play = voted('closed')
  playTo(play, 'locked')
  expect(play.send('staff', reopenVote)?.refused).toBe('out-of-turn')
})
