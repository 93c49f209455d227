import { afterEach, expect, test } from 'vitest'
import { openMemoryLog } from '../../server/log/memory-log.ts'
import { openPeople } from '../../server/people/people.ts'
import { changeRoster } from '../../server/people/roster.ts'
import { openRoll } from '../../server/people/roll.ts'
import { realPorts } from '../../server/ports.ts'
import { makeLinks } from '../../server/sign-in/links.ts'
import { openSessions } from '../../server/sign-in/sessions.ts'
import { beforeOpening, type Competition } from '../../shared/competition/state.ts'
import { entryOf } from '../harness/people-server.ts'

const ends: (() => void)[] = []
afterEach(() => ends.splice(0).forEach((end) => end()))

const competition = 'one'
const withPeople = (...ids: readonly string[]): Competition => ({
  ...beforeOpening,
  id: competition,
  people: ids.map((id) => ({ id, role: 'reviewer', label: id })),
})

async function opened(state: { now: Competition; next?: Competition }) {
  const log = openMemoryLog()
  const onDamage = (damage: unknown): void => expect.unreachable(String(damage))
  const roll = await openRoll({ log, ports: realPorts, competition, onDamage })
  const sessions = await openSessions(log, realPorts, onDamage)
  ends.push(roll.close, sessions.close)
  const links = makeLinks(realPorts, { secretFor: () => new Uint8Array(32) })
  const journal = {
    state: () => state.now,
    // What another node decided meanwhile.
    catchUp: async () => {
      state.now = state.next ?? state.now
    },
  }
  const stage = { competition, journal, roll }
  const people = openPeople({ stage: () => stage, sessions, links, ports: realPorts, post: null })
  return { people, roll, sessions }
}

test('PEOPLE-20 who is removed from the competition is forgotten, and comes in no more', async () => {
  const state = { now: withPeople('r1', 'r2') }
  const { people, roll, sessions } = await opened(state)
  await people.describe([entryOf({ id: 'r1' }), entryOf({ id: 'r2' })], 'staff-1')
  const [link] = await sessions.invite({ competition, people: ['r1'], by: null })
  const session = link && (await sessions.open(link))
  state.now = withPeople('r2')
  await people.forgetRemoved()
  expect(roll.directory.all().map(({ person }) => person)).toEqual(['r2'])
  expect(sessions.find(session ?? '')).toBeNull()
})

test('PEOPLE-20 nobody is forgotten by a node that has not heard yet that they were added', async () => {
  const state = { now: withPeople('r1'), next: withPeople('r1', 'r2') }
  const { people, roll } = await opened(state)
  await roll.directory.put([entryOf({ id: 'r1' }), entryOf({ id: 'r2' })])
  await people.forgetRemoved()
  expect(roll.directory.all()).toHaveLength(2)
})

test('PEOPLE-30 before an id is given again its former access is gone, also where the server was killed after a removal', async () => {
  const state = { now: withPeople('r1', 'staff-1') }
  const { people, sessions } = await opened(state)
  const [link] = await sessions.invite({ competition, people: ['r1'], by: 'staff-1' })
  const session = (link && (await sessions.open(link))) ?? ''
  state.now = withPeople('staff-1')
  const person = { id: 'staff-1', role: 'staff', label: 'Program staff' } as const
  const message = { command: { kind: 'people.set' } }
  await changeRoster({ people, person, message }, async () => {
    state.now = withPeople('r1', 'staff-1')
    return { done: true }
  })
  expect(sessions.find(session)).toBeNull()
})
