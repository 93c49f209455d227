import { describe, expect, test } from 'vitest'
import { inTurn } from '../../client/in-turn.ts'
import { attestedForm } from '../../shared/competition/attested-view.ts'
import { fullForm } from '../harness/full-form.ts'
import {
  alpha,
  attest,
  certify,
  excuse,
  playTo,
  recuse,
  reveal,
  startPlay,
  type Play,
  type Say,
} from '../harness/pure-play.ts'

const nudge = (seat: number): Say => ({ kind: 'seat.nudge', seat })
const open = (seat: number): Say => ({ kind: 'form.open', seat })
const giveBack = (seat: number): Say => ({ kind: 'form.return', seat, reason: 'Which page says so?' })

/** What somebody reads of the form of seat 1. */
function formOfFirst(play: Play, who: string) {
  const { rubric, facts } = play
  return attestedForm(play.state(), play.review(), 1, { person: play.person(who), rubric, text: facts.text })
}

const everybodyElse = ['r1', 'r2', 'staff', 'other', 'other-monitor', 'official', 'spare']

test('PREPARE-1 the monitor asks a seat how far it is while somebody waits for it; its reviewer, the monitor and staff are told, and nobody else', () => {
  const play = playTo(startPlay(), 'score')
  const others = ['r2', 'r3', 'official', 'spare'].map((who) => play.view(who))
  play.must('monitor', nudge(1))
  const at = play.state().at
  expect(play.sees('r1')?.mine?.nudgedAt).toBe(at)
  for (const who of ['monitor', 'staff'])
    expect(play.sees(who)?.progress?.map(({ nudgedAt }) => nudgedAt)).toEqual([
      at,
      null,
      null,
      null,
      null,
      null,
    ])
  expect(['r2', 'r3', 'official', 'spare'].map((who) => play.view(who))).toEqual(others)
  play.must('r1', attest(play, 'r1'))
  expect(play.sees('r1')?.mine?.nudgedAt).toBe(null)
  expect(play.send('monitor', nudge(1))).toMatchObject({ refused: 'out-of-turn' })
})

describe('PREPARE-2 an attested form', () => {
  test('PREPARE-2 is read by its panel’s monitor alone, who has opened it as it is attested now; each opening is an event', () => {
    const play = playTo(startPlay(), 'ready')
    expect(formOfFirst(play, 'monitor')).toBe(null)
    play.must('monitor', open(1))
    play.must('monitor', open(1))
    const openings = play.events().filter(({ kind }) => kind === 'form.opened')
    expect(openings.map(({ by, data }) => ({ by, data }))).toEqual(
      [1, 2].map(() => ({ by: 'monitor', data: { review: alpha, seat: 1 } })),
    )
    const { record, returned } = formOfFirst(play, 'monitor') ?? {}
    expect(record).toEqual(play.form('r1'))
    expect(returned).toBe(null)
    for (const who of everybodyElse) expect(formOfFirst(play, who)).toBe(null)
    play.must('r1', { kind: 'form.takeBack' })
    expect(formOfFirst(play, 'monitor')).toBe(null)
    play.must('r1', attest(play, 'r1'))
    expect(formOfFirst(play, 'monitor')).toBe(null)
  })

  test('PREPARE-2 is not opened before it is ready, from the reveal on, once its seat has left, or where the competition says so', () => {
    const play = playTo(startPlay(), 'score')
    expect(play.ask('monitor', open(1))).toMatchObject({ refused: 'out-of-turn' })
    playTo(play, 'ready')
    play.must('monitor', open(1))
    play.must('r1', recuse)
    expect(play.ask('monitor', open(1))).toMatchObject({ refused: 'out-of-turn' })
    expect(formOfFirst(play, 'monitor')).toBe(null)
    play.must('monitor', reveal)
    expect(play.ask('monitor', open(2))).toMatchObject({ refused: 'out-of-turn' })

    const shut = playTo(startPlay({ rules: { monitorReadsAttested: false } }), 'ready')
    expect(shut.ask('monitor', open(1))).toMatchObject({ refused: 'not-yours' })
    expect(formOfFirst(shut, 'monitor')).toBe(null)
    expect(shut.view('r1').competition.rules.monitorReadsAttested).toBe(false)
  })

  test('PREPARE-2 is not opened by anybody else', () => {
    const play = playTo(startPlay(), 'ready')
    for (const who of everybodyElse) expect(play.ask(who, open(1))).toHaveProperty('refused')
  })
})

describe('PREPARE-3 a return', () => {
  test('PREPARE-3 opens the form again, keeps what was attested, and tells its reviewer the reason until they are ready', () => {
    const play = playTo(startPlay(), 'ready')
    const { attested } = play.review().seats[0] ?? {}
    play.must('monitor', giveBack(1))
    const mine = play.sees('r1')?.mine
    expect(mine).toMatchObject({ attestedAt: null, form: { writable: true } })
    expect(mine?.returned).toEqual({ at: play.state().at, reason: 'Which page says so?' })
    expect(play.review().seats[0]?.returned?.record).toEqual(attested?.record)
    expect(play.sees('monitor')?.blockers?.reveal).toEqual(['Reviewer 1 is not ready.'])
    for (const peer of ['r2', 'r3'])
      expect(JSON.stringify(play.view(peer))).not.toContain('Which page says so?')
    play.must('r1', attest(play, 'r1'))
    expect(play.sees('r1')?.mine?.returned).toBe(null)
  })

  test('PREPARE-3 tells the monitor, once the form is ready again, which points are no longer the same', () => {
    const play = playTo(startPlay(), 'ready')
    play.must('monitor', giveBack(1))
    play.type('r1', fullForm(play.rubric, { text: 'Page 27 says so.' }))
    play.must('r1', attest(play, 'r1'))
    play.must('monitor', open(1))
    expect(formOfFirst(play, 'monitor')?.returned).toMatchObject({
      reason: 'Which page says so?',
      changedRows: [],
    })
    play.must('monitor', giveBack(1))
    const [row = ''] = Object.keys(play.form('r1').scores)
    play.type('r1', fullForm(play.rubric, { points: { [row]: 0 } }))
    play.must('r1', attest(play, 'r1'))
    play.must('monitor', open(1))
    expect(formOfFirst(play, 'monitor')?.returned?.changedRows).toEqual([row])
  })

  test('PREPARE-3 needs a reason and an attested form, and comes too late once the scores are revealed', () => {
    const play = playTo(startPlay(), 'score')
    expect(play.ask('monitor', giveBack(1))).toMatchObject({ refused: 'out-of-turn' })
    playTo(play, 'revealed')
    expect(play.ask('monitor', giveBack(1))).toMatchObject({ refused: 'out-of-turn' })
    expect(play.ask('r2', giveBack(1))).toMatchObject({ refused: 'not-yours' })
  })

  test('PREPARE-3 is not for a seat that staff excused', () => {
    const play = playTo(startPlay(), 'ready')
    play.must('staff', excuse(1))
    expect(play.ask('monitor', giveBack(1))).toMatchObject({ refused: 'out-of-turn' })
    expect(play.ask('monitor', nudge(1))).toMatchObject({ refused: 'out-of-turn' })
  })
})

test('PREPARE-6 a panel sees its applications in the order that its monitor has set; whoever has not certified, as they are listed', () => {
  const play = startPlay({ more: ['gamma', 'delta'] })
  const reviews = ['delta.1.1', alpha, 'gamma.1.1']
  for (const review of reviews) for (const who of ['r1', 'monitor']) play.must(who, certify, review)
  play.must('monitor', { kind: 'panel.arrange', by: 'hand', reviews })
  for (const who of ['r1', 'monitor'])
    expect(inTurn(play.view(who).reviews).map(({ id }) => id)).toEqual(reviews)
  const listed = play.view('r2').reviews.map(({ id }) => id)
  expect(inTurn(play.view('r2').reviews).map(({ id }) => id)).toEqual(listed)
})
