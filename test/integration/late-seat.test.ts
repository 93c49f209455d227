import { expect, test } from 'vitest'
import type { Signer } from '../../server/journal/signing.ts'
import { setReason, setScore, writeText } from '../../shared/form/edits.ts'
import { lineField, strengthsField } from '../../shared/form/fields.ts'
import { paced } from '../harness/lock-review.ts'
import { attest, certify, fillForm, openRoom } from '../harness/review-moves.ts'
import { rubricPath } from '../harness/rubric-path.ts'
import { until } from '../harness/until.ts'
import { firstDifference, watchedPage, type Recording } from '../harness/watched-page.ts'
import { openStage, seatOthers, threePlays } from './blind-play.ts'

// Missouri is revealed, reviewer 5 is excused and replaced by reviewer 6, behind whose back the panel goes on.

const review = 'missouri.1.1'
const row = '(A)(1)(i)'

/** What the panel does while the new seat scores. */
interface Hidden {
  readonly points: number
  readonly words: string
  /** How often each of it is done. */
  readonly times: number
  readonly answer: 'yes' | 'no'
}

interface Played {
  readonly blind: Recording
  readonly ready: Recording
}

const plays = threePlays<Hidden, Played>(
  play,
  { points: 1, words: 'Short.', times: 1, answer: 'yes' },
  { points: 5, words: 'Page 27 says it, and page 28 again. '.repeat(30), times: 4, answer: 'no' },
)

test('SEATS-5 two plays in which the panel does the same give a seat that came after the reveal the same bytes', () => {
  expect(firstDifference(plays()[0].blind, plays()[1].blind)).toBeNull()
  const frames = [...plays()[0].blind.values()].map((line) => line.length)
  expect(frames.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(40)
})

test('SEATS-5 until it is ready, nothing that a seat receives that came after the reveal depends on what the panel scores, says or decides', () => {
  expect(firstDifference(plays()[0].blind, plays()[2].blind)).toBeNull()
})

test('SEATS-5 … and once it is ready it does', () => {
  expect(firstDifference(plays()[0].ready, plays()[2].ready)).toMatch(
    /after “tried what is not open to it”.*\n.*"discussion":\{"agenda"/s,
  )
})

async function play(signer: Signer, hidden: Hidden): Promise<Played> {
  const { server, ports } = await openStage(signer)
  try {
    const panel = ['reviewer-1', 'reviewer-2', 'reviewer-3', 'reviewer-4']
    const { seat } = await ports.turn('others', () => seatOthers(server, [...panel, 'monitor', 'staff']))
    const late = await ports.turn('late', () => watchedPage(server, 'reviewer-6'))
    let client = 1_000
    const others = async (name: string, doing: () => Promise<void>): Promise<void> => {
      ports.pass(60_000)
      await ports.turn('others', doing)
      await ports.turn('late', async () => {
        for (const path of paths) await late.ask(path)
        await late.mark(name)
      })
    }
    const own = async (name: string, doing: () => Promise<void>): Promise<void> => {
      ports.pass(60_000)
      await ports.turn('late', async () => {
        await doing()
        await late.mark(name)
      })
    }

    await others('revealed', async () => {
      await paced(seat('monitor'), { kind: 'review.reveal', review })
      await until('the room', () => panel.every((person) => seat(person).review(review).room !== null))
    })
    const rooms = new Map(
      await ports.turn('others', () =>
        Promise.all(panel.map(async (person) => [person, await openRoom(seat(person), review)] as const)),
      ),
    )
    /** What may have happened before the new seat came, and while it scores. */
    const talk = async (): Promise<void> => {
      for (const [at, person] of panel.entries()) {
        const doc = rooms.get(person)?.doc
        if (!doc) throw new Error(`${person} has no room.`)
        const place = { doc, seat: at + 1 }
        for (let time = 0; time < hidden.times; time += 1) {
          setScore(place, row, (hidden.points + time) % 6)
          setReason(place, row, 'evidence')
          writeText(place, lineField(row), hidden.words.slice(0, 200))
          writeText(place, strengthsField('(A)(1)'), hidden.words)
          await rooms.get(person)?.saved()
          await paced(seat(person), { kind: 'thread.write', review, row, text: hidden.words, replyTo: null })
        }
        await paced(seat(person), { kind: 'hand.set', review, up: true })
        await paced(seat('monitor'), { kind: 'hand.lower', review, seat: at + 1 })
        await seat(person).socket.timeout(20_000).emitWithAck('look', { review, row, caret: null })
      }
      await paced(seat('monitor'), { kind: 'agenda.order', review, by: 'spread' })
      await paced(seat('monitor'), { kind: 'focus.set', review, row })
      await paced(seat('monitor'), {
        kind: 'where.set',
        review,
        how: 'phone',
        words: hidden.words.slice(0, 80),
      })
      await paced(seat('monitor'), { kind: 'vote.open', review })
      await paced(seat('reviewer-1'), {
        kind: 'ballot.cast',
        review,
        answer: hidden.answer,
        reasons: hidden.words,
      })
      await paced(seat('monitor'), { kind: 'vote.close', review })
    }
    await others('talked', talk)
    await others('replaced', async () => {
      await paced(seat('staff'), { kind: 'seat.excuse', review, seat: 5, reason: hidden.words })
      await paced(seat('staff'), {
        kind: 'seat.replace',
        review,
        seat: 5,
        person: 'reviewer-6',
        reason: hidden.words,
      })
    })
    await own('certified', () => certify(late.seat(), review))
    await own('scoring', async () => {
      const form = await late.open(`rehearsal-1/${review}/form-6`, (client += 1))
      setScore({ doc: form.doc }, row, 3)
      await form.saved()
    })
    await others('talked on', async () => {
      const first = rooms.get('reviewer-1')
      if (!first) throw new Error('Reviewer 1 has no room.')
      setScore({ doc: first.doc, seat: 1 }, row, hidden.points)
      await first.saved()
      const as = hidden.answer === 'yes' ? 'discussed' : 'parked'
      await paced(seat('monitor'), { kind: 'row.mark', review, row, as })
      await paced(seat('monitor'), { kind: 'recess.set', review, on: true })
      for (const person of panel)
        await paced(seat(person), { kind: 'thread.write', review, row, text: hidden.words, replyTo: null })
      await paced(seat('monitor'), { kind: 'seat.nudge', review, seat: 6 })
    })
    await own('tried what is not open to it', async () => {
      for (const name of ['room', 'form-1', 'form-5', 'notes-1'])
        await late.open(`rehearsal-1/${review}/${name}`, (client += 1))
      const { send } = late.seat()
      await send({ kind: 'ballot.cast', review, answer: 'yes', reasons: 'Yes.' }, 'late-ballot')
      await send({ kind: 'thread.write', review, row, text: 'Hello?', replyTo: null }, 'late-thread')
      await send({ kind: 'hand.set', review, up: true }, 'late-hand')
      await send({ kind: 'column.sign', review, hash: 'a'.repeat(64) }, 'late-sign')
      await send({ kind: 'absolute.answer', review, priority: 'P1', answer: 'yes', reasons: '' }, 'late-abs')
      await late.seat().socket.timeout(20_000).emitWithAck('look', { review, row, caret: null })
    })
    const blind = late.recording()
    await own('ready', async () => {
      const form = await late.open(`rehearsal-1/${review}/form-6`, (client += 1))
      await fillForm(late.seat(), form, review)
      await attest(late.seat(), form, review)
      await until('its room', () => late.seat().review(review).room !== null)
    })
    await own('came back', async () => {
      await late.reconnect()
      await late.open(`rehearsal-1/${review}/room`, (client += 1))
      for (const path of paths) await late.ask(path)
    })
    return { blind, ready: late.recording() }
  } finally {
    await server.close()
  }
}

const paths = [
  '/api/applications/missouri',
  `/api/reviews/${review}/threads?row=${encodeURIComponent(row)}`,
  `/api/reviews/${review}/attested/1`,
  `/api/reviews/${review}/attested/5`,
  rubricPath,
  '/api/export',
]
