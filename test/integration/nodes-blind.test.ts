import { expect, test } from 'vitest'
import type { Signer } from '../../server/journal/signing.ts'
import { startNodes } from '../harness/nodes.ts'
import { attest, certify, maine, must, openForm } from '../harness/review-moves.ts'
import { rubricPath } from '../harness/rubric-path.ts'
import type { OpenCopy } from '../harness/seat-client.ts'
import { turnPorts } from '../harness/turn-ports.ts'
import { until } from '../harness/until.ts'
import { firstDifference, watchedPage, type Recording } from '../harness/watched-page.ts'
import { fillHidden, makeMistakes, seatOthers, threePlays, type Hidden as BlindHidden } from './blind-play.ts'

/** What a reviewer on one node does not see: how those on the other fill in their forms, and how they go about it. */
type Hidden = Omit<BlindHidden, 'second' | 'recuses' | 'asks' | 'reason'>

const one: Hidden = {
  values: 2,
  length: 12,
  detours: 0,
  mistakes: 0,
  reconnects: 0,
  order: ['reviewer-2', 'reviewer-3', 'reviewer-4', 'reviewer-5'],
  first: 'reviewer-2',
}
const other: Hidden = {
  values: 7,
  length: 1200,
  detours: 12,
  mistakes: 1,
  reconnects: 1,
  order: ['reviewer-5', 'reviewer-3', 'reviewer-2', 'reviewer-4'],
  first: 'reviewer-5',
}

interface Played {
  readonly beforeReveal: Recording
  readonly afterReveal: Recording
}

const plays = threePlays<Hidden, Played>(play, one, other)

test('NODE-40 two plays with the same hidden part on another node give a reviewer the same bytes', () => {
  expect(firstDifference(plays()[0].beforeReveal, plays()[1].beforeReveal)).toBeNull()
  const frames = [...plays()[0].beforeReveal.values()].map((line) => line.length)
  expect(frames.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(40)
})

test('NODE-41 before the reveal, nothing that a reviewer receives depends on what the others do on another node', () => {
  expect(firstDifference(plays()[0].beforeReveal, plays()[2].beforeReveal)).toBeNull()
})

test('NODE-40 … and once revealed it does', () => {
  expect(firstDifference(plays()[0].afterReveal, plays()[2].afterReveal)).toMatch(/"revealed":/)
})

/** One play: Reviewer 1 sits on node A and does the same in every play, all others sit on B. */
async function play(signer: Signer, hidden: Hidden): Promise<Played> {
  const { ports, pass, turn } = turnPorts(Date.UTC(2026, 10, 23, 9))
  const nodes = await startNodes(2, { ports, signer })
  try {
    const observer = await turn('observer', () => watchedPage(nodes.a, 'reviewer-1'))
    const { seat, comeBack } = await turn('others', () =>
      seatOthers(nodes.b, ['reviewer-2', 'reviewer-3', 'reviewer-4', 'reviewer-5', 'monitor']),
    )
    const forms = new Map<string, OpenCopy>()
    let client = 1000
    const doing = async (
      whose: 'others' | 'observer',
      name: string,
      does: () => Promise<void>,
    ): Promise<void> => {
      pass(60_000)
      await turn(whose, does)
      // What a node was told by the log it has told its pages by the time it answers one.
      await turn('observer', async () => {
        await observer.ask(rubricPath)
        await observer.mark(name)
      })
    }
    const ready = (person: string): Promise<void> => {
      const form = forms.get(person)
      if (!form) throw new Error(`${person} has not opened a form.`)
      return attest(seat(person), form)
    }

    await doing('observer', 'certified', async () => {
      await certify(observer.seat())
      await until('the form', () => observer.seat().review(maine).mine !== null)
      await observer.open('rehearsal-1/maine.1.1/form-1', (client += 1))
    })
    await doing('others', 'conflicts answered', async () => {
      for (const person of [...hidden.order, 'monitor']) await certify(seat(person))
    })
    await doing('others', 'forms filled in', async () => {
      for (const person of hidden.order) {
        const form = await openForm(seat(person))
        forms.set(person, form)
        await fillHidden(form, Number(person.at(-1)), hidden)
      }
    })
    await doing('others', 'lines lost and found', async () => {
      for (const person of hidden.order)
        for (let back = 0; back < hidden.reconnects; back += 1) {
          await comeBack(person)
          forms.set(person, await openForm(seat(person)))
        }
    })
    await doing('others', 'mistakes made', async () => {
      for (const person of hidden.order)
        for (let made = 0; made < hidden.mistakes; made += 1) await makeMistakes(seat(person))
    })
    await doing('others', 'one ready', () => ready(hidden.first))
    await doing('others', 'taken back', () =>
      must(seat(hidden.first), { kind: 'form.takeBack', review: maine }),
    )
    await doing('observer', 'came back', async () => {
      await observer.reconnect()
      const form = await observer.open('rehearsal-1/maine.1.1/form-1', (client += 1))
      await fillHidden(form, 1, one)
      await attest(observer.seat(), form)
    })
    await doing('others', 'all ready', async () => {
      for (const person of hidden.order) await ready(person)
    })
    const beforeReveal = observer.recording()
    await doing('others', 'revealed', () => must(seat('monitor'), { kind: 'review.reveal', review: maine }))
    await doing('observer', 'in the room', async () => {
      await observer.open('rehearsal-1/maine.1.1/room', (client += 1))
    })
    return { beforeReveal, afterReveal: observer.recording() }
  } finally {
    await nodes.close()
  }
}
