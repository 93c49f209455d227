import { afterEach, expect, test } from 'vitest'
import type { InviteAnswer } from '../../shared/protocol/people-page.ts'
import { startPeopleServer } from '../harness/people-server.ts'

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

/** The attributes of the cookies that sign in and that sign out, on a server that people reach at an address. */
async function cookies(publicUrl: string | null): Promise<readonly string[]> {
  const server = await startPeopleServer({ reach: { mail: null, publicUrl } })
  ends.push(server.close)
  await server.add({ id: 'r1' })
  const made = await server.post('/api/people/invite', { people: ['r1'], copy: true }, server.staff)
  const { links }: InviteAnswer = JSON.parse(made.body)
  const answer = await server.post('/api/sit', { token: links[0]?.link.split('#')[1] })
  const signedIn = answer.headers['set-cookie']?.[0] ?? ''
  const out = await server.post('/api/sign-out', {}, signedIn.split(';')[0])
  return [signedIn, out.headers['set-cookie']?.[0] ?? '']
}

test('INVITE-35 where people reach the server by https, a browser sends the session by nothing else', async () => {
  for (const cookie of await cookies('https://panel.example')) {
    expect(cookie.split('; ')).toEqual(
      expect.arrayContaining(['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']),
    )
    expect(cookie).not.toContain('Domain')
  }
})

test.each(['http://panel.example', null])(
  'INVITE-35 by plain http it is sent as before: %s',
  async (publicUrl) => {
    for (const cookie of await cookies(publicUrl)) {
      expect(cookie).toContain('HttpOnly')
      expect(cookie).not.toContain('Secure')
    }
  },
)
