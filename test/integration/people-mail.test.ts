import { afterEach, describe, expect, test } from 'vitest'
import { openOutbox, type Outbox } from '../../server/mail/outbox.ts'
import { startMailServer, type MailServer } from '../harness/mail-server.ts'
import { until } from '../harness/until.ts'

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

async function opened(
  retriesMs: readonly number[] = [1, 1],
  server?: MailServer,
): Promise<{ readonly server: MailServer; readonly outbox: Outbox }> {
  const at = server ?? (await startMailServer())
  const outbox = openOutbox(at.settings, retriesMs)
  ends.push(at.close, outbox.close)
  return { server: at, outbox }
}

const letter = {
  id: 'one',
  to: { name: 'Reader Überzahl', address: 'r1@panel.example' },
  subject: 'A reminder from Panelroom',
  isDue: () => true,
  text: 'Somebody,\n\n“quoted” words of a line that is so long that a mail server would want it to be broken somewhere: https://panel.example/sit#abcdefghijklmnopqrstuvwxyz\n',
}

describe('a mail', () => {
  test('PEOPLE-5 goes out by SMTP as plain text, to one person', async () => {
    const { server, outbox } = await opened()
    expect(await outbox.send(letter)).toEqual({ is: 'sent' })
    const [mail] = server.mails
    expect(mail?.from).toBe('panel@mail.example')
    expect(mail?.to).toEqual(['r1@panel.example'])
    expect(mail?.headers['subject']).toBe('A reminder from Panelroom')
    expect(mail?.headers['content-type']).toMatch(/^text\/plain/)
    expect(mail?.headers['message-id']).toBe('<one@mail.example>')
    expect(mail?.text.trimEnd()).toBe(letter.text.trimEnd())
  })

  test('PEOPLE-5 signs in where the mail server wants it, and says so where it is not let in', async () => {
    const { server, outbox } = await opened([], await startMailServer({ password: 'right' }))
    expect(await outbox.send(letter)).toEqual({ is: 'sent' })
    const wrong = openOutbox({ ...server.settings, user: { name: 'panelroom', password: 'wrong' } }, [1, 1])
    ends.push(wrong.close)
    expect(await wrong.send(letter)).toEqual({
      is: 'failed',
      sentence: 'The mail server does not let Panelroom sign in. Tell whoever runs the server.',
    })
  })

  test('PEOPLE-6 is tried again where the mail server says that it may pass', async () => {
    const { server, outbox } = await opened()
    server.refuse(451, 451, null)
    expect(await outbox.send(letter)).toEqual({ is: 'sent' })
    expect(server.mails).toHaveLength(1)
  })

  test('PEOPLE-6 is given up after the last try, with a sentence that names nobody', async () => {
    const { server, outbox } = await opened()
    server.refuse(451, 451, 451)
    const outcome = await outbox.send(letter)
    expect(outcome).toEqual({
      is: 'failed',
      sentence: 'The mail server did not take mail for the address for too long (451).',
    })
    expect(server.mails).toHaveLength(0)
  })

  test('PEOPLE-6 is given up at once where the address is refused for good', async () => {
    const { server, outbox } = await opened([60_000])
    server.refuse(550)
    expect(await outbox.send(letter)).toEqual({
      is: 'failed',
      sentence: 'The mail server refused the address (550). Look whether it is right.',
    })
  })

  test('PEOPLE-6 is given up where the mail server cannot be reached', async () => {
    const server = await startMailServer()
    await server.close()
    const { outbox } = await opened([], server)
    expect(await outbox.send(letter)).toEqual({
      is: 'failed',
      sentence: 'The mail server could not be reached. Tell whoever runs the server.',
    })
  })

  test('PEOPLE-7 is not sent in the clear to another machine: without TLS it waits, and says why', async () => {
    const server = await startMailServer()
    const { outbox } = await opened([], { ...server, settings: { ...server.settings, requireTls: true } })
    expect(await outbox.send(letter)).toEqual({
      is: 'failed',
      sentence: 'The mail server offers no safe line. Tell whoever runs the server.',
    })
    expect(server.mails).toHaveLength(0)
  })

  test('PEOPLE-33 that has waited is asked about before it is tried again', async () => {
    const { server, outbox } = await opened()
    server.refuse(451)
    let asked = 0
    expect(await outbox.send({ ...letter, isDue: () => (asked += 1) === 1 })).toEqual({
      is: 'failed',
      sentence:
        'It was not sent: the address, or whether this person may come in, has changed while it waited.',
    })
    expect(server.mails).toHaveLength(0)
  })

  test('PEOPLE-6 that waits when the server ends is given up, and staff are told', async () => {
    const { server, outbox } = await opened([60_000])
    server.refuse(451)
    const sending = outbox.send(letter)
    let ended = false
    void sending.then(() => (ended = true))
    await outbox.close()
    await until('the letter is given up', () => ended)
    expect(await sending).toMatchObject({ is: 'failed', sentence: expect.stringContaining('Send it again') })
  })
})
