import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { MailSettings } from '../../server/mail/mail-settings.ts'

/** A mail as the server was given it. */
export interface Mail {
  readonly from: string
  readonly to: readonly string[]
  /** By name in small letters. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

export interface MailServer {
  readonly settings: MailSettings
  readonly mails: readonly Mail[]
  /** Answers the next recipients with these codes, one after the other; null takes one. */
  readonly refuse: (...codes: readonly (number | null)[]) => void
  readonly close: () => Promise<void>
}

/** A real SMTP server on 127.0.0.1, on a port of its own, that keeps what it is given. */
export async function startMailServer({
  password = null,
}: { readonly password?: string | null } = {}): Promise<MailServer> {
  const mails: Mail[] = []
  const refusals: (number | null)[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', ...(password === null ? ['AUTH'] : [])],
    authOptional: password === null,
    allowInsecureAuth: true,
    onAuth: (auth, _session, callback) =>
      auth.password === password ? callback(null, { user: auth.username }) : callback(new Error('Not you.')),
    onRcptTo: (_address, _session, callback) => {
      const code = refusals.shift() ?? null
      callback(code === null ? null : Object.assign(new Error('No.'), { responseCode: code }))
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        mails.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          ...parts(Buffer.concat(chunks).toString()),
        })
        callback(null)
      })
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  // A line that a client breaks is no fault of a test.
  server.on('error', () => undefined)
  const { port } = server.server.address() as AddressInfo
  return {
    settings: {
      host: '127.0.0.1',
      port,
      secure: false,
      requireTls: false,
      user: password === null ? null : { name: 'panelroom', password },
      from: 'Panelroom <panel@mail.example>',
    },
    mails,
    refuse: (...codes) => void refusals.push(...codes),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Headers and text of a mail that is not made of parts. */
function parts(raw: string): Pick<Mail, 'headers' | 'text'> {
  const at = raw.indexOf('\r\n\r\n')
  const lines = raw
    .slice(0, at)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  )
  const body = raw.slice(at + 4).replaceAll('\r\n', '\n')
  return { headers, text: decoded(body, headers['content-transfer-encoding'] ?? '7bit') }
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString()
  if (encoding !== 'quoted-printable') return body
  const bytes = body
    .replaceAll('=\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
