import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { limits } from '../../shared/protocol/limits.ts'
import type { Signer } from '../journal/signing.ts'
import type { Ports } from '../ports.ts'

const contentSchema = z.strictObject({
  competition: z.string(),
  person: z.string(),
  expires: z.int(),
  once: z.string(),
})

export type LinkContent = z.infer<typeof contentSchema>

/** Sign-in links: whose they are and until when stands in them, signed. That each opens one session only, the sessions see to. */
export interface Links {
  readonly make: (content: { competition: string; person: string }) => string
  readonly read: (token: string) => LinkContent | null
}

/** Links that any node with the same signing key makes and reads; each is good for ten minutes. */
export function makeLinks(ports: Ports, signer: Signer): Links {
  const key = signer.secretFor('sign-in links')
  const sign = (body: string): Buffer => createHmac('sha256', key).update(body).digest()
  return {
    make: ({ competition, person }) => {
      const content: LinkContent = {
        competition,
        person,
        expires: ports.now() + limits.linkMs,
        once: ports.id(),
      }
      const body = Buffer.from(JSON.stringify(content)).toString('base64url')
      return `${body}.${sign(body).toString('base64url')}`
    },
    read: (token) => {
      const [body = '', signature = ''] = token.split('.')
      const given = Buffer.from(signature, 'base64url')
      const right = sign(body)
      if (given.length !== right.length || !timingSafeEqual(given, right)) return null
      const content = contentSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString()))
      return content.expires < ports.now() ? null : content
    },
  }
}
