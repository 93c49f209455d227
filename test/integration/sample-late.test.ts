import { expect, test } from 'vitest'
import { formHash, readForm } from '../../shared/form/form-record.ts'
import { writeRecord } from '../../shared/form/write-record.ts'
import { presets } from '../../shared/rubric/presets/presets.ts'
import { rowsOf } from '../../shared/rubric/rubric.ts'
import { fullForm } from '../harness/full-form.ts'
import { must } from '../harness/review-moves.ts'
import { openSeat } from '../harness/seat-client.ts'
import { giveForm, startSetUpServer } from '../harness/set-up-server.ts'
import { sampleReview } from '../harness/set-up-steps.ts'
import { turnPorts } from '../harness/turn-ports.ts'
import { until } from '../harness/until.ts'

// The spread of the sample is open; reviewer 8 comes later, scores it, and is watched while others give theirs.

const preset = presets.find(({ id }) => id === 'foundation')

/** Everything that reviewer 8 was sent on both sockets and over HTTP, line by line, until they were ready and after that. */
interface Played {
  readonly blind: readonly string[]
  readonly ready: readonly string[]
}

async function play(points: number): Promise<Played> {
  if (!preset) throw new Error('There is such a preset.')
  const { rubric } = preset
  const [row] = rowsOf(rubric)
  if (!row) throw new Error('The rubric has rows.')
  const ports = turnPorts(Date.UTC(2026, 10, 23, 9))
  const set = await startSetUpServer(preset, ports.ports)
  const { server } = set
  const given = fullForm(rubric, {
    points: { [row.id]: points },
    text: `${points} points, because. `.repeat(points),
  })
  const other = async (person: string): Promise<void> =>
    giveForm(await set.seat(person), rubric, sampleReview, given)
  try {
    await set.must('staff-1', { kind: 'calibration.start', application: 'gamma' })
    for (const person of ['r1', 'r2', 'r3']) await other(person)
    await set.must('staff-1', { kind: 'calibration.show' })
    ports.pass(60_000)
    const people = [{ id: 'r8', role: 'reviewer' as const, label: 'Reviewer 8' }]
    await set.must('staff-1', { kind: 'people.set', people })
    await set.must('staff-1', { kind: 'calibration.add', reviewers: ['r8'] })
    const invited = await server.post('/api/people/invite', { people: ['r8'], copy: true }, server.staff)
    const { links }: { links: { link: string }[] } = JSON.parse(invited.body)
    const cookie = (await server.signIn(links[0]?.link ?? '')) ?? ''

    const came: string[] = []
    const tap = (line: string, frame: string): void => void came.push(`${line} ${frame}`)
    const late = await openSeat({ port: server.port, host: 'localhost', cookie, tap })
    const look = async (): Promise<void> => {
      for (const path of ['/api/calibration', '/api/set-up', '/api/people']) {
        const { status, body } = await server.get(path, cookie)
        came.push(`${path} ${status} ${body}`)
      }
      // An answer comes behind whatever was sent before it on the same line.
      await late.socket.timeout(20_000).emitWithAck('command', null as never)
    }
    await until('the seat', () => late.review(sampleReview).mine?.form.writable === true)
    const form = await late.open(late.review(sampleReview).mine?.form.name ?? '', 1_000)
    await look()
    await other('r4')
    await look()
    for (const name of ['form-1', 'notes-1', 'room'])
      await late.open(`${late.view().competition.id}/${sampleReview}/${name}`, 2_000)
    writeRecord({ doc: form.doc }, fullForm(rubric))
    await form.saved()
    await look()
    const blind = [...came]
    await must(late, {
      kind: 'form.attest',
      review: sampleReview,
      hash: formHash(readForm(form.doc, rubric)),
    })
    await until('the spread', () => late.view().calibration?.shown === true)
    await look()
    late.close()
    return { blind, ready: came.slice(blind.length) }
  } finally {
    await set.close()
  }
}

/** What came on each line is in order; which line was faster is not said. */
const byLine = (came: readonly string[]) => Map.groupBy(came, (line) => line.split(' ')[0])

const spreadOf = (came: readonly string[]): string =>
  came.findLast((line) => line.startsWith('/api/calibration ')) ?? ''

test('SAMPLE-6 until they are ready, nothing reaches who came to the sample after its spread was opened that hangs on others’ points', async () => {
  const [one, again, other] = [await play(1), await play(1), await play(3)]
  expect(byLine(again.blind)).toEqual(byLine(one.blind))
  expect(byLine(other.blind)).toEqual(byLine(one.blind))
  expect(spreadOf(one.blind)).toMatch(/^\/api\/calibration 404 /)
  expect(one.blind.filter((line) => line.startsWith('live ')).length).toBeGreaterThan(1)
  expect(spreadOf(one.ready)).toMatch(/^\/api\/calibration 200 /)
  expect(JSON.parse(spreadOf(one.ready).slice('/api/calibration 200 '.length))).toMatchObject({
    ready: 4,
    of: 8,
  })
  expect(spreadOf(other.ready)).not.toBe(spreadOf(one.ready))
}, 120_000)
