import { isEmail } from '../people/directory-entry.ts'

/** How mail is sent. */
export interface MailSettings {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; else it is begun by STARTTLS. */
  readonly secure: boolean
  /** Whether nothing is sent before there is TLS: a link in a mail signs in whoever reads it. */
  readonly requireTls: boolean
  readonly user: { readonly name: string; readonly password: string } | null
  /** Who mails come from: an address, or `Name <address>`. */
  readonly from: string
}

export interface Reach {
  /** Null where mail is not set up. */
  readonly mail: MailSettings | null
  /** Where people reach the server, as `https://panel.example`; null where it is not said. */
  readonly publicUrl: string | null
}

const smtpFault =
  'SMTP_URL is an address like smtps://user:password@mail.example:465 or smtp://mail.example:587, with ?tls=none where a server in your own network has no TLS. Leave it out to hand out links without mail.'

/** Reads SMTP_URL, MAIL_FROM and PUBLIC_URL. A fault is a sentence that names what is wrong. */
export function readReach(env: NodeJS.ProcessEnv): Reach | { readonly fault: string } {
  const publicUrl = env['PUBLIC_URL']?.replace(/\/+$/, '') || null
  if (publicUrl !== null && !isOrigin(publicUrl))
    return {
      fault: 'PUBLIC_URL is where people reach this server, as https://panel.example, without a path.',
    }
  const smtp = env['SMTP_URL'] || null
  if (smtp === null) return { mail: null, publicUrl }
  const server = readServer(smtp)
  if (!server) return { fault: smtpFault }
  const from = env['MAIL_FROM']?.trim() ?? ''
  if (!isSender(from))
    return { fault: 'With SMTP_URL, MAIL_FROM says who mails come from: an address, or Name <address>.' }
  if (publicUrl === null)
    return { fault: 'With SMTP_URL, PUBLIC_URL says where links in mails lead, as https://panel.example.' }
  return { mail: { ...server, from }, publicUrl }
}

function readServer(address: string): Omit<MailSettings, 'from'> | null {
  const url = URL.parse(address)
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') return null
  if (!['', '?tls=none'].includes(url.search) || !['', '/'].includes(url.pathname)) return null
  const secure = url.protocol === 'smtps:'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isHere = host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
  return {
    host,
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    requireTls: !secure && !isHere && url.search === '',
    user:
      url.username === ''
        ? null
        : { name: decodeURIComponent(url.username), password: decodeURIComponent(url.password) },
  }
}

function isOrigin(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && ['http:', 'https:'].includes(url.protocol) && url.origin === address.toLowerCase()
}

function isSender(from: string): boolean {
  const [, address = from] = /^[^<>\p{Cc}]+<([^<>]+)>$/u.exec(from) ?? []
  return isEmail(address) || /^[^\s@<>]+@localhost$/.test(address)
}
