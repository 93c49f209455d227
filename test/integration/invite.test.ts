import { afterEach, describe, expect, test } from 'vitest'
import { realPorts } from '../../server/ports.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { accessWithdrawn, type InviteAnswer } from '../../shared/protocol/people-page.ts'
import { ask } from '../harness/ask.ts'
import { startMailServer, type Mail, type MailServer } from '../harness/mail-server.ts'
import { startPeopleServer, type PeopleServer } from '../harness/people-server.ts'
import { hostOf, startServer } from '../harness/running-server.ts'
import { openSeat, type SeatClient } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

const publicUrl = 'https://panel.example'

async function withMail(now?: () => number): Promise<PeopleServer & { readonly smtp: MailServer }> {
  const smtp = await startMailServer()
  ends.push(smtp.close)
  const reach = { mail: smtp.settings, publicUrl }
  const server = await startPeopleServer({ reach, ...(now ? { ports: { ...realPorts, now } } : {}) })
  ends.push(server.close)
  return { ...server, smtp }
}

async function withoutMail(now?: () => number): Promise<PeopleServer> {
  const server = await startPeopleServer(now ? { ports: { ...realPorts, now } } : {})
  ends.push(server.close)
  return server
}

async function links(server: PeopleServer, people: readonly string[]): Promise<readonly string[]> {
  const answer = await server.post('/api/people/invite', { people, copy: true }, server.staff)
  const { links: made }: InviteAnswer = JSON.parse(answer.body)
  return made.map(({ link }) => link)
}

const linkIn = ({ text }: Mail): string => text.split('\n').find((line) => line.startsWith(publicUrl)) ?? ''
const sentenceOf = (body: string): unknown => JSON.parse(body).sentence

describe('without mail', () => {
  test('INVITE-9 staff get a link for each to copy, and it is shown this once', async () => {
    const server = await withoutMail()
    await server.add({ id: 'r1' }, { id: 'r2', email: null })
    const made = await links(server, ['r1', 'r2'])
    expect(made.map((link) => link.split('#')[0])).toEqual([
      `http://localhost:${server.port}/sit`,
      `http://localhost:${server.port}/sit`,
    ])
    for (const link of made) {
      const token = link.split('#')[1] ?? ''
      expect((await server.get('/api/people', server.staff)).body).not.toContain(token)
    }
    const cookie = await server.signIn(made[0] ?? '')
    expect((await server.get('/api/certify', cookie ?? '')).status).toBe(200)
    expect((await server.listed('r1')).invitation.is).toBe('taken')
    expect((await server.listed('r2')).invitation.is).toBe('waiting')
  })

  test('INVITE-10 nobody is mailed a link at the sign-in, and the page says so', async () => {
    const server = await withoutMail()
    expect(JSON.parse((await server.get('/api/sign-in')).body)).toEqual({
      is: 'competition',
      title: 'New competition',
      mails: false,
    })
    expect((await server.post('/api/sign-in/ask', { email: 'r1@panel.example' })).status).toBe(404)
    const remind = await server.post(
      '/api/people/remind',
      { people: ['staff-1'], what: 'certify' },
      server.staff,
    )
    expect(sentenceOf(remind.body)).toBe('Mail is not set up on this server. Tell people in another way.')
  })
})

describe('by e-mail', () => {
  test('INVITE-11 each is mailed a link of their own to the address in the directory, and nobody sees another’s', async () => {
    const server = await withMail()
    await server.add({ id: 'r1' }, { id: 'r2' })
    const answer = await server.post('/api/people/invite', { people: ['r1', 'r2'] }, server.staff)
    expect(JSON.parse(answer.body)).toEqual({ links: [] })
    await until('two mails', () => server.smtp.mails.length === 2)
    expect(new Set(server.smtp.mails.map(({ to }) => to.join()))).toEqual(
      new Set(['r1@panel.example', 'r2@panel.example']),
    )
    const mine = server.smtp.mails.find(({ to }) => to[0] === 'r1@panel.example')
    expect(mine?.text).not.toContain('r2')
    expect(await server.signIn(mine ? linkIn(mine) : '')).not.toBeNull()
    await until('both are told of as sent', async () =>
      (await server.page()).people.every(({ person, mail }) => person === 'staff-1' || mail?.is === 'sent'),
    )
  })

  test('INVITE-11 nobody is invited where one of them has no address', async () => {
    const server = await withMail()
    await server.add({ id: 'r1' }, { id: 'r2', email: null }, { id: 'r3', email: null })
    const answer = await server.post('/api/people/invite', { people: ['r1', 'r2', 'r3'] }, server.staff)
    expect(answer.status).toBe(409)
    expect(sentenceOf(answer.body)).toBe(
      'There is no e-mail address for Label of r2 and 1 more. Nothing was sent.',
    )
    expect((await server.listed('r1')).invitation.is).toBe('none')
    expect(server.smtp.mails).toHaveLength(0)
  })

  test('INVITE-12 a mail that the mail server refuses is told to staff with a sentence, and not stored with the address', async () => {
    const server = await withMail()
    await server.add({ id: 'r1' })
    server.smtp.refuse(550)
    await server.post('/api/people/invite', { people: ['r1'] }, server.staff)
    await until('it is told', async () => (await server.listed('r1')).mail?.is === 'failed')
    expect((await server.listed('r1')).mail?.sentence).toContain('refused the address (550)')
    const { entries } = await server.log.read('mail/competition-1', 0, 100)
    for (const { bytes } of entries) expect(new TextDecoder().decode(bytes)).not.toMatch(/@|Name of/)
  })

  test('INVITE-3 an invitation that is sent again makes the one before void', async () => {
    const server = await withMail()
    await server.add({ id: 'r1' })
    for (const count of [1, 2]) {
      await server.post('/api/people/invite', { people: ['r1'] }, server.staff)
      await until('the mail', () => server.smtp.mails.length === count)
    }
    const [first, second] = server.smtp.mails.map(linkIn)
    expect(await server.signIn(first ?? '')).toBeNull()
    expect(await server.signIn(second ?? '')).not.toBeNull()
  })
})

describe('access that is withdrawn', () => {
  test('INVITE-6 ends what is open, and the link at the sign-in, until the next invitation', async () => {
    const server = await withMail()
    await server.add({ id: 'r1' })
    const [link = ''] = await links(server, ['r1'])
    const cookie = (await server.signIn(link)) ?? ''
    expect((await server.get('/api/certify', cookie)).status).toBe(200)
    expect((await server.post('/api/people/revoke', { people: ['r1'] }, server.staff)).status).toBe(204)
    expect((await server.get('/api/certify', cookie)).status).not.toBe(200)
    expect((await server.listed('r1')).invitation.is).toBe('revoked')
    await server.post('/api/sign-in/ask', { email: 'r1@panel.example' })
    await server.post('/api/people/invite', { people: ['r1'] }, server.staff)
    await until('one mail', () => server.smtp.mails.length > 0)
    expect(server.smtp.mails.map(({ headers }) => headers['subject'])).toEqual([
      'Your invitation to Panelroom',
    ])
  })

  test('INVITE-6 closes that person’s lines with its sentence, and nobody else’s', async () => {
    const server = await withoutMail()
    await server.add({ id: 'r1' }, { id: 'r2' })
    const said: string[] = []
    const lines: SeatClient[] = []
    for (const [at, link] of (await links(server, ['r1', 'r2'])).entries()) {
      const cookie = (await server.signIn(link)) ?? ''
      const line = await openSeat({ port: server.port, host: 'localhost', cookie })
      ends.push(async () => line.close())
      line.socket.on('signedOut', (sentence) => said.push(`r${at + 1}: ${sentence}`))
      lines.push(line)
    }
    await server.post('/api/people/revoke', { people: ['r1'] }, server.staff)
    await until('the line is closed', () => lines[0]?.socket.connected === false)
    expect(said).toEqual([`r1: ${accessWithdrawn}`])
    expect(lines[1]?.socket.connected).toBe(true)
  })

  test('INVITE-13 is not one’s own', async () => {
    const server = await withoutMail()
    const answer = await server.post('/api/people/revoke', { people: ['staff-1'] }, server.staff)
    expect(answer.status).toBe(409)
    expect((await server.get('/api/people', server.staff)).status).toBe(200)
  })
})

describe('a link that one asks for', () => {
  test('INVITE-14 comes to the address of somebody who was invited, in whatever capitals, and is good for ten minutes', async () => {
    let now = Date.UTC(2026, 10, 22, 12)
    const server = await withMail(() => now)
    await server.add({ id: 'r1' })
    await links(server, ['r1'])
    for (const count of [1, 2]) {
      await server.post('/api/sign-in/ask', { email: ' R1@Panel.Example' })
      await until('a mail', () => server.smtp.mails.length === count)
    }
    const [early, late] = server.smtp.mails.map(linkIn)
    expect(await server.signIn(early ?? '')).not.toBeNull()
    now += limits.linkMs + 1
    expect(await server.signIn(late ?? '')).toBeNull()
  })

  test('INVITE-15 is answered alike whoever asks: invited, not invited, and not known at all', async () => {
    const server = await withMail(() => Date.UTC(2026, 10, 22, 12))
    await server.add({ id: 'r1' }, { id: 'r2' })
    await links(server, ['r1'])
    const answers = []
    for (const email of ['r1@panel.example', 'r2@panel.example', 'nobody@panel.example'])
      answers.push((await server.post('/api/sign-in/ask', { email })).raw)
    expect(new Set(answers).size).toBe(1)
    await until('a mail', () => server.smtp.mails.length > 0)
    // Whoever is invited later is mailed after them: were a mail for the others on its way, it would be there.
    await server.post('/api/people/invite', { people: ['r2'] }, server.staff)
    await until('the invitation', () => server.smtp.mails.length > 1)
    expect(server.smtp.mails.map(({ to, headers }) => [to[0], headers['subject']])).toEqual([
      ['r1@panel.example', 'Your sign-in link for Panelroom'],
      ['r2@panel.example', 'Your invitation to Panelroom'],
    ])
  })

  test('INVITE-16 is sent three times in ten minutes and no more, and answered alike then, and for whom nobody knows', async () => {
    const server = await withMail()
    await server.add({ id: 'r1' })
    await links(server, ['r1'])
    const answers = new Set<string>()
    for (const email of ['r1@panel.example', 'nobody@panel.example'])
      for (let time = 0; time <= limits.askedLinks; time += 1) {
        const { status, body } = await server.post('/api/sign-in/ask', { email })
        answers.add(`${status} ${body}`)
      }
    expect([...answers]).toEqual([expect.stringMatching(/^200 .*three times in ten minutes at most/)])
    await until('three mails', () => server.smtp.mails.length === 3)
    await server.post('/api/people/invite', { people: ['r1'] }, server.staff)
    // Whoever is invited later is mailed after them: were a fourth on its way, it would be there.
    await until('the invitation', () => server.smtp.mails.length > 3)
    expect(server.smtp.mails.map(({ headers }) => headers['subject']?.split(' ')[1])).toEqual([
      ...Array.from({ length: limits.askedLinks }, () => 'sign-in'),
      'invitation',
    ])
  })

  test('INVITE-17 leads to where the competition says it is, whatever the request calls it', async () => {
    const server = await withMail()
    await server.add({ id: 'r1' })
    await links(server, ['r1'])
    const elsewhere = { origin: `http://attacker.example:${server.port}` }
    const json = { email: 'r1@panel.example' }
    await ask(server.port, 'attacker.example', '/api/sign-in/ask', {
      method: 'POST',
      headers: elsewhere,
      json,
    })
    await until('a mail', () => server.smtp.mails.length === 1)
    expect(server.smtp.mails[0]?.text).not.toContain('attacker')
  })

  test('INVITE-17 is not asked for by a foreign page', async () => {
    const server = await withMail()
    const headers = { origin: 'https://attacker.example' }
    const json = { email: 'r1@panel.example' }
    const answer = await ask(server.port, 'localhost', '/api/sign-in/ask', { method: 'POST', headers, json })
    expect(answer.status).toBe(403)
  })
})

describe('who may', () => {
  test.each([
    ['GET', '/api/people', undefined],
    ['POST', '/api/people/invite', { people: ['r1'] }],
    ['POST', '/api/people/revoke', { people: ['r1'] }],
    ['POST', '/api/people/remind', { people: ['r1'], what: 'ready' }],
    [
      'POST',
      '/api/people/describe',
      { entries: [{ person: 'r1', name: 'A', email: null, organization: null, home: null }] },
    ],
  ] as const)(
    'PEOPLE-16 staff alone, and for everybody else there is nothing there: %s %s',
    async (method, at, json) => {
      const server = await withoutMail()
      await server.add({ id: 'r1' }, { id: 'm1', role: 'monitor' }, { id: 'o1', role: 'official' })
      const cookies: (string | undefined)[] = [undefined]
      for (const link of await links(server, ['r1', 'm1', 'o1']))
        cookies.push((await server.signIn(link)) ?? '')
      const nothing = await server.get('/api/nothing', cookies[1])
      for (const cookie of cookies) {
        const answer = method === 'GET' ? await server.get(at, cookie) : await server.post(at, json, cookie)
        expect([answer.status, answer.body]).toEqual([404, nothing.body])
      }
      const headers = { cookie: server.staff, origin: 'https://attacker.example' }
      if (method === 'POST')
        expect((await ask(server.port, 'localhost', at, { method, headers, json })).status).toBe(403)
    },
  )

  test('PEOPLE-2 nobody is described, invited or withdrawn who is not of the competition', async () => {
    const server = await withoutMail()
    const entry = { person: 'r9', name: 'A', email: null, organization: null, home: null }
    for (const [at, json] of [
      ['invite', { people: ['staff-1', 'r9'] }],
      ['revoke', { people: ['r9'] }],
      ['describe', { entries: [entry] }],
    ] as const) {
      const answer = await server.post(`/api/people/${at}`, json, server.staff)
      expect([answer.status, sentenceOf(answer.body)]).toEqual([409, 'There is no r9 in this competition.'])
    }
    expect((await server.post('/api/people/invite', { people: [] }, server.staff)).status).toBe(400)
  })
})

test('INVITE-21 in a rehearsal nobody is invited, and nobody asks for a link', async () => {
  const server = await startServer()
  ends.push(server.close)
  const cookie = await server.signIn('staff')
  const headers = { cookie, origin: `http://${hostOf('staff')}:${server.port}` }
  expect((await ask(server.port, hostOf('staff'), '/api/people', { headers })).status).toBe(404)
  const json = { email: 'r1@panel.example' }
  const asking = { method: 'POST', headers, json } as const
  expect((await ask(server.port, hostOf('staff'), '/api/sign-in/ask', asking)).status).toBe(404)
  const page = await ask(server.port, 'localhost', '/api/sign-in')
  expect(JSON.parse(page.body)).toEqual({ is: 'rehearsal' })
})
