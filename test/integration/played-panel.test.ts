import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyExport } from '../../server/exports/verify.ts'
import { middleOf } from '../../server/rehearsal/played/middle.ts'
import type { JournalEvent } from '../../shared/competition/event.ts'
import { ask } from '../harness/ask.ts'
import { play, playProcesses, seatList } from '../harness/played.ts'
import { readJournal } from '../harness/read-journal.ts'
import { startServer, type RunningServer } from '../harness/running-server.ts'
import { until } from '../harness/until.ts'

const review = 'missouri.1.1'

let server: RunningServer
/** What happened to Missouri, all seats played, up to the official's decision. */
let events: readonly JournalEvent[]

beforeAll(async () => {
  server = await startServer()
  const { seats } = await seatList(server.port)
  await play(server.port, ...seats.map(({ person }) => person))
  await until('the official has decided and staff have locked', isOver, 180_000)
  events = (await readJournal(server.log)).filter(({ data }) => 'review' in data && data.review === review)
}, 200_000)

afterAll(() => server.close())

async function isOver(): Promise<boolean> {
  const journal = await readJournal(server.log)
  const done = (kind: JournalEvent['kind']): boolean =>
    journal.some((event) => event.kind === kind && 'review' in event.data && event.data.review === review)
  return done('absolute.decided') && done('review.locked')
}

function of<K extends JournalEvent['kind']>(kind: K): readonly Extract<JournalEvent, { kind: K }>[] {
  return events.filter((event): event is Extract<JournalEvent, { kind: K }> => event.kind === kind)
}

test('PLAYED-10 all seats played bring an application from the reveal to the lock, each by the commands of its part', () => {
  const by = (kind: JournalEvent['kind']): ReadonlySet<string> => new Set(of(kind).map((event) => event.by))
  for (const kind of ['review.revealed', 'agenda.set', 'focus.set', 'row.marked', 'review.closed'] as const)
    expect(by(kind)).toEqual(new Set(['monitor']))
  expect(by('lock.started')).toEqual(new Set(['staff']))
  expect(by('absolute.decided')).toEqual(new Set(['official']))
  const panel = new Set([1, 2, 3, 4, 5].map((number) => `reviewer-${number}`))
  expect(by('column.signed')).toEqual(panel)
  expect(by('absolute.answered')).toEqual(panel)
  expect([...by('thread.written')].every((person) => person === 'monitor' || panel.has(person))).toBe(true)
})

test('PLAYED-10 the rows on the agenda come into focus in its order, each is marked, and then the vote is held', () => {
  const agenda = of('agenda.set')[0]?.data.items.map(({ row }) => row) ?? []
  const focused = of('focus.set').flatMap(({ data }) => data.row ?? [])
  expect(focused.length).toBeGreaterThan(2)
  expect(focused).toEqual(agenda.slice(0, focused.length))
  expect(of('row.marked').map(({ data }) => data.row)).toEqual(focused)
  const [opened] = of('vote.opened')
  expect(opened?.version).toBeGreaterThan(of('row.marked').at(-1)?.version ?? 0)
  expect(new Set(of('ballot.cast').map((event) => event.by)).size).toBe(5)
})

test('PLAYED-11 a score moves only after somebody else has written on its row, toward the middle, with its reason and a line', () => {
  const moved = of('score.changed')
  expect(moved.length).toBeGreaterThan(0)
  const attested = of('form.attested').map(({ data }) => data.record.scores)
  for (const { data, version } of moved) {
    const middle = middleOf(attested.flatMap((scores) => scores[data.row] ?? []))
    const heard = of('thread.written').filter(
      (message) => message.data.row === data.row && message.by !== `reviewer-${data.seat}`,
    )
    expect(heard[0]?.version ?? Infinity).toBeLessThan(version)
    expect(Math.abs((data.to ?? 0) - middle)).toBeLessThan(Math.abs((data.from ?? 0) - middle))
    const signed = of('column.signed').find((event) => event.data.seat === data.seat)
    expect(signed?.data.record.changes[data.row]).toMatchObject({
      reason: 'reading',
      line: { text: expect.any(String) },
    })
  }
})

test('PLAYED-11 some hold and some change their mind, and whoever does either says so', () => {
  const stands = of('stand.set').map(({ data }) => data)
  expect(new Set(stands.map(({ as }) => as))).toEqual(new Set(['holds', 'changed']))
  for (const { data } of of('score.changed'))
    expect(stands).toContainEqual({ review, seat: data.seat, row: data.row, as: 'changed' })
})

test('PLAYED-12 what played seats did verifies from the export alone, as what people do', async () => {
  const { port, signIn, signer } = server
  const cookie = await signIn('staff')
  const answer = await ask(port, 'staff.localhost', '/api/export', { headers: { cookie } })
  const verified = verifyExport(JSON.parse(answer.body), signer.publicKeyPem)
  expect(verified).toMatchObject({ ok: true })
  expect(playProcesses(port)).toHaveLength(1)
})
