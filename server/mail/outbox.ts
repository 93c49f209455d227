import nodemailer from 'nodemailer'
import { setTimeout as pause } from 'node:timers/promises'
import { mailFault } from './mail-fault.ts'
import type { MailSettings } from './mail-settings.ts'

/** A mail of plain text to one person. */
export interface Letter {
  readonly id: string
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
  /** Whether it is still to go there: asked before each try. */
  readonly isDue: () => boolean
}

/** How a letter ended: taken by the mail server, or given up, with a sentence for staff. */
export type Outcome = { readonly is: 'sent' } | { readonly is: 'failed'; readonly sentence: string }

export interface Outbox {
  /** Sends a letter, and again where that may help; resolves with how it ended, and never rejects. */
  readonly send: (letter: Letter) => Promise<Outcome>
  /** Gives up what waits, and lets go of the lines. */
  readonly close: () => Promise<void>
}

/** Pauses before a letter is tried again, in milliseconds: a greylisting server wants some minutes, a restart an hour at most. */
export const mailRetriesMs: readonly number[] = [5_000, 30_000, 2 * 60_000, 10 * 60_000, 30 * 60_000]

const stopped: Outcome = {
  is: 'failed',
  sentence: 'The server was stopped before the mail was sent. Send it again.',
}

const noLongerDue: Outcome = {
  is: 'failed',
  sentence: 'It was not sent: the address, or whether this person may come in, has changed while it waited.',
}

/** Lines to a mail server, two at a time: enough for all people of a competition within a minute. */
export function openOutbox(settings: MailSettings, retriesMs: readonly number[] = mailRetriesMs): Outbox {
  const { host, port, secure, requireTls, user, from } = settings
  const transport = nodemailer.createTransport({
    pool: true,
    maxConnections: 2,
    host,
    port,
    secure,
    requireTLS: requireTls,
    ...(user ? { auth: { user: user.name, pass: user.password } } : {}),
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = /@([^\s>]+)>?$/.exec(from)?.[1] ?? 'panelroom'
  const closing = new AbortController()
  const underWay = new Set<Promise<Outcome>>()

  async function deliver({ id, to, subject, text, isDue }: Letter): Promise<Outcome> {
    for (let tried = 0; ; tried += 1) {
      if (closing.signal.aborted) return stopped
      if (!isDue()) return noLongerDue
      try {
        // The same id again is the same mail, where a server had taken one before its line broke.
        await transport.sendMail({
          from,
          to,
          subject,
          text,
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return { is: 'sent' }
      } catch (error) {
        const { lasting, sentence } = mailFault(error)
        const wait = retriesMs[tried]
        if (lasting || wait === undefined) return { is: 'failed', sentence }
        await pause(wait, undefined, { ref: false, signal: closing.signal }).catch(() => undefined)
      }
    }
  }

  return {
    send: (letter) => {
      const end = deliver(letter).finally(() => underWay.delete(end))
      underWay.add(end)
      return end
    },
    close: async () => {
      closing.abort()
      await Promise.all(underWay)
      transport.close()
    },
  }
}
