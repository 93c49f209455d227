import { expect, test } from 'vitest'
import { setScore, textAt } from '../../shared/form/edits.ts'
import { strengthsField } from '../../shared/form/fields.ts'
import { formHash, readForm } from '../../shared/form/form-record.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { journals } from '../harness/node-log.ts'
import {
  asksTheLog,
  authorsOf,
  eventsOf,
  missouri,
  missouriRoom,
  reveal,
  seatOn,
  settlePriority,
} from '../harness/nodes-play.ts'
import { nodesOfTests, type Nodes } from '../harness/nodes.ts'
import { attest, certify, fillForm, maine, must, openRoom, sign } from '../harness/review-moves.ts'
import type { OpenCopy, SeatClient } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'

const startNodes = nodesOfTests()
const strengths = strengthsField('(A)(1)')

interface Case {
  readonly decision: string
  readonly code: number
  /** Reviewer 1's copy on node B, and what is decided on A. */
  readonly play: (nodes: Nodes) => Promise<{
    readonly copy: OpenCopy
    readonly document: string
    readonly root: string
    readonly decide: () => Promise<void>
  }>
}

const form = 'rehearsal-1/maine.1.1/form-1'

async function onForm(nodes: Nodes): Promise<{ onA: SeatClient; onB: SeatClient; copy: OpenCopy }> {
  const [onA, onB] = (await seatOn('reviewer-1', [nodes.a, nodes.b])) as [SeatClient, SeatClient]
  await certify(onA)
  const copy = await onB.open(form)
  await fillForm(onA, copy)
  return { onA, onB, copy }
}

const cases: readonly Case[] = [
  {
    decision: 'ready',
    code: 4423,
    play: async (nodes) => {
      const { onA, copy } = await onForm(nodes)
      return { copy, document: form, root: strengths, decide: () => attest(onA, copy) }
    },
  },
  {
    decision: 'an excuse',
    code: 4423,
    play: async (nodes) => {
      const { copy } = await onForm(nodes)
      const staff = await nodes.a.seat('staff')
      const decide = () => must(staff, { kind: 'seat.excuse', review: maine, seat: 1, reason: 'Away.' })
      return { copy, document: form, root: strengths, decide }
    },
  },
  {
    decision: 'a recusal',
    code: 4404,
    play: async (nodes) => {
      const { onA, copy } = await onForm(nodes)
      const answer = {
        kind: 'conflict.answer',
        review: maine,
        answer: 'recused',
        reason: 'A relative.',
      } as const
      return { copy, document: form, root: strengths, decide: () => must(onA, answer) }
    },
  },
  {
    decision: 'a signature',
    code: 4423,
    play: async (nodes) => {
      const monitor = await nodes.a.seat('monitor')
      await reveal(monitor)
      await settlePriority(monitor)
      const [onA, onB] = (await seatOn('reviewer-1', [nodes.a, nodes.b])) as [SeatClient, SeatClient]
      const copy = await openRoom(onB, missouri)
      const decide = async () => sign(onA, await openRoom(onA, missouri), missouri)
      return { copy, document: missouriRoom, root: `r1/${strengths}`, decide }
    },
  },
]

test.each(cases)(
  'NODE-1 an edit on a node that does not know yet of $decision is judged again, refused, and never in the log behind it',
  async ({ play, code }) => {
    const nodes = await startNodes(2)
    const { a, b } = nodes
    const { copy, document, root, decide } = await play(nodes)
    await copy.saved()
    const before = await authorsOf(nodes.log, document)
    b.log.lag(journals)
    await decide()
    copy.doc.getText(root).insert(0, 'Too late. ')
    await until('the edit to come to the log', () => b.log.outcomes(`doc/${document}`).includes('moved'))
    expect(copy.closed()).toBe(null)
    b.log.flow()
    await until('the edit to be refused', () => copy.closed() !== null)
    expect(copy.closed()).toBe(code)
    expect(await authorsOf(nodes.log, document)).toEqual(before)
    expect(a.failures).toEqual([])
  },
)

test('NODE-2 what one node acknowledged before a decision of another is in the log before it, and in what was decided', async () => {
  const nodes = await startNodes(2)
  const { a, b } = nodes
  const { onA, copy } = await onForm(nodes)
  // A serves the form too, and does not learn of what is typed on B.
  const stale = await onA.open(form)
  a.log.lag()
  textAt({ doc: copy.doc }, strengths).insert(0, 'In time. ')
  setScore({ doc: copy.doc }, '(A)(1)(i)', 3)
  await copy.saved()
  expect(stale.doc.getText(strengths).toString()).not.toContain('In time.')
  const ready = attest(onA, copy)
  await asksTheLog(a)
  a.log.flow()
  await ready
  const [attested] = (await eventsOf(nodes.log, 'form.attested')).filter(({ data }) => data.review === maine)
  expect(attested?.data.record.scores['(A)(1)(i)']).toBe(3)
  const late = 'Too late.'
  copy.doc.getText(strengths).insert(0, late)
  await until('the line to be closed', () => copy.closed() === 4423)
  expect(b.failures).toEqual([])
})

test('NODE-3 ready is decided again where another node wrote into the form meanwhile: nobody attests what was not on the screen', async () => {
  const nodes = await startNodes(2)
  const { a } = nodes
  const { onA, copy } = await onForm(nodes)
  a.log.hold(journals)
  const hash = formHash(readForm(copy.doc, raceToTheTop))
  const answer = onA.send({ kind: 'form.attest', review: maine, hash })
  await until('the decision to wait', () => a.log.held(journals) === 1)
  copy.doc.getText(strengths).insert(0, 'One more thing. ')
  await copy.saved()
  a.log.flow()
  expect(await answer).toMatchObject({ refused: 'screen-differs' })
  expect(a.log.outcomes('journal/rehearsal-1').at(-1)).toBe('moved')
  const attested = await eventsOf(nodes.log, 'form.attested')
  expect(attested.filter(({ data }) => data.review === maine)).toEqual([])
  await attest(onA, copy)
})
