import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closeBlockers } from '../../shared/competition/blockers.ts'
import { evolve } from '../../shared/competition/evolve.ts'
import { lockedRecord } from '../../shared/competition/locked-record.ts'
import {
  beforeOpening,
  isRecused,
  sittingSeats,
  type Review,
  type Seat,
} from '../../shared/competition/state.ts'
import { stemSettled, stemStanding } from '../../shared/competition/stem.ts'
import { applicationTotal } from '../../shared/competition/totals.ts'
import { eventHash } from '../../shared/record/chain.ts'
import { anyHistory, playHistory } from '../harness/pure-histories.ts'
import { alpha, beta, type Play } from '../harness/pure-play.ts'

/** Everything about a review that can never be, whatever anybody tried. */
function impossible(play: Play): readonly string[] {
  const review = play.review()
  const { revealed, vote, closed, lock, seats } = review
  const settled = stemSettled(stemStanding(review, play.rubric, play.state().rules))
  const { focus, timer, slot, recess, hands, focusRuns, messages, agenda, stands, agreements } =
    review.discussion
  const talk = [agenda, focus, timer, slot, recess, focusRuns].some((part) => part !== null)
  const said = hands.length + messages.length + Object.keys({ ...stands, ...agreements }).length > 0
  const runs = [timer?.runsSince, slot?.runsSince, focusRuns].some((since) => since != null)
  const people = seats.map(({ person }) => person)
  const decided = Object.values(review.absolute).some((absolute) => absolute.decided)
  const ballots = seats.filter(({ ballot }) => ballot).map(({ number }) => number)
  const never: readonly (readonly [boolean, string])[] = [
    [!revealed && seats.some(({ signed }) => signed), 'a signature before the reveal'],
    [!revealed && vote.status !== 'none', 'a vote before the reveal'],
    [!revealed && closed !== null, 'a close before the reveal'],
    [
      !revealed && seats.some(({ excused, attested }) => excused && attested),
      'an excused seat that is ready',
    ],
    [seats.some(({ excused, signed }) => excused && signed), 'an excused seat that has signed'],
    [seats.some(({ attested, signed }) => signed && !attested), 'a signature without an attested form'],
    [!settled && seats.some(({ signed }) => signed), 'a signature while the priority is not settled'],
    [vote.status === 'none' && ballots.length > 0, 'a ballot without a vote'],
    [vote.status === 'open' && !sameSeats(vote.order, ballots), 'a count of ballots that is not theirs'],
    [closed !== null && sittingSeats(review).some(({ signed }) => !signed), 'a close with a form unsigned'],
    [closed !== null && !applicationTotal(play.state(), review, play.rubric), 'a close without a total'],
    [
      revealed !== null && sittingSeats(review).some(({ attested, late }) => !attested && !late),
      'a seat that sits and missed the reveal',
    ],
    [
      vote.status === 'open' && sittingSeats(review).some(({ attested }) => !attested),
      'a vote without a seat that sits and still scores blind',
    ],
    [!revealed && seats.some(({ late }) => late), 'a seat that came late to no reveal'],
    [new Set(people).size < people.length, 'a person who sits twice'],
    [
      seats.some(({ replacedBy, person }) => replacedBy !== null && !isRecused(review, person)),
      'a seat that was replaced and still counts',
    ],
    [!revealed && (talk || said), 'talk before the reveal'],
    [
      closed !== null && (focus !== null || recess !== null || hands.length > 0 || runs),
      'talk after the close',
    ],
    [recess !== null && runs, 'a clock that runs in a recess'],
    [focus === null && timer !== null, 'minutes for no row'],
    [decided && !play.events().some(({ kind }) => kind === 'review.closed'), 'a decision before any close'],
    [lock.status !== 'open' && !closed, 'a lock without a close'],
  ]
  return never.filter(([is]) => is).map(([, what]) => what)
}

function sameSeats(some: readonly number[], others: readonly number[]): boolean {
  return some.length === others.length && some.every((seat) => others.includes(seat))
}

function bySeat(before: Review, after: Review): readonly (readonly [Seat, Seat])[] {
  return after.seats.flatMap((seat) => {
    const was = before.seats.find(({ number }) => number === seat.number)
    return was ? [[was, seat] as const] : []
  })
}

test(
  'LEGAL-1 whatever anybody tries, in whatever order, a review never comes to stand as it cannot',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        playHistory(history, (play) => expect(impossible(play)).toEqual([]))
      }),
      { numRuns: 300 },
    )
  },
)

test('LEGAL-2 a refusal changes nothing', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      let before = 0
      playHistory(history, (play, _, refusal) => {
        if (refusal) expect(play.state().version).toBe(before)
        before = play.state().version
      })
    }),
    { numRuns: 60 },
  )
})

test('LEGAL-3 what a review is follows from its events alone', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      const play = playHistory(history)
      const told = play
        .events()
        .reduce((state, event) => evolve(state, event, eventHash(event)), beforeOpening)
      expect(told).toEqual(play.state())
    }),
    { numRuns: 60 },
  )
})

test('LEGAL-4 what is done to one review changes no other', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      let first: Review | undefined
      playHistory(history, (play) => {
        first ??= play.review(beta)
        expect(play.review(beta)).toBe(first)
      })
    }),
    { numRuns: 40 },
  )
})

test(
  'LEGAL-5 nobody’s decision is lost but by their own doing, an excuse, a return, a vote opened again, or a column that leaves, joins or returns',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        let before: Review | undefined
        let known = 0
        playHistory(history, (play) => {
          const after = play.review()
          const news = play.events().slice(known)
          known = play.events().length
          if (before) {
            const was = before
            const about = (kind: string, seat: Seat) =>
              news.some(
                (event) => event.kind === kind && 'seat' in event.data && event.data.seat === seat.number,
              )
            const happened = (kind: string) => news.some((event) => event.kind === kind)
            const joined = after.seats.some(
              ({ number, late, attested }) =>
                late && attested && !was.seats.find((seat) => seat.number === number)?.attested,
            )
            const columns =
              joined ||
              after.seats.some(({ person }) => isRecused(was, person) !== isRecused(after, person)) ||
              (after.revealed !== null && after.seats.length > was.seats.length)
            const again = happened('vote.reopened')
            for (const [then, now] of bySeat(was, after)) {
              const excused = about('seat.excused', now)
              const returned = about('form.returned', now)
              if (returned) expect(now.returned?.record).toEqual(then.attested?.record)
              if (then.attested && !now.attested)
                expect(excused || returned || about('form.takenBack', now)).toBe(true)
              if (then.signed && !now.signed)
                expect(excused || about('column.takenBack', now) || columns || again).toBe(true)
              if (then.ballot && !now.ballot) expect(columns || again).toBe(true)
              expect(now.person).toBe(then.person)
              expect(now.notCounted.length).toBeGreaterThanOrEqual(then.notCounted.length)
            }
            const [told, telling] = [was.discussion.messages, after.discussion.messages]
            expect(telling.slice(0, told.length).map(({ id, by, at }) => [id, by, at])).toEqual(
              told.map(({ id, by, at }) => [id, by, at]),
            )
          }
          before = after
        })
      }),
      { numRuns: 100 },
    )
  },
)

test(
  'LEGAL-6 a review that is closed can be locked, and its record is the same however often it is computed',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        playHistory({ ...history, step: 'signed' }, (play) => {
          const review = play.review()
          if (!review.closed) return
          expect(lockedRecord(play.state(), review, play.rubric)).toEqual(
            lockedRecord(play.state(), review, play.rubric),
          )
          if (review.lock.status === 'open') expect(play.ask('staff', { kind: 'review.lock' })).toBeNull()
        })
      }),
      { numRuns: 60 },
    )
  },
)

test(
  'LEGAL-7 every event that comes of a command is about the review that the command named',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const events = playHistory(history).events().slice(1)
        expect(events.every(({ data }) => 'review' in data && data.review === alpha)).toBe(true)
      }),
      { numRuns: 40 },
    )
  },
)

test(
  'LEGAL-8 what keeps a review from being closed is empty exactly when the monitor can close it',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        playHistory(history, (play) => {
          const blockers = closeBlockers(play.state(), play.review(), play.rubric)
          const status = play.review().conflicts['monitor']?.status
          if (
            play.review().lock.status !== 'open' ||
            status === 'recused' ||
            status === 'unsure' ||
            status === 'open'
          )
            return
          expect(play.ask('monitor', { kind: 'review.close', commentsRead: true }) === null).toBe(
            blockers.length === 0,
          )
        })
      }),
      { numRuns: 60 },
    )
  },
)
