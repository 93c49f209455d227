import { expect, test } from 'vitest'
import { attestedForm } from '../../shared/competition/attested-view.ts'
import { lockedRecord } from '../../shared/competition/locked-record.ts'
import { fullForm } from '../harness/full-form.ts'
import {
  attest,
  ballot,
  certify,
  clear,
  close,
  closeVote,
  excuse,
  goOn,
  openVote,
  playTo,
  recuse,
  replace,
  reveal,
  sign,
  startPlay,
  type Play,
  type Say,
} from '../harness/pure-play.ts'

const open = (seat: number): Say => ({ kind: 'form.open', seat })
const giveBack = (seat: number): Say => ({ kind: 'form.return', seat, reason: 'Say what page.' })
const nudge = (seat: number): Say => ({ kind: 'seat.nudge', seat })
const extend = (seat: number): Say => ({
  kind: 'seat.extend',
  seat,
  until: 4_000_000_000_000,
  reason: 'Their server was down.',
})
const progress = (play: Play, seat: number, who = 'monitor') =>
  play.sees(who)?.progress?.find((each) => each.seat === seat)
const reads = (play: Play, seat: number, who = 'monitor') =>
  attestedForm(play.state(), play.review(), seat, {
    person: play.person(who),
    rubric: play.rubric,
    text: play.facts.text,
  })

/** No refusal of these changes anything. */
function refused(play: Play, tries: readonly (readonly [who: string, say: Say])[]): readonly unknown[] {
  const before = play.state()
  const codes = tries.map(([who, say]) => play.send(who, say)?.refused ?? 'done')
  expect(play.state()).toBe(before)
  return codes
}

test('SEAT-1 before the reveal the monitor opens attested forms to prepare, and each opening is in the journal', () => {
  const play = playTo(startPlay(), 'score')
  play.must('r1', attest(play, 'r1'))
  expect(reads(play, 1)).toBeNull()
  play.must('monitor', open(1))
  expect(play.events().at(-1)).toMatchObject({ kind: 'form.opened', by: 'monitor', data: { seat: 1 } })
  expect(reads(play, 1)).toMatchObject({ record: play.form('r1'), returned: null })
  expect(progress(play, 1)?.openedAt).toBe(play.state().at)
  expect(
    refused(play, [
      ['monitor', open(2)],
      ['staff', open(1)],
      ['r1', open(1)],
      ['monitor', open(9)],
    ]),
  ).toEqual(['out-of-turn', 'not-yours', 'not-yours', 'not-found'])
})

test('SEAT-1 nobody else reads it, and nothing else does it reach: not staff, not a reviewer, not their own view', () => {
  const play = playTo(startPlay(), 'score')
  play.type('r1', fullForm(play.rubric, { text: 'Nobody else reads this.' }))
  play.must('r1', attest(play, 'r1'))
  play.must('monitor', open(1))
  for (const who of ['r1', 'r2', 'staff', 'other-monitor', 'official', 'spare'])
    expect(reads(play, 1, who), who).toBeNull()
  for (const who of ['r1', 'r2', 'staff', 'monitor'])
    expect(JSON.stringify(play.view(who)), who).not.toContain('Nobody else')
})

test('SEAT-1 a form that is given anew is opened anew, and after the reveal it is read in the room', () => {
  const play = playTo(startPlay(), 'ready')
  for (const seat of [1, 2]) play.must('monitor', open(seat))
  play.must('r1', { kind: 'form.takeBack' })
  expect(reads(play, 1)).toBeNull()
  play.must('r1', attest(play, 'r1'))
  expect(reads(play, 1)).toBeNull()
  play.must('staff', excuse(2))
  expect(reads(play, 2)).toBeNull()
  play.must('monitor', open(1))
  play.must('monitor', reveal)
  expect(reads(play, 1)).toBeNull()
  expect(refused(play, [['monitor', open(1)]])).toEqual(['out-of-turn'])
})

test('SEAT-1 a competition can say that nobody reads a form before the reveal', () => {
  const play = playTo(startPlay({ rules: { monitorReadsAttested: false } }), 'ready')
  expect(refused(play, [['monitor', open(1)]])).toEqual(['not-yours'])
  expect(reads(play, 1)).toBeNull()
})

test('SEAT-2 a returned form opens again for its reviewer, who is told why until it is ready again', () => {
  const play = playTo(startPlay(), 'ready')
  play.must('monitor', giveBack(2))
  expect(play.sees('r2')?.mine).toMatchObject({
    attestedAt: null,
    form: { writable: true },
    returned: { at: play.state().at, by: 'monitor', reason: 'Say what page.' },
  })
  expect(play.sees('r1')).toMatchObject({ ready: { count: 4, of: 5 }, mine: { returned: null } })
  expect(
    refused(play, [
      ['monitor', reveal],
      ['monitor', giveBack(2)],
    ]),
  ).toEqual(['out-of-turn', 'out-of-turn'])
  play.must('r2', attest(play, 'r2'))
  expect(play.sees('r2')?.mine).toMatchObject({ returned: null, form: { writable: false } })
  expect(progress(play, 2)?.returned?.reason).toBe('Say what page.')
})

test('SEAT-2 what was attested is kept: the monitor is told which points are others by now', () => {
  const play = playTo(startPlay(), 'ready')
  const given = play.review().seats[1]?.attested?.record
  play.must('monitor', giveBack(2))
  expect(play.review().seats[1]?.returned?.record).toEqual(given)
  play.type('r2', fullForm(play.rubric, { points: { '(E)(1)': 5 }, text: 'Page 27 has it.' }))
  play.must('r2', attest(play, 'r2'))
  play.must('monitor', open(2))
  expect(reads(play, 2)?.returned).toMatchObject({ reason: 'Say what page.', changedRows: ['(E)(1)'] })
})

test('SEAT-2 the monitor or staff return, with a reason, what is ready and not revealed', () => {
  const play = playTo(startPlay(), 'score')
  play.must('r1', attest(play, 'r1'))
  expect(
    refused(play, [
      ['monitor', giveBack(2)],
      ['staff', giveBack(2)],
      ['r2', giveBack(1)],
      ['monitor', giveBack(7)],
    ]),
  ).toEqual(['out-of-turn', 'out-of-turn', 'not-yours', 'not-found'])
  playTo(play, 'revealed')
  expect(refused(play, [['monitor', giveBack(1)]])).toEqual(['out-of-turn'])
})

test('SEAT-3 the monitor nudges whom the panel waits for, who is told until it is done', () => {
  const play = playTo(startPlay(), 'score')
  play.must('monitor', nudge(1))
  const at = play.state().at
  expect([play.sees('r1')?.mine?.nudgedAt, progress(play, 1)?.nudgedAt]).toEqual([at, at])
  expect(play.sees('r2')?.mine?.nudgedAt).toBeNull()
  play.must('r1', attest(play, 'r1'))
  expect(play.sees('r1')?.mine?.nudgedAt).toBeNull()
  playTo(play, 'revealed')
  expect(play.sees('r1')?.mine?.nudgedAt).toBeNull()
  play.must('monitor', nudge(1))
  expect(play.sees('r1')?.mine?.nudgedAt).toBe(play.state().at)
  play.must('r1', sign(play, 'r1'))
  expect(play.sees('r1')?.mine?.nudgedAt).toBeNull()
})

test('SEAT-3 nobody else nudges, and nobody is nudged for whom nobody waits', () => {
  const play = playTo(startPlay(), 'score')
  play.must('r1', attest(play, 'r1'))
  play.must('staff', excuse(5))
  play.must('r4', recuse)
  expect(
    refused(play, [
      ['monitor', nudge(1)],
      ['monitor', nudge(5)],
      ['monitor', nudge(4)],
      ['monitor', nudge(9)],
      ['staff', nudge(1)],
      ['r1', nudge(2)],
    ]),
  ).toEqual(['out-of-turn', 'out-of-turn', 'out-of-turn', 'not-found', 'out-of-turn', 'not-yours'])
  playTo(play, 'closed')
  expect(refused(play, [['monitor', nudge(1)]])).toEqual(['out-of-turn'])
})

test('SEAT-4 staff give a seat more time, with a reason; the seat, the monitor and staff see until when', () => {
  const play = playTo(startPlay(), 'score')
  play.must('staff', extend(2))
  expect(play.sees('r2')?.mine?.until).toBe(4_000_000_000_000)
  for (const who of ['monitor', 'staff']) expect(progress(play, 2, who)?.until).toBe(4_000_000_000_000)
  expect(play.sees('r1')?.mine?.until).toBeNull()
  play.must('staff', excuse(3))
  expect(
    refused(play, [
      ['monitor', extend(1)],
      ['r1', extend(1)],
      ['staff', extend(3)],
      ['staff', extend(9)],
    ]),
  ).toEqual(['not-yours', 'not-yours', 'out-of-turn', 'not-found'])
  const passed: Say = {
    kind: 'seat.extend',
    seat: 1,
    until: play.state().at,
    reason: 'Their server was down.',
  }
  expect(refused(play, [['staff', passed]])).toEqual(['malformed'])
  playTo(play, 'closed')
  expect(refused(play, [['staff', extend(1)]])).toEqual(['out-of-turn'])
})

test('SEAT-5 staff replace a seat that is excused or recused by a reviewer who has none here, in a seat of their own', () => {
  const play = playTo(startPlay(), 'score')
  const apart = play.sees('staff')?.notStandIns
  expect(play.view('staff').reviewers?.filter(({ person }) => !apart?.includes(person))).toMatchObject([
    { person: 'other' },
    { person: 'spare' },
  ])
  expect(
    refused(play, [
      ['staff', replace(1)],
      ['staff', replace(9)],
    ]),
  ).toEqual(['out-of-turn', 'not-found'])
  play.must('staff', excuse(1))
  expect(
    refused(play, [
      ['monitor', replace(1)],
      ['r2', replace(1)],
      ['staff', replace(1, 'r2')],
      ['staff', replace(1, 'staff')],
      ['staff', replace(1, 'nobody')],
    ]),
  ).toEqual(['not-yours', 'not-yours', 'out-of-turn', 'malformed', 'malformed'])
  play.must('staff', replace(1))
  expect(play.review().seats.map(({ number, person, replacedBy }) => [number, person, replacedBy])).toEqual([
    [1, 'r1', 6],
    [2, 'r2', null],
    [3, 'r3', null],
    [4, 'r4', null],
    [5, 'r5', null],
    [6, 'spare', null],
  ])
  expect(play.sees('spare')).toMatchObject({ step: 'conflicts', conflict: { status: 'open' }, mine: null })
  play.must('r2', recuse)
  expect(
    refused(play, [
      ['staff', replace(1, 'other')],
      ['staff', replace(2)],
    ]),
  ).toEqual(['out-of-turn', 'out-of-turn'])
})

test('SEAT-5 whoever takes a seat scores like all others, and the panel is as large as before', () => {
  const play = playTo(startPlay(), 'score')
  play.must('r1', recuse)
  play.must('staff', replace(1))
  play.must('spare', certify)
  expect(play.sees('r2')?.ready).toEqual({ count: 0, of: 5 })
  playTo(play, 'revealed')
  expect(play.sees('spare')?.panel?.map(({ seat }) => seat)).toEqual([2, 3, 4, 5, 6])
  const { seats } = lockedRecord(playTo(play, 'closed').state(), play.review(), play.rubric)
  expect(seats.map(({ standing }) => standing)).toEqual(['recused', ...Array(5).fill('sitting')])
})

test('SEAT-5 after the reveal it takes the column out of mean, vote and view, voids a vote, and the others sign anew', () => {
  const play = startPlay()
  play.type('r2', fullForm(play.rubric, { answer: 'no' }))
  playTo(play, 'voting')
  play.must('r3', ballot('yes'))
  play.must('staff', excuse(1))
  play.must('staff', replace(1))
  expect(
    play
      .events()
      .slice(-2)
      .map(({ kind }) => kind),
  ).toEqual(['seat.replaced', 'vote.voided'])
  expect(play.sees('r2')).toMatchObject({ vote: { status: 'differ', seats: 5, cast: 0 } })
  expect(play.sees('r2')?.panel?.map(({ seat }) => seat)).toEqual([2, 3, 4, 5])
  const voted = startPlay()
  voted.type('r2', fullForm(voted.rubric, { answer: 'no' }))
  playTo(voted, 'voted').must('staff', excuse(1))
  voted.must('staff', replace(1))
  expect(voted.review().vote.status).toBe('none')
  const signed = playTo(startPlay(), 'signed')
  signed.must('staff', excuse(1))
  expect(signed.review().seats.filter((seat) => seat.signed)).toHaveLength(4)
  signed.must('staff', replace(1))
  expect(signed.review().seats.filter((seat) => seat.signed)).toHaveLength(0)
  playTo(signed, 'closed')
  signed.send('staff', excuse(2))
  expect(refused(signed, [['staff', replace(2)]])).toEqual(['out-of-turn'])
})

test('SEAT-5 a panel of nine stays one of nine', () => {
  const play = startPlay({ seats: 9 })
  play.must('staff', excuse(1))
  play.must('staff', replace(1))
  play.must('spare', certify)
  expect([play.sees('spare')?.mine?.seat, play.sees('spare')?.ready?.of]).toEqual([10, 9])
})

test('SEAT-8 whoever was replaced is out like somebody recused, and does not come back', () => {
  const play = playTo(startPlay(), 'revealed')
  play.must('staff', excuse(1))
  play.must('staff', replace(1))
  expect(play.sees('r1')).toBeUndefined()
  expect(play.send('r1', certify)?.refused).toBe('not-found')
  expect(play.send('staff', clear('r1'))?.sentence).toBe(
    'Somebody else has taken that seat. It cannot come back.',
  )
  expect(play.review().seats[0]?.attested).not.toBeNull()
})

test('SEAT-9 a panel that has become smaller than the rules ask for waits for staff before reveal and close', () => {
  const play = playTo(startPlay(), 'ready')
  for (const seat of [1, 2, 3]) play.must('staff', excuse(seat))
  for (const who of ['monitor', 'staff'])
    expect(play.sees(who)).toMatchObject({
      thin: true,
      blockers: { reveal: ['2 seats are left. Staff decide whether the panel goes on.'] },
    })
  expect(play.sees('r4')).toMatchObject({ thin: false, blockers: null })
  expect(
    refused(play, [
      ['monitor', reveal],
      ['monitor', goOn],
      ['r4', goOn],
    ]),
  ).toEqual(['out-of-turn', 'not-yours', 'not-yours'])
  play.must('staff', goOn)
  expect(play.sees('monitor')).toMatchObject({ thin: false, blockers: { reveal: [] } })
  expect(refused(play, [['staff', goOn]])).toEqual(['out-of-turn'])
  play.must('monitor', reveal)
  play.must('staff', excuse(4))
  for (const seat of [5]) play.must(`r${seat}`, sign(play, `r${seat}`))
  expect(play.send('monitor', close)?.sentence).toBe(
    '1 seat is left. Staff decide whether the panel goes on.',
  )
  play.must('staff', goOn)
  play.must('monitor', close)
})

test('SEAT-9 the competition says how small, and a panel that was made that small is not too small', () => {
  const small = playTo(startPlay({ seats: 2 }), 'revealed')
  expect(small.sees('staff')?.thin).toBe(false)
  const strict = playTo(startPlay({ rules: { smallestPanel: 5 } }), 'ready')
  strict.must('staff', excuse(1))
  expect(strict.send('monitor', reveal)?.refused).toBe('out-of-turn')
  strict.must('staff', replace(1))
  strict.must('spare', certify)
  strict.must('spare', attest(strict, 'spare'))
  strict.must('monitor', reveal)
  // A set-up from before there was such a rule has no smallest panel.
  for (const rules of [{ smallestPanel: 1 }, null]) {
    const loose = playTo(startPlay({ rules }), 'ready')
    for (const seat of [1, 2, 3, 4]) loose.must('staff', excuse(seat))
    loose.must('monitor', reveal)
  }
})

test('SEAT-10 staff open what the outcome hangs on once the whole tier is locked, and each opening is in the journal', () => {
  const play = playTo(startPlay(), 'closed')
  const tier: Say = { kind: 'tier.open' }
  expect(
    refused(play, [
      ['staff', tier],
      ['monitor', tier],
      ['r1', tier],
      ['official', tier],
    ]),
  ).toEqual(['out-of-turn', 'not-yours', 'not-yours', 'not-yours'])
  playTo(play, 'locked')
  expect(play.view('staff').tiers).toEqual([{ tier: 1, locked: false, openedAt: null }])
  expect(refused(play, [['staff', tier]])).toEqual(['out-of-turn'])
  lockOther(play)
  expect(
    refused(play, [
      ['monitor', tier],
      ['r1', tier],
      ['official', tier],
    ]),
  ).toEqual(Array(3).fill('not-yours'))
  play.must('staff', tier)
  expect(play.view('staff').tiers).toEqual([{ tier: 1, locked: true, openedAt: play.state().at }])
  for (const who of ['monitor', 'r1', 'official']) expect(play.view(who).tiers, who).toBeNull()
})

/** The other panel's only review, by what its events are. */
function lockOther(play: Play): void {
  const review = 'beta.1.1'
  play.happen({ kind: 'lock.started', data: { review } })
  play.happen({ kind: 'review.locked', data: { review, recordHash: 'e'.repeat(64), documents: [] } })
}

test('SEAT-7 with the form of who came late their column opens, and what it says counts', () => {
  const play = startPlay()
  play.type('spare', fullForm(play.rubric, { points: { '(E)(1)': 0 }, answer: 'no' }))
  playTo(play, 'revealed')
  play.must('staff', excuse(1))
  play.must('staff', replace(1))
  for (const who of ['r2', 'r3']) play.must(who, sign(play, who))
  play.must('spare', certify)
  expect(play.sees('monitor')?.blockers?.close).toContain('Reviewer 6 has not signed.')
  expect(play.send('monitor', openVote)?.sentence).toBe('Seat 6 is not ready yet, and votes with the others.')
  play.must('spare', attest(play, 'spare'))
  expect(play.sees('spare')).toMatchObject({
    room: { writable: true },
    mine: { form: { writable: false } },
    vote: { status: 'differ', mine: { form: 'no' } },
    revealed: { by: 'Panel monitor' },
  })
  expect(play.sees('r2')).toMatchObject({ ready: { count: 5, of: 5 }, mine: { signedAt: null } })
  expect(play.sees('r2')?.panel?.map(({ seat }) => seat)).toEqual([2, 3, 4, 5, 6])
  play.must('monitor', openVote)
  play.must('spare', ballot('no'))
  play.must('monitor', closeVote)
  const { mean, seats } = lockedRecord(playTo(play, 'closed').state(), play.review(), play.rubric)
  expect([mean, seats.map(({ standing }) => standing)]).toEqual([
    { sum: 4 * 74 + 64, count: 5 },
    ['recused', ...Array(5).fill('sitting')],
  ])
})

test('SEAT-7 their form is not taken back any more, and the panel waits until they have signed', () => {
  const play = playTo(startPlay(), 'revealed')
  play.must('staff', excuse(1))
  play.must('staff', replace(1))
  play.must('spare', certify)
  play.must('monitor', nudge(6))
  play.must('spare', attest(play, 'spare'))
  expect(play.sees('spare')?.mine?.nudgedAt).toBeNull()
  expect(
    refused(play, [
      ['spare', { kind: 'form.takeBack' }],
      ['spare', attest(play, 'spare')],
    ]),
  ).toEqual(['out-of-turn', 'out-of-turn'])
  for (const seat of [2, 3, 4, 5]) play.must(`r${seat}`, sign(play, `r${seat}`))
  play.must('monitor', nudge(6))
  expect(play.send('monitor', close)?.sentence).toBe('Reviewer 6 has not signed.')
  play.must('spare', sign(play, 'spare'))
  play.must('monitor', close)
})
