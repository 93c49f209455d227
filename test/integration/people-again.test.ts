import { afterEach, describe, expect, test } from 'vitest'
import type { InviteAnswer } from '../../shared/protocol/people-page.ts'
import { startPeopleServer, type PeopleServer } from '../harness/people-server.ts'

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

async function started(): Promise<PeopleServer> {
  const server = await startPeopleServer()
  ends.push(server.close)
  return server
}

async function invited(server: PeopleServer, person: string): Promise<string> {
  const answer = await server.post('/api/people/invite', { people: [person], copy: true }, server.staff)
  const { links }: InviteAnswer = JSON.parse(answer.body)
  return links[0]?.link ?? ''
}

const remove = (server: PeopleServer, person: string) =>
  server.command({ kind: 'people.remove', people: [person] })
const setAgain = (server: PeopleServer, person: string) =>
  server.command({ kind: 'people.set', people: [{ id: person, role: 'reviewer', label: 'Somebody else' }] })
const reads = async (server: PeopleServer, cookie: string | null): Promise<boolean> =>
  (await server.get('/api/certify', cookie ?? '')).status === 200

describe('an id that somebody had who was removed', () => {
  test('PEOPLE-30 lets them in no more once it is another’s, neither by their session nor by a link', async () => {
    const server = await started()
    await server.add({ id: 'r1' })
    const cookie = await server.signIn(await invited(server, 'r1'))
    const link = await invited(server, 'r1')
    expect(await reads(server, cookie)).toBe(true)
    await remove(server, 'r1')
    await setAgain(server, 'r1')
    expect(await reads(server, cookie)).toBe(false)
    expect(await server.signIn(link)).toBeNull()
    const own = await server.signIn(await invited(server, 'r1'))
    expect([await reads(server, own), await reads(server, cookie)]).toEqual([true, false])
  })

  test('PEOPLE-30 lets them in no more where nothing was known of them but their id', async () => {
    const server = await started()
    await setAgain(server, 'r1')
    const cookie = await server.signIn(await invited(server, 'r1'))
    await remove(server, 'r1')
    await setAgain(server, 'r1')
    expect(await reads(server, cookie)).toBe(false)
  })

  test('PEOPLE-31 has nothing of their name, address or invitation', async () => {
    const server = await started()
    await server.add({ id: 'r1' })
    await server.signIn(await invited(server, 'r1'))
    await remove(server, 'r1')
    await setAgain(server, 'r1')
    expect(await server.listed('r1')).toMatchObject({
      name: null,
      email: null,
      signedInAt: null,
      invitation: { is: 'none', at: null },
    })
  })
})
