import { expect, test } from 'vitest'
import type { Signer } from '../../server/journal/signing.ts'
import { setScore, textAt } from '../../shared/form/edits.ts'
import { strengthsField } from '../../shared/form/fields.ts'
import { attest, certify, fillForm, maine, must, openForm } from '../harness/review-moves.ts'
import { rubricPath } from '../harness/rubric-path.ts'
import type { OpenCopy } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'
import { firstDifference, watchedPage, type Recording } from '../harness/watched-page.ts'
import { fillHidden, makeMistakes, openStage, seatOthers, type Hidden, threePlays } from './blind-play.ts'

const one: Hidden = {
  values: 2,
  length: 12,
  detours: 0,
  mistakes: 0,
  reconnects: 0,
  order: ['reviewer-2', 'reviewer-3', 'reviewer-4', 'reviewer-5'],
  first: 'reviewer-2',
  second: 'reviewer-2',
  recuses: 'reviewer-4',
  asks: null,
  reason: '',
}
const other: Hidden = {
  values: 7,
  length: 1900,
  detours: 40,
  mistakes: 2,
  reconnects: 2,
  order: ['reviewer-5', 'reviewer-3', 'reviewer-2', 'reviewer-4'],
  first: 'reviewer-5',
  second: 'reviewer-3',
  recuses: 'reviewer-2',
  asks: 'reviewer-3',
  reason: 'My brother works for the department, and has for eleven years.',
}

interface Played {
  readonly beforeReveal: Recording
  readonly afterReveal: Recording
}

const plays = threePlays<Hidden, Played>(play, one, other)

test('BLIND-1 two plays with the same hidden part give the same bytes, so that a difference means something', () => {
  expect(firstDifference(plays()[0].beforeReveal, plays()[1].beforeReveal)).toBeNull()
  const frames = [...plays()[0].beforeReveal.values()].map((line) => line.length)
  expect(frames.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(150)
})

test('BLIND-2 before the reveal, nothing that a co-panelist receives depends on what the others do on their forms', () => {
  expect(firstDifference(plays()[0].beforeReveal, plays()[2].beforeReveal)).toBeNull()
})

test('BLIND-3 once revealed, what a co-panelist receives does depend on it', () => {
  expect(firstDifference(plays()[0].afterReveal, plays()[2].afterReveal)).toMatch(
    /after “came back again”.*\n.*"revealed":/s,
  )
})

/** One play: what is hidden happens behind the back of Reviewer 1, who does the same in every play. */
async function play(signer: Signer, hidden: Hidden): Promise<Played> {
  const { server, ports } = await openStage(signer)
  try {
    const observer = await ports.turn('observer', () => watchedPage(server, 'reviewer-1'))
    const others = await ports.turn('others', () =>
      seatOthers(server, [...['reviewer-2', 'reviewer-3', 'reviewer-4', 'reviewer-5'], 'monitor', 'staff']),
    )
    const { seat, comeBack } = others
    const forms = new Map<string, OpenCopy>()
    const ownForm = 'rehearsal-1/maine.1.1/form-1'
    let client = 1000

    /** What the others do, then all that the observer can see of it. */
    const step = async (name: string, doing: () => Promise<void>): Promise<void> => {
      ports.pass(60_000)
      await ports.turn('others', doing)
      // The list of seats is there for everybody; its links are new each time.
      await ports.turn('list', () => observer.ask('/api/rehearsal', { headers: { host: 'localhost:3000' } }))
      await ports.turn('observer', async () => {
        for (const path of paths) await observer.ask(path)
        await observer.mark(name)
      })
    }
    /** What the observer does, in every play alike. */
    const own = async (name: string, doing: () => Promise<void>): Promise<void> => {
      ports.pass(60_000)
      await ports.turn('observer', doing)
      await ports.turn('observer', () => observer.mark(name))
    }
    const ready = (person: string): Promise<void> => {
      const form = forms.get(person)
      if (!form) throw new Error(`${person} has not opened a form.`)
      return attest(seat(person), form)
    }

    await step('sat down', async () => undefined)
    await own('certified', () => certify(observer.seat()))
    await step('conflicts answered', async () => {
      for (const person of hidden.order) {
        if (person === hidden.asks) {
          await must(seat(person), {
            kind: 'conflict.answer',
            review: maine,
            answer: 'unsure',
            reason: hidden.reason,
          })
          await must(seat('staff'), {
            kind: 'conflict.decide',
            review: maine,
            person,
            outcome: 'cleared',
            reason: 'No.',
          })
          await until('cleared', () => seat(person).review(maine).mine !== null)
        } else await certify(seat(person))
      }
      await certify(seat('monitor'))
    })
    await own('typing', async () => {
      const form = await observer.open(ownForm, (client += 1))
      textAt({ doc: form.doc }, strengthsField('(A)(1)')).insert(0, 'Mine alone. ')
      setScore({ doc: form.doc }, '(A)(1)(i)', 3)
      await form.saved()
    })
    await step('others filled in their forms', async () => {
      for (const person of hidden.order) {
        const form = await openForm(seat(person))
        forms.set(person, form)
        await fillHidden(form, Number(person.at(-1)), hidden)
      }
    })
    await step('lines lost and found', async () => {
      for (const person of hidden.order)
        for (let back = 0; back < hidden.reconnects; back += 1) {
          await comeBack(person)
          forms.set(person, await openForm(seat(person)))
        }
    })
    await step('mistakes made', async () => {
      for (const person of hidden.order)
        for (let made = 0; made < hidden.mistakes; made += 1) await makeMistakes(seat(person))
    })
    await step('one ready', () => ready(hidden.first))
    await step('taken back', () => must(seat(hidden.first), { kind: 'form.takeBack', review: maine }))
    await step('ready again', () => ready(hidden.second))
    await step('recused', () =>
      must(seat(hidden.recuses), {
        kind: 'conflict.answer',
        review: maine,
        answer: 'recused',
        reason: hidden.reason,
      }),
    )
    await own('came back', async () => {
      await observer.reconnect()
      await observer.open(ownForm, (client += 1))
    })
    await own('tried what is not allowed', async () => {
      for (const number of [2, 3, 4, 5, 6])
        await observer.open(`rehearsal-1/maine.1.1/form-${number}`, (client += 1))
      for (const name of ['maine.1.1/room', 'maine.1.2/room'])
        await observer.open(`rehearsal-1/${name}`, (client += 1))
      const { send } = observer.seat()
      await send({ kind: 'form.attest', review: maine, hash: 'a'.repeat(64) }, 'observer-attest')
      await send({ kind: 'review.reveal', review: maine }, 'observer-reveal')
      await send({ kind: 'vote.open', review: maine }, 'observer-open-vote')
      await send({ kind: 'ballot.cast', review: maine, answer: 'yes', reasons: '' }, 'observer-ballot')
      await send({ kind: 'column.sign', review: maine, hash: 'a'.repeat(64) }, 'observer-sign')
      await send({ kind: 'seat.excuse', review: maine, seat: 2, reason: 'No.' }, 'observer-excuse')
      ports.pass(60_000)
      const form = await observer.open(ownForm, (client += 1))
      setScore({ doc: form.doc }, '(A)(1)(i)', 99)
      await until('it to be refused', () => form.closed() !== null)
    })
    await own('ready, back, and ready', async () => {
      const form = await observer.open(ownForm, (client += 1))
      await fillForm(observer.seat(), form)
      await attest(observer.seat(), form)
      await must(observer.seat(), { kind: 'form.takeBack', review: maine })
      setScore({ doc: form.doc }, '(A)(1)(i)', 4)
      await form.saved()
      await attest(observer.seat(), form)
    })
    await step('all ready', async () => {
      for (const person of hidden.order)
        if (person !== hidden.second && person !== hidden.recuses) await ready(person)
    })
    await own('came back again', async () => {
      await observer.reconnect()
      await observer.open(ownForm, (client += 1))
    })
    const beforeReveal = observer.recording()
    await step('revealed', () => must(seat('monitor'), { kind: 'review.reveal', review: maine }))
    await own('in the room', async () => {
      await observer.open('rehearsal-1/maine.1.1/room', (client += 1))
    })
    return { beforeReveal, afterReveal: observer.recording() }
  } finally {
    await server.close()
  }
}

const paths = [
  '/api/applications/maine',
  '/api/applications/maine/involved',
  '/api/applications/virginia',
  rubricPath,
  '/api/export',
  '/api/key',
  '/api/nothing',
]
