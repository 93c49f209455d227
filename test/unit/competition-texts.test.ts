import { expect, test } from 'vitest'
import { closeReasons } from '../../shared/protocol/close-codes.ts'
import { finishLock, keepText, lock, playTo, recuse, startPlay, type Say } from '../harness/pure-play.ts'

test('LOCK-10 what did not count is kept with the reason, a text or an entry under a row', () => {
  const play = playTo(startPlay(), 'score')
  for (const why of closeReasons) play.must('r1', { ...keepText, why } as Say)
  play.must('r1', { kind: 'text.keep', field: 'scores:(B)(1)(i)', text: '12', why: 'readOnly' })
  const kept = play.sees('r1')?.mine?.notCounted ?? []
  expect(kept.map(({ why }) => why)).toEqual([...closeReasons, 'readOnly'])
  expect(kept.at(-1)).toMatchObject({ field: 'scores:(B)(1)(i)', text: '12' })
})

test.each(['scores', 'scores:(Z)(9)', 'scores:', 'strengths:(Z)(9)', 'pages:(B)(1):x', 'constructor:x', ''])(
  'LOCK-10 nothing is kept for %s, which no form has',
  (field) => {
    const play = playTo(startPlay(), 'score')
    expect(play.ask('r1', { kind: 'text.keep', field, text: 'x' })?.refused).toBe('malformed')
  },
)

test('LOCK-11 what its author takes over or puts away leaves their list and stays with staff', () => {
  const play = playTo(startPlay(), 'closed')
  play.must('r1', keepText)
  play.must('r1', { ...keepText, text: 'Another.' } as Say)
  const [first] = play.sees('r1')?.mine?.notCounted ?? []
  const settle: Say = { kind: 'text.settle', kept: first?.id ?? 0 }
  expect(play.ask('r2', settle)?.refused).toBe('out-of-turn')
  play.must('r1', settle)
  expect(play.ask('r1', settle)?.refused).toBe('out-of-turn')
  expect(play.sees('r1')?.mine?.notCounted.map(({ text }) => text)).toEqual(['Another.'])
  play.must('staff', lock)
  finishLock(play)
  expect(play.sees('staff')?.progress?.[0]?.notCounted?.texts).toHaveLength(2)
})

test('LOCK-12 after a recusal what had been typed is kept; its author sees that it is, staff read it', () => {
  const play = playTo(startPlay(), 'revealed')
  play.must('r5', recuse)
  play.must('r5', keepText)
  expect(play.view('r5').reviews).toEqual([])
  expect(play.view('r5').keptUnseen).toBe(1)
  expect(JSON.stringify(play.view('r5'))).not.toContain('Typed too late.')
  for (const who of ['r1', 'monitor']) expect(play.view(who).keptUnseen).toBe(0)
  playTo(play, 'locked')
  const seat = play.sees('staff')?.progress?.find(({ person }) => person === 'r5')
  expect(seat?.notCounted?.texts?.map(({ text }) => text)).toEqual(['Typed too late.'])
})

test('LOCK-10 a note beside the application that did not count is kept for its author alone', () => {
  const play = playTo(startPlay(), 'score')
  play.must('r1', { kind: 'text.keep', field: 'note:abcdefgh', text: 'Check A-13.', why: 'tooLarge' })
  expect(play.sees('r1')?.mine?.notCounted.map(({ text }) => text)).toEqual(['Check A-13.'])
  playTo(play, 'locked')
  expect(play.sees('staff')?.progress?.[0]?.notCounted).toEqual({ count: 0, texts: [] })
})
