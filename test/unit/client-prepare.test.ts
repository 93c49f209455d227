import { describe, expect, test } from 'vitest'
import { inTurn } from '../../client/in-turn.ts'
import { needOf } from '../../client/reviewer/needs.ts'
import { newsBetween } from '../../client/reviewer/news.ts'
import { nudgedNow, reminderWords } from '../../client/reviewer/nudge.tsx'
import type { ReviewView } from '../../shared/competition/view.ts'
import { alpha, attest, certify, playTo, startPlay, type Play, type Say } from '../harness/pure-play.ts'

const nudge: Say = { kind: 'seat.nudge', seat: 1 }
const giveBack: Say = { kind: 'form.return', seat: 1, reason: 'Which page says so?' }

/** What the page about all applications tells reviewer 1 to do. */
function need(play: Play): string | undefined {
  const review = play.sees('r1')
  return review && needOf(review, { rubric: play.rubric, record: play.form('r1') }, 'required', null).sentence
}

function reviewOf(play: Play): ReviewView {
  const review = play.sees('r1')
  if (!review) throw new Error('Reviewer 1 does not see it.')
  return review
}

/** What reviewer 1 hears while something happens. */
function heard(play: Play, happens: () => void): readonly string[] {
  const before = play.view('r1')
  happens()
  return newsBetween(before, play.view('r1'), alpha)
}

describe('PREPARE-1 a reviewer who is asked how far they are', () => {
  test('PREPARE-1 hears it, and reads it beside what comes next until they are ready', () => {
    const play = playTo(startPlay(), 'score')
    expect(heard(play, () => play.must('monitor', nudge))).toEqual(['You have a reminder.'])
    expect(need(play)).toBe('Say ready. This is a reminder')
    play.must('r1', attest(play, 'r1'))
    expect(need(play)).toBe('Ready. Waiting for the panel: 1 of 5 ready')
  })

  test('PREPARE-1 is told no more of what was asked before they were ready, also after the reveal; of what is asked then until they sign', () => {
    const play = playTo(startPlay(), 'score')
    const now = (): boolean => {
      const review = play.sees('r1')
      return review !== undefined && nudgedNow(review) !== null
    }
    play.must('monitor', nudge)
    expect(now()).toBe(true)
    playTo(play, 'revealed')
    expect(now()).toBe(false)
    play.must('monitor', nudge)
    expect(now()).toBe(true)
    playTo(play, 'signed')
    expect(now()).toBe(false)
  })
})

test('PREPARE-3 a reviewer hears of a return, and reads it as what comes next until they are ready again', () => {
  const play = playTo(startPlay(), 'ready')
  expect(heard(play, () => play.must('monitor', giveBack))).toContain(
    'The panel monitor has returned your form, for better comments.',
  )
  expect(need(play)).toBe('Better comments are asked for')
  expect(heard(play, () => play.must('r1', attest(play, 'r1')))).toEqual([])
  expect(need(play)).toBe('All are ready. Waiting for the reveal')
})

test('PREPARE-50 a reviewer whose form staff return reads that staff do, and not their monitor', () => {
  const play = playTo(startPlay(), 'ready')
  const news = heard(play, () => play.must('staff', giveBack))
  expect(news).toContain('Program staff have returned your form, for better comments.')
  expect(play.sees('r1')?.mine?.returned).toMatchObject({ by: 'staff' })
})

test('PREPARE-51 a reminder says what is waited for: the form, one that cannot be written now, or the signature', () => {
  const play = playTo(startPlay(), 'score')
  const said = (): string => reminderWords(reviewOf(play))
  expect(said()).toMatch(/your form is waited for. Go on with it, and say ready/)
  const { mine, revealed } = reviewOf(play)
  const shut = mine && { ...mine, form: { ...mine.form, writable: false } }
  expect(reminderWords({ mine: shut, revealed })).toMatch(/as soon as it can be written again/)
  playTo(play, 'revealed')
  expect(said()).toMatch(/your signature is waited for/)
})

test('SEATS-1 a reviewer hears that staff have given them more time', () => {
  const play = playTo(startPlay(), 'score')
  const extend: Say = {
    kind: 'seat.extend',
    seat: 1,
    until: 4_000_000_000_000,
    reason: 'No power since noon.',
  }
  expect(heard(play, () => play.must('staff', extend))).toEqual(['Staff have given you more time.'])
})

test('ABSOLUTE-1 after the close the absolute priority comes next for who has not confirmed or changed it', () => {
  const play = playTo(startPlay(), 'closed')
  expect(need(play)).toBe('Confirm or change the absolute priority')
  play.must('r1', { kind: 'absolute.answer', priority: 'P1', answer: 'yes', reasons: '' })
  expect(need(play)).toBe('Closed, with staff')
})

test('PREPARE-4 a panel sees its applications in the order that its monitor has set; who has not certified, as they are listed', () => {
  const play = startPlay({ more: ['gamma', 'delta'] })
  const reviews = ['delta.1.1', alpha, 'gamma.1.1']
  for (const review of reviews) for (const who of ['r1', 'monitor']) play.must(who, certify, review)
  play.must('monitor', { kind: 'panel.arrange', by: 'hand', reviews })
  for (const who of ['r1', 'monitor'])
    expect(inTurn(play.view(who).reviews).map(({ id }) => id)).toEqual(reviews)
  const listed = play.view('r2').reviews.map(({ id }) => id)
  expect(inTurn(play.view('r2').reviews).map(({ id }) => id)).toEqual(listed)
})
