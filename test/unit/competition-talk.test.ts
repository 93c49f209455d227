import { expect, test } from 'vitest'
import { commandSchema } from '../../shared/competition/command.ts'
import {
  alpha,
  attest,
  certify,
  excuse,
  playSteps,
  playTo,
  recuse,
  startPlay,
  talkOfEach,
  type Play,
  type Say,
} from '../harness/pure-play.ts'

const hand = (up: boolean): Say => ({ kind: 'hand.set', up })
const lower = (seat: number): Say => ({ kind: 'hand.lower', seat })
const stand = (as: 'holds' | 'changed' | null, row = '(E)(1)'): Say => ({ kind: 'stand.set', row, as })
const mark = (as: 'discussed' | 'parked' | 'open', row = '(E)(1)'): Say => ({ kind: 'row.mark', row, as })
const where = (how: 'room' | 'phone' | 'link', words: string): Say => ({ kind: 'where.set', how, words })
const call: Say = { kind: 'staff.call', reason: 'We need a ruling.' }
const endCall: Say = { kind: 'call.end' }

const talk = (play: Play, who = 'r1') => play.sees(who)?.discussion
const hands = (play: Play, who = 'r1') => talk(play, who)?.hands.map(({ seat }) => seat)

test('TALK-10 a row is marked as discussed, parked, taken up again, and open: each once', () => {
  const play = playTo(startPlay(), 'revealed')
  for (const as of ['discussed', 'parked'] as const) {
    play.must('monitor', mark(as))
    expect(talk(play)?.marks).toEqual({ '(E)(1)': { as, at: play.state().at } })
    expect(play.send('monitor', mark(as))?.refused).toBe('out-of-turn')
  }
  play.must('monitor', mark('open'))
  expect(talk(play)?.marks).toEqual({})
  expect(play.send('monitor', mark('open'))?.refused).toBe('out-of-turn')
  expect(play.send('monitor', mark('parked', '(Z)(9)'))?.refused).toBe('malformed')
  play.must('monitor', mark('parked', 'P2'))
})

test('TALK-11 hands stand in the order in which they came, for everybody in the room', () => {
  const play = playTo(startPlay(), 'revealed')
  for (const who of ['r4', 'r1', 'r3']) play.must(who, hand(true))
  for (const who of ['r2', 'monitor']) expect(hands(play, who)).toEqual([4, 1, 3])
  play.must('r4', hand(false))
  play.must('r4', hand(true))
  expect(hands(play)).toEqual([1, 3, 4])
  play.must('monitor', lower(3))
  expect(hands(play)).toEqual([1, 4])
})

test('TALK-11 a hand is raised once and lowered once, by its own seat or by the monitor', () => {
  const play = playTo(startPlay(), 'revealed')
  expect(play.send('r1', hand(false))?.refused).toBe('out-of-turn')
  play.must('r1', hand(true))
  expect(play.send('r1', hand(true))?.refused).toBe('out-of-turn')
  expect(play.send('r2', lower(1))?.refused).toBe('not-yours')
  expect(play.send('monitor', hand(true))?.refused).toBe('not-yours')
  play.must('monitor', lower(1))
  expect(play.send('monitor', lower(1))?.refused).toBe('out-of-turn')
})

test('TALK-12 each says of a row that they hold, or have changed their mind, or takes it back', () => {
  const play = playTo(startPlay(), 'revealed')
  play.must('r1', stand('holds'))
  play.must('r2', stand('changed'))
  for (const who of ['r3', 'monitor'])
    expect(talk(play, who)?.stands).toEqual({ '(E)(1)': { 1: 'holds', 2: 'changed' } })
  play.must('r1', stand('changed'))
  play.must('r2', stand(null))
  expect(talk(play)?.stands).toEqual({ '(E)(1)': { 1: 'changed' } })
  expect(play.send('r2', stand(null))?.refused).toBe('out-of-turn')
  expect(play.send('r1', stand('changed'))?.refused).toBe('out-of-turn')
  for (const row of ['P2', '(Z)(9)']) expect(play.send('r1', stand('holds', row))?.refused).toBe('malformed')
})

test('TALK-12 whoever is excused or has no seat stands by nothing', () => {
  const play = playTo(startPlay(), 'revealed')
  play.must('staff', excuse(2))
  expect(play.send('r2', stand('holds'))?.refused).toBe('out-of-turn')
  expect(play.send('monitor', stand('holds'))?.refused).toBe('not-yours')
  expect(talk(play)?.stands).toEqual({})
})

test('TALK-13 it is said where the panel talks: in a room, on the phone, behind a link', () => {
  const play = playTo(startPlay(), 'revealed')
  play.must('monitor', where('phone', '1-800-555-0100'))
  play.must('monitor', where('link', 'https://example.org/panel-one'))
  expect(talk(play)?.where).toEqual({ how: 'link', words: 'https://example.org/panel-one' })
  for (const words of ['', 'example.org', 'javascript:alert(1)', 'https://example.org/ and more'])
    expect(play.send('monitor', where('link', words))?.refused, words).toBe('malformed')
  expect(talk(play)?.where?.words).toBe('https://example.org/panel-one')
})

test('TALK-14 the monitor calls staff, who see it with its reason until they have come; the panel does not', () => {
  const play = playTo(startPlay(), 'score')
  play.must('monitor', call)
  const told = { at: play.state().at, by: 'Panel monitor', reason: 'We need a ruling.' }
  for (const who of ['monitor', 'staff']) expect(play.sees(who)?.call).toEqual(told)
  expect(JSON.stringify(play.view('r1'))).not.toContain('ruling')
  expect(play.send('monitor', call)?.refused).toBe('out-of-turn')
  expect(play.send('monitor', endCall)?.refused).toBe('not-yours')
  play.must('staff', endCall)
  expect([play.sees('monitor')?.call, play.sees('staff')?.call]).toEqual([null, null])
  expect(play.send('staff', endCall)?.refused).toBe('out-of-turn')
})

/** Who gives each of them. */
const givers: Readonly<Record<string, readonly string[]>> = {
  monitor: [
    'agenda.order',
    'agenda.arrange',
    'panel.arrange',
    'focus.set',
    'timer.set',
    'row.mark',
    'recess.set',
    'where.set',
    'staff.call',
    'hand.lower',
  ],
  staff: ['call.end'],
  r1: ['hand.set', 'stand.set', 'summary.agree', 'summary.withdraw'],
}
const ofThePanel = ['thread.write', 'thread.edit']

test('TALK-15 the monitor steers, seats speak for themselves, staff come when called: nobody does another’s part', () => {
  const play = playTo(startPlay(), 'revealed')
  const before = play.state()
  for (const say of talkOfEach(play)) {
    const gives = ofThePanel.includes(say.kind)
      ? ['monitor', 'r1']
      : Object.keys(givers).filter((who) => givers[who]?.includes(say.kind))
    expect(gives.length, say.kind).toBeGreaterThan(0)
    for (const who of ['r1', 'monitor', 'staff'].filter((id) => !gives.includes(id)))
      expect(play.send(who, say)?.refused, `${who} ${say.kind}`).toBe('not-yours')
    for (const who of ['other', 'other-monitor', 'spare', 'official'])
      expect(play.send(who, say)?.refused, `${who} ${say.kind}`).toBe('not-found')
  }
  expect(play.state()).toBe(before)
})

test('TALK-15 the panel’s monitor who has not certified steers nothing', () => {
  const play = startPlay()
  for (const say of talkOfEach(play).filter(({ kind }) => givers['monitor']?.includes(kind)))
    expect(play.send('monitor', say)?.refused, say.kind).toBe('out-of-turn')
})

/** Also before the reveal: applications have an order, somebody can be called, and where one will talk is known. */
const anytime = ['panel.arrange', 'where.set', 'staff.call', 'call.end']

test.for(playSteps.filter((step) => !['revealed', 'voting', 'voted', 'signed', 'locked'].includes(step)))(
  'TALK-16 at the step %s a panel does not talk, and a refusal changes nothing',
  (step) => {
    const play = playTo(startPlay(), step)
    const before = play.state()
    for (const say of talkOfEach(play).filter(({ kind }) => !anytime.includes(kind)))
      for (const who of ['r1', 'monitor'])
        expect(['out-of-turn', 'not-yours'], `${who} ${say.kind}`).toContain(play.send(who, say)?.refused)
    expect(play.state()).toBe(before)
  },
)

test('TALK-16 where a panel will talk is said before the reveal and shown from then on', () => {
  const play = playTo(startPlay(), 'ready')
  play.must('monitor', where('room', 'Room 3'))
  expect(talk(play)).toBeNull()
  play.must('monitor', { kind: 'review.reveal' })
  expect(talk(play)?.where).toEqual({ how: 'room', words: 'Room 3' })
})

test('TALK-17 a late recusal takes hand and marks out of view and keeps them in the record', () => {
  const play = playTo(startPlay(), 'revealed')
  for (const who of ['r5', 'r2']) {
    play.must(who, hand(true))
    play.must(who, stand('holds'))
  }
  play.must('r5', recuse)
  for (const who of ['r1', 'monitor'])
    expect(talk(play, who)).toMatchObject({ hands: [{ seat: 2 }], stands: { '(E)(1)': { 2: 'holds' } } })
  expect(talk(play)?.stands['(E)(1)']).not.toHaveProperty('5')
  expect(play.review().discussion).toMatchObject({
    hands: [{ seat: 5 }, { seat: 2 }],
    stands: { '(E)(1)': { 2: 'holds', 5: 'holds' } },
  })
  play.must('staff', { kind: 'conflict.decide', person: 'r5', outcome: 'cleared', reason: 'Long ago.' })
  expect(hands(play)).toEqual([5, 2])
})

test('TALK-19 the talk is the panel’s: staff and the selecting official are sent none of it', () => {
  const play = playTo(startPlay(), 'revealed')
  play.must('r1', hand(true))
  play.must('monitor', mark('parked'))
  expect(play.sees('staff')?.discussion).toBeNull()
  playTo(play, 'locked')
  for (const who of ['staff', 'official']) expect(play.sees(who)?.discussion, who).toBeNull()
  for (const who of ['r1', 'monitor']) expect(play.sees(who)?.discussion, who).not.toBeNull()
})

test('TALK-19 nobody is sent any of it before the reveal', () => {
  const play = playTo(startPlay(), 'score')
  play.must('monitor', where('phone', '1-800-555-0100'))
  play.must('r1', attest(play, 'r1'))
  for (const who of ['r1', 'r2', 'monitor', 'staff']) {
    expect(play.sees(who)).toMatchObject({ discussion: null, summary: null })
    expect(JSON.stringify(play.view(who))).not.toContain('555-0100')
  }
})

test('TALK-15 a command says nothing of who gives it, of whose seat it is, or of when', () => {
  const play = playTo(startPlay(), 'revealed')
  for (const say of talkOfEach(play).filter(({ kind }) => kind !== 'hand.lower')) {
    const command = { ...say, review: alpha }
    expect(commandSchema.safeParse(command).success, say.kind).toBe(true)
    for (const more of [{ by: 'r2' }, { author: 'r2' }, { seat: 2 }, { at: 1 }, { minutes: 9 }])
      expect(commandSchema.safeParse({ ...command, ...more }).success, say.kind).toBe(false)
  }
})

test('TALK-14 whoever has not certified is told of no call', () => {
  const play = startPlay()
  play.must('r1', certify)
  expect(play.send('monitor', call)?.refused).toBe('out-of-turn')
  expect(play.sees('monitor')?.call).toBeNull()
})
