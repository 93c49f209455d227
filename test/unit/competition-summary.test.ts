import { expect, test } from 'vitest'
import type { Rules } from '../../shared/competition/setup.ts'
import { formHash } from '../../shared/form/form-record.ts'
import { fullForm, withReasons } from '../harness/full-form.ts'
import {
  agree,
  close,
  excuse,
  playTo,
  recuse,
  sign,
  startPlay,
  type Play,
  type Say,
} from '../harness/pure-play.ts'

const on = '(E)(1)'
const withdraw: Say = { kind: 'summary.withdraw', criterion: on }

function written(rules: Rules = {}): Play {
  const play = playTo(startPlay({ rules }), 'revealed')
  play.summarize(on, 'Four of five see a plan for every school.')
  return play
}

const agreeing = (play: Play, who = 'r1') => play.sees(who)?.summary?.agreed[on]?.map(({ seat }) => seat)
const closing = (play: Play) => {
  const found = play.events().findLast(({ kind }) => kind === 'review.closed')
  if (found?.kind !== 'review.closed') throw new Error('Nobody has closed it.')
  return found.data
}

test('TALK-20 each agrees with a summary as it stands, and takes it back', () => {
  const play = written()
  for (const who of ['r3', 'r1']) play.must(who, agree(play, on))
  for (const who of ['r2', 'monitor']) expect(agreeing(play, who)).toEqual([1, 3])
  play.must('r3', withdraw)
  expect(agreeing(play)).toEqual([1])
  expect(play.send('r3', withdraw)?.refused).toBe('out-of-turn')
  expect(play.sees('r1')?.summary).toMatchObject({ rule: 'optional', writable: true })
})

test('TALK-20 the journal holds the words agreed to', () => {
  const play = written()
  play.must('r1', agree(play, on))
  const said = play.events().at(-1)
  expect(said?.kind === 'summary.agreed' && play.facts.text(said.data.text)).toBe(
    'Four of five see a plan for every school.',
  )
})

test('TALK-20 nobody agrees with what is not there, or is another text or another score by now', () => {
  const play = written()
  const shown = agree(play, on)
  const before = play.state()
  expect(play.send('r1', agree(play, '(B)(1)'))?.refused).toBe('incomplete')
  expect(play.send('r1', agree(play, '(Z)(9)'))?.refused).toBe('malformed')
  play.summarize(on, 'Three of five see a plan for every school.')
  expect(play.send('r1', shown)?.sentence).toBe('The text or a score has changed. Read it again, then agree.')
  expect(play.state()).toBe(before)
  const now = agree(play, on)
  const data = { review: play.review().id, seat: 2, row: on, from: 10, to: 5 }
  play.happen({ kind: 'score.changed', data })
  expect(play.send('r1', now)?.refused).toBe('screen-differs')
  play.must('r1', agree(play, on))
})

test('TALK-20 only seats with a column agree', () => {
  const play = written()
  play.must('staff', excuse(2))
  expect(play.send('r2', agree(play, on))?.refused).toBe('out-of-turn')
  for (const who of ['monitor', 'staff']) expect(play.send(who, agree(play, on))?.refused).toBe('not-yours')
})

test('TALK-20 a late recusal takes an agreement out of view and leaves it in the record', () => {
  const play = written()
  for (const who of ['r5', 'r1']) play.must(who, agree(play, on))
  play.must('r5', recuse)
  expect(agreeing(play)).toEqual([1])
  expect(Object.keys(play.review().discussion.agreements[on] ?? {})).toEqual(['1', '5'])
})

test('TALK-21 the close holds each summary with the seats that agree with it as it is then', () => {
  const play = written()
  for (const who of ['r1', 'r2', 'r3', 'r5']) play.must(who, agree(play, on))
  play.must('r5', recuse)
  play.summarize(on, 'In the end all see a plan for every school.')
  for (const who of ['r2', 'r4']) play.must(who, agree(play, on))
  playTo(play, 'signed')
  play.must('monitor', { ...close, kind: 'review.close', commentsRead: true, assessment: 'We listened.' })
  const { summaries, assessment } = closing(play)
  expect(Object.entries(summaries ?? {})).toEqual([[on, { text: expect.anything(), agreed: [2, 4] }]])
  const [ref] = Object.values(summaries ?? {})
  expect(ref && play.facts.text(ref.text)).toBe('In the end all see a plan for every school.')
  expect(assessment && play.facts.text(assessment)).toBe('We listened.')
  for (const who of ['r1', 'monitor', 'staff'])
    expect(play.sees(who)?.closed).toMatchObject({ by: 'Panel monitor', assessment: 'We listened.' })
})

test('TALK-21 an agreement does not stand for scores that changed after it', () => {
  const play = written()
  play.must('r1', agree(play, on))
  play.type('r2', withReasons(fullForm(play.rubric, { points: { [on]: 5 } }), play.form('r2')))
  playTo(play, 'closed')
  expect(closing(play).summaries).toMatchObject({ [on]: { agreed: [] } })
})

test('TALK-21 where nothing was written the close says nothing of it', () => {
  const play = playTo(startPlay(), 'closed')
  expect(closing(play)).toEqual({ review: play.review().id, commentsRead: true })
  expect(play.sees('r1')?.closed?.assessment).toBeNull()
})

test('TALK-21 a competition that asks for summaries has no close without one on each criterion', () => {
  const play = playTo(written({ summary: 'required' }), 'signed')
  expect(play.send('monitor', close)?.sentence).toBe(
    '(B)(1) has no summary, and this competition asks for one.',
  )
  for (const { id } of play.rubric.criteria) play.summarize(id, `What we say of ${id}.`)
  play.must('monitor', close)
  expect(Object.keys(closing(play).summaries ?? {})).toHaveLength(play.rubric.criteria.length)
})

test('TALK-21 a competition without summaries has none to agree with and none in its record', () => {
  const play = written({ summary: 'off' })
  expect(play.sees('r1')?.summary).toBeNull()
  expect(play.send('r1', agree(play, on))?.sentence).toBe('This panel writes no summaries.')
  playTo(play, 'closed')
  expect(closing(play)).not.toHaveProperty('summaries')
})

test('TALK-22 a view of one’s own beside the panel’s stands in the column that is signed', () => {
  const play = written()
  const own = { ...play.form('r2'), minority: { [on]: 'I see no plan for the smallest ones.' } }
  play.type('r2', own)
  play.must('r2', sign(play, 'r2'))
  const kept = play.review().seats[1]?.signed?.record.minority?.[on]
  expect(kept && play.facts.text(kept)).toBe('I see no plan for the smallest ones.')
  expect(formHash(own)).not.toBe(formHash({ ...own, minority: {} }))
})
