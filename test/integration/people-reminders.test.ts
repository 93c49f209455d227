import { afterEach, expect, test } from 'vitest'
import { openMemoryLog } from '../../server/log/memory-log.ts'
import { openOutbox } from '../../server/mail/outbox.ts'
import { openPost } from '../../server/people/post.ts'
import { openReminders } from '../../server/people/reminders.ts'
import { openRoll } from '../../server/people/roll.ts'
import { realPorts } from '../../server/ports.ts'
import { openSessions } from '../../server/sign-in/sessions.ts'
import { beforeOpening, type Competition } from '../../shared/competition/state.ts'
import { startMailServer } from '../harness/mail-server.ts'
import { entryOf } from '../harness/people-server.ts'
import { until } from '../harness/until.ts'

const ends: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

const competition = 'one'
/** Two days before November 27, 2026, at nine in the morning in New York. */
const nine = Date.UTC(2026, 10, 25, 14)
const due = {
  id: 'due',
  title: 'Conflicts due',
  at: Date.UTC(2026, 10, 28, 4, 59),
  remind: 'certify',
} as const
const hour = 60 * 60_000

const involved = { districts: null, partners: null, consultants: null, signatories: null }
const application = {
  id: 'ohio',
  applicant: 'Ohio',
  panel: '',
  home: null,
  requested: null,
  received: null,
  involved,
}

/** A competition with one application about which nobody has said anything but r3. */
const state: Competition = {
  ...beforeOpening,
  id: competition,
  title: 'Grants 2027',
  people: ['r1', 'r2', 'r3', 'r4', 'r5'].map((id) => ({ id, role: 'reviewer', label: `Label of ${id}` })),
  applications: [application],
  setUp: {
    ...beforeOpening.setUp,
    zone: 'America/New_York',
    dates: [due],
    declarations: { ohio: { r3: { status: 'certified', at: 1 } } },
  },
}

/** As many nodes over one log and one mail server; r1, r2 and r3 are invited and have an address, r4 has none, r5 was not invited. */
async function opened(count: number, retriesMs: readonly number[] = [1]) {
  const log = openMemoryLog()
  const smtp = await startMailServer()
  ends.push(smtp.close)
  const clock = { now: nine - hour }
  const ports = { ...realPorts, now: () => clock.now }
  const failures: unknown[] = []
  const withdrawn = new Set<string>()
  const onDamage = (damage: unknown): void => void failures.push(damage)
  const start = async (of: Competition = state) => {
    const roll = await openRoll({ log, ports, competition, onDamage })
    const sessions = await openSessions(log, ports, onDamage)
    const post = openPost({
      outbox: openOutbox(smtp.settings, retriesMs),
      site: 'https://panel.example',
      isWithdrawn: (_, person) => withdrawn.has(person),
      onFailure: onDamage,
    })
    ends.push(roll.close, sessions.close, post.close)
    const journal = { state: () => of, catchUp: () => Promise.resolve() }
    const reminders = openReminders({ stage: () => ({ competition, journal, roll }), sessions, ports, post })
    return { ...reminders, roll, sessions, closePost: post.close }
  }
  const nodes = await Promise.all(Array.from({ length: count }, () => start()))
  const [node] = nodes
  if (!node) throw new Error('There is no node.')
  await node.roll.directory.put([
    ...['r1', 'r2', 'r3', 'r5'].map((id) => entryOf({ id })),
    entryOf({ id: 'r4', email: null }),
  ])
  await node.sessions.invite({ competition, people: ['r1', 'r2', 'r3', 'r4'], by: null })
  await Promise.all(nodes.map(({ sessions }) => sessions.catchUp()))
  const got = (): readonly string[] => smtp.mails.map(({ to }) => to[0] ?? '').toSorted()
  return { node, nodes, start, clock, smtp, got, failures, withdrawn }
}

test('PEOPLE-13 a reminder by date is mailed to whoever was invited, has an address and has it still to do', async () => {
  const { node, clock, got, smtp, failures } = await opened(1)
  await node.remindDue()
  clock.now = nine
  await node.remindDue()
  await until('two mails', () => got().length === 2)
  expect(got()).toEqual(['r1@panel.example', 'r2@panel.example'])
  expect(smtp.mails[0]?.text).toContain('Conflicts due, Nov 27, 2026, 11:59 pm EST')
  expect(failures).toEqual([])
})

test('PEOPLE-12 it is mailed on the days that the competition sets, and on no other', async () => {
  const { start, clock, got } = await opened(1)
  const node = await start({ ...state, setUp: { ...state.setUp, reminderDays: [3] } })
  clock.now = nine
  await node.remindDue()
  clock.now = nine - 24 * hour
  await node.remindDue()
  await until('two mails', () => got().length >= 2)
  await node.closePost()
  expect(got()).toEqual(['r1@panel.example', 'r2@panel.example'])
})

test('PEOPLE-33 a letter that waits goes neither to an address that was corrected nor to whoever may come in no more', async () => {
  const { node, clock, smtp, failures, withdrawn } = await opened(1, [3_000])
  smtp.refuse(451)
  withdrawn.add('r2')
  clock.now = nine
  await node.remindDue()
  await node.roll.directory.put([entryOf({ id: 'r1', email: 'another@panel.example' })])
  const ended = () => ['r1', 'r2'].map((person) => node.roll.mail.lastTo(person, clock.now)?.is)
  await until('both letters end', () => ended().every((is) => is === 'failed'))
  expect(smtp.mails).toEqual([])
  expect(failures).toEqual([])
})

test('PEOPLE-14 two nodes that look at once, a restart, and whoever looks again send nothing twice', async () => {
  const { node, nodes, start, clock, got, failures } = await opened(2)
  clock.now = nine
  await Promise.all(nodes.map(({ remindDue }) => remindDue()))
  await node.remindDue()
  await (await start()).remindDue()
  // What goes out after them shows that nothing else was on its way.
  clock.now = nine + 24 * hour
  await node.remindDue()
  await until('four mails', () => got().length >= 4)
  for (const { closePost } of nodes) await closePost()
  expect(got()).toEqual(['r1', 'r1', 'r2', 'r2'].map((id) => `${id}@panel.example`))
  expect(failures).toEqual([])
})

test('PEOPLE-17 while a competition is paused nobody is reminded', async () => {
  const { start, clock, got } = await opened(1)
  const reason = { text: 'a'.repeat(64) }
  const paused = { at: 1, by: 'staff-1', reason }
  const node = await start({ ...state, setUp: { ...state.setUp, paused } })
  clock.now = nine
  await node.remindDue()
  await node.closePost()
  expect(got()).toEqual([])
})

test('PEOPLE-18 staff remind those of the people they choose who have it still to do', async () => {
  const { node, got, smtp } = await opened(1)
  expect(await node.remind(['r1', 'r3'], 'certify')).toEqual({ reminded: 1 })
  await until('a mail', () => got().length === 1)
  expect(got()).toEqual(['r1@panel.example'])
  expect(smtp.mails[0]?.headers['subject']).toBe('A reminder from Panelroom')
  expect(await node.remind(['r1', 'r4'], 'certify')).toMatchObject({
    sentence: 'There is no e-mail address for Label of r4. Nothing was sent.',
  })
  expect(await node.remind(['r1'], 'sign')).toEqual({ reminded: 0 })
})
