import { afterEach, describe, expect, test } from 'vitest'
import type { InviteAnswer } from '../../shared/protocol/people-page.ts'
import type { TablePreview } from '../../shared/set-up-tables/preview.ts'
import { startMailServer } from '../harness/mail-server.ts'
import { entryOf, startPeopleServer, type PeopleServer } from '../harness/people-server.ts'
import { until } from '../harness/until.ts'

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

async function started(options?: Parameters<typeof startPeopleServer>[0]): Promise<PeopleServer> {
  const server = await startPeopleServer(options)
  ends.push(server.close)
  return server
}

async function invited(server: PeopleServer, person: string): Promise<string> {
  const answer = await server.post('/api/people/invite', { people: [person], copy: true }, server.staff)
  const { links }: InviteAnswer = JSON.parse(answer.body)
  return links[0]?.link ?? ''
}

const correct = (server: PeopleServer, person: string, changed: object) =>
  server.post('/api/people/describe', { entries: [{ ...entryOf({ id: person }), ...changed }] }, server.staff)

const reads = async (server: PeopleServer, cookie: string | null): Promise<boolean> =>
  (await server.get('/api/certify', cookie ?? '')).status === 200

/** Takes a table of people in as the page does: looked at first, then carried out. */
async function takeIn(server: PeopleServer, rows: readonly object[]): Promise<TablePreview> {
  const at = '/api/set-up/tables/people?name=people.json'
  const looked: TablePreview = JSON.parse((await server.post(at, rows, server.staff)).body)
  const done = await server.post(`${at}&apply=${looked.digest}`, rows, server.staff)
  expect(JSON.parse(done.body)).toMatchObject({ done: true })
  return looked
}

describe('an address that is corrected', () => {
  test('INVITE-30 makes the link void that went to the wrong one, and the next goes to the right one', async () => {
    const server = await started()
    await server.add({ id: 'r1', email: 'wrong@panel.example' }, { id: 'r2' })
    const [wrong, other] = [await invited(server, 'r1'), await invited(server, 'r2')]
    expect((await correct(server, 'r1', { email: 'right@panel.example' })).status).toBe(204)
    expect(await server.signIn(wrong)).toBeNull()
    expect(await server.signIn(other)).not.toBeNull()
    expect((await server.listed('r1')).invitation.is).toBe('revoked')
    expect(await server.signIn(await invited(server, 'r1'))).not.toBeNull()
  })

  test('INVITE-30 ends the session that was opened by it', async () => {
    const server = await started()
    await server.add({ id: 'r1', email: 'wrong@panel.example' })
    const cookie = await server.signIn(await invited(server, 'r1'))
    expect(await reads(server, cookie)).toBe(true)
    await correct(server, 'r1', { email: 'right@panel.example' })
    expect(await reads(server, cookie)).toBe(false)
  })

  test('INVITE-30 does so in a file of people as well, which says it before', async () => {
    const server = await started()
    await server.add({ id: 'r1', email: 'wrong@panel.example' })
    const cookie = await server.signIn(await invited(server, 'r1'))
    const row = { Id: 'r1', Role: 'reviewer', Label: 'Label of r1', Name: 'Name of r1' }
    const { notes } = await takeIn(server, [{ ...row, 'E-mail': 'right@panel.example' }])
    expect(notes).toContain(
      'Whose e-mail address changes signs in anew: links that went to the old one are void, and who came with them is signed out. Invite them again.',
    )
    expect(await reads(server, cookie)).toBe(false)
  })

  test('INVITE-30 leaves who is in, where all that changes is a name, a home or capitals of the address', async () => {
    const server = await started()
    await server.add({ id: 'r1' })
    const link = await invited(server, 'r1')
    await correct(server, 'r1', { name: 'Another Name', home: 'Ohio', email: 'R1@Panel.example' })
    expect(await server.signIn(link)).not.toBeNull()
  })

  test('INVITE-31 where there is no address, a link is void once the name is somebody else’s', async () => {
    const server = await started()
    await server.add({ id: 'r1', email: null })
    const link = await invited(server, 'r1')
    await correct(server, 'r1', { email: null, name: 'Somebody Else' })
    expect(await server.signIn(link)).toBeNull()
  })

  test('INVITE-32 is refused and changes nothing where somebody else has it', async () => {
    const server = await started()
    await server.add({ id: 'r1' }, { id: 'r2' })
    const link = await invited(server, 'r1')
    expect((await correct(server, 'r1', { email: 'r2@panel.example' })).status).toBe(409)
    expect(await server.signIn(link)).not.toBeNull()
  })

  test('INVITE-33 of one’s own leaves one signed in, and makes the links void that went to the old one', async () => {
    const smtp = await startMailServer()
    ends.push(smtp.close)
    const server = await started({ reach: { mail: smtp.settings, publicUrl: 'https://panel.example' } })
    await correct(server, 'staff-1', { email: 'old@panel.example' })
    const link = await invited(server, 'staff-1')
    await correct(server, 'staff-1', { email: 'new@panel.example' })
    expect((await server.get('/api/people', server.staff)).status).toBe(200)
    expect(await server.signIn(link)).toBeNull()
    expect((await server.listed('staff-1')).invitation.is).not.toBe('revoked')
    await server.post('/api/sign-in/ask', { email: 'new@panel.example' })
    await until('a link to the new address', () => smtp.mails.some(({ to }) => to[0] === 'new@panel.example'))
  })
})
