import { afterEach, describe, expect, test } from 'vitest'
import { limits } from '../../shared/protocol/limits.ts'
import type { InviteAnswer } from '../../shared/protocol/people-page.ts'
import { startMailServer, type MailServer } from '../harness/mail-server.ts'
import { startPeopleServer, type PeopleServer } from '../harness/people-server.ts'
import { until } from '../harness/until.ts'

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

/** A server that mails, with r1 and r2 invited to it. */
async function started(): Promise<PeopleServer & { readonly smtp: MailServer }> {
  const smtp = await startMailServer()
  ends.push(smtp.close)
  const reach = { mail: smtp.settings, publicUrl: 'https://panel.example' }
  const server = await startPeopleServer({ reach })
  ends.push(server.close)
  await server.add({ id: 'r1' }, { id: 'r2' })
  const answer = await server.post('/api/people/invite', { people: ['r1', 'r2'], copy: true }, server.staff)
  const { links }: InviteAnswer = JSON.parse(answer.body)
  expect(links).toHaveLength(2)
  return { ...server, smtp }
}

const asks = (server: PeopleServer, email: string) => server.post('/api/sign-in/ask', { email })
const mailsTo = ({ smtp }: { readonly smtp: MailServer }, address: string): number =>
  smtp.mails.filter(({ to }) => to[0] === address).length

describe('however often links are asked for', () => {
  test('INVITE-34 somebody who was invited still gets theirs, after any number of addresses that nobody has', async () => {
    const server = await started()
    const many = Array.from({ length: 1_100 }, (_, at) => asks(server, `x${at}@elsewhere.example`))
    const statuses = new Set((await Promise.all(many)).map(({ status }) => status))
    expect(statuses).toEqual(new Set([200]))
    expect((await asks(server, 'r1@panel.example')).status).toBe(200)
    await until('the mail', () => mailsTo(server, 'r1@panel.example') === 1)
    expect(server.smtp.mails).toHaveLength(1)
  })

  test('INVITE-34 somebody gets theirs after others were asked for too often', async () => {
    const server = await started()
    for (let time = 0; time < limits.askedLinks * 3; time += 1) await asks(server, 'r1@panel.example')
    await asks(server, 'r2@panel.example')
    await until('theirs', () => mailsTo(server, 'r2@panel.example') === 1)
    expect(mailsTo(server, 'r1@panel.example')).toBeLessThanOrEqual(limits.askedLinks)
  })
})
