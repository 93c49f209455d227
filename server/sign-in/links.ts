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
  /** How often the person's access had been withdrawn when it was made: 0 in links from before that could be done. */
  turn: z.int().default(0),
})

export type LinkContent = z.infer<typeof contentSchema>

/** Sign-in links: whose they are and until when stands in them, signed. That each opens one session only, the sessions see to. */
export interface Links {
  /** A link for now, good for ten minutes. `turn`: how often the person's access has been withdrawn. */
  readonly make: (content: {
    readonly competition: string
    readonly person: string
    readonly turn?: number
  }) => string
  /** The link of an invitation that has been recorded. */
  readonly of: (content: LinkContent) => string
  readonly read: (token: string) => LinkContent | null
}

/** Links that any node with the same signing key makes and reads. */
export function makeLinks(ports: Ports, signer: Pick<Signer, 'secretFor'>): Links {
  const key = signer.secretFor('sign-in links')
  const sign = (body: string): Buffer => createHmac('sha256', key).update(body).digest()
  const of = (content: LinkContent): string => {
    const body = Buffer.from(JSON.stringify(content)).toString('base64url')
    return `${body}.${sign(body).toString('base64url')}`
  }
  return {
    of,
    make: ({ competition, person, turn = 0 }) =>
      of({ competition, person, expires: ports.now() + limits.linkMs, once: ports.id(), turn }),
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
