import { describe, expect, test } from 'vitest'
import { openMemoryLog, type MemoryStore } from '../../server/log/memory-log.ts'
import { openInvitations } from '../../server/people/invitations.ts'
import { realPorts } from '../../server/ports.ts'
import { makeLinks } from '../../server/sign-in/links.ts'
import { openSessions } from '../../server/sign-in/sessions.ts'
import { limits } from '../../shared/protocol/limits.ts'

const competition = 'one'
const key = new Uint8Array(32).fill(7)

/** Nodes over one log, by a clock that the test sets. */
async function opened(count = 1) {
  const store: MemoryStore = new Map()
  const log = openMemoryLog(store)
  const clock = { now: 1_000 }
  const ports = { ...realPorts, now: () => clock.now }
  const links = makeLinks(ports, { secretFor: () => key })
  const start = async () => {
    const sessions = await openSessions(log, ports, (damage) => {
      throw damage
    })
    const ended: string[] = []
    sessions.onEnd((ending) => void ended.push(ending))
    const invitations = openInvitations({ sessions, links, competition })
    return {
      sessions,
      ended,
      links,
      invite: async (...people: string[]) =>
        (await invitations.make(people, 'staff-1')).map(({ token }) => token),
      revoke: (...people: string[]) => sessions.revoke({ competition, people, by: 'staff-1' }),
      sit: async (token = '') => {
        const content = links.read(token)
        return content && sessions.open(content)
      },
      standing: (person: string) => sessions.standingOf({ competition, person }),
    }
  }
  const nodes = await Promise.all(Array.from({ length: count }, start))
  const [node] = nodes
  if (!node) throw new Error('There is no node.')
  return { store, clock, start, nodes, node }
}

const textOf = (store: MemoryStore): string =>
  [...(store.get('access')?.entries.values() ?? [])]
    .map(({ bytes }) => new TextDecoder().decode(bytes))
    .join('\n')

describe('an invitation', () => {
  test('INVITE-1 opens one session, also after a restart', async () => {
    const { node, start } = await opened()
    const [link] = await node.invite('r1')
    const session = await node.sit(link)
    expect(node.sessions.find(session ?? '')).toEqual({ competition, person: 'r1' })
    expect(await node.sit(link)).toBeNull()
    expect(await (await start()).sit(link)).toBeNull()
  })

  test('INVITE-1 opens one session where two nodes are asked at once', async () => {
    const { node, nodes } = await opened(2)
    const [link] = await node.invite('r1')
    await Promise.all(nodes.map(({ sessions }) => sessions.catchUp()))
    const sessions = await Promise.all(nodes.map(({ sit }) => sit(link)))
    expect(sessions.filter((session) => session !== null)).toHaveLength(1)
  })

  test('INVITE-2 is good for fourteen days', async () => {
    const { node, clock } = await opened()
    const [early, late] = await node.invite('r1', 'r2')
    clock.now += limits.invitationMs
    expect(await node.sit(early)).not.toBeNull()
    clock.now += 1
    expect(await node.sit(late)).toBeNull()
  })

  test('INVITE-3 that is sent again makes the earlier one void, and leaves who is signed in', async () => {
    const { node } = await opened()
    const [taken] = await node.invite('r1')
    const session = await node.sit(taken)
    const [first] = await node.invite('r1', 'r2')
    const [second] = await node.invite('r1')
    expect(await node.sit(first)).toBeNull()
    expect(await node.sit(second)).not.toBeNull()
    expect(node.sessions.find(session ?? '')).not.toBeNull()
  })

  test('INVITE-4 stands in the log by its hash alone', async () => {
    const { node, store } = await opened()
    const [link = ''] = await node.invite('r1')
    const session = await node.sit(link)
    const once = node.links.read(link)?.once ?? ''
    expect(once).not.toBe('')
    for (const secret of [link, once, session ?? '']) expect(textOf(store)).not.toContain(secret)
  })

  test('INVITE-5 who was invited when, by whom, and when the link was taken is known on every node', async () => {
    const { node, clock, start } = await opened()
    const [link] = await node.invite('r1', 'r2')
    clock.now = 5_000
    await node.sit(link)
    const taken = { at: 1_000, until: 1_000 + limits.invitationMs, by: 'staff-1', takenAt: 5_000 }
    for (const one of [node, await start()]) {
      expect(one.standing('r1')).toMatchObject({ invited: taken, revokedAt: null, signedInAt: 5_000 })
      expect(one.standing('r2')).toMatchObject({ invited: { takenAt: null }, signedInAt: null })
      expect(one.standing('r3')).toMatchObject({ invited: null, signedInAt: null })
    }
  })
})

describe('access that is withdrawn', () => {
  test('INVITE-6 ends all sessions of that person at once on every node, and nobody else’s', async () => {
    const { nodes } = await opened(2)
    const [one, two] = nodes
    if (!one || !two) throw new Error('Two nodes are needed.')
    const [mine, theirs] = await one.invite('r1', 'r2')
    const sessions = [await one.sit(mine), await one.sit(theirs)]
    await one.revoke('r1')
    await two.sessions.catchUp()
    for (const { sessions: known } of nodes)
      expect(sessions.map((token) => known.find(token ?? '')?.person ?? null)).toEqual([null, 'r2'])
    expect([one.ended, two.ended]).toEqual([['revoked'], ['revoked']])
  })

  test('INVITE-7 makes every link of that person void: an invitation, and one for ten minutes', async () => {
    const { node } = await opened()
    const [invitation] = await node.invite('r1')
    const short = node.links.make({ competition, person: 'r1', turn: node.standing('r1').turn })
    await node.revoke('r1')
    expect(await node.sit(invitation)).toBeNull()
    expect(await node.sit(short)).toBeNull()
    expect(node.standing('r1').revokedAt).toBe(1_000)
  })

  test('INVITE-7 is not undone by a link that another node takes in the same moment', async () => {
    const { nodes } = await opened(2)
    const [one, two] = nodes
    if (!one || !two) throw new Error('Two nodes are needed.')
    const [link] = await one.invite('r1')
    await two.sessions.catchUp()
    const [, session] = await Promise.all([one.revoke('r1'), two.sit(link)])
    await Promise.all([one.sessions.catchUp(), two.sessions.catchUp()])
    for (const node of nodes) expect(session && node.sessions.find(session)).toBeNull()
  })

  test('INVITE-8 is given back by a new invitation, and by nothing else', async () => {
    const { node } = await opened()
    await node.invite('r1')
    await node.revoke('r1')
    const [again] = await node.invite('r1')
    expect(node.standing('r1').revokedAt).toBeNull()
    expect(await node.sit(again)).not.toBeNull()
  })
})
