import { z } from 'zod'
import { paces } from '../../../shared/rehearsal/paces.ts'

const person = z.string().min(1).max(40)

/** What the server says to the process that plays seats. */
export const orderSchema = z.discriminatedUnion('is', [
  /** Takes a seat with the cookie that its one-time link gave. `host` carries no port. */
  z.strictObject({ is: z.literal('sit'), person, host: z.string(), cookie: z.string() }),
  z.strictObject({ is: z.literal('rise'), cookie: z.string() }),
  z.strictObject({ is: z.literal('pace'), pace: z.enum(paces) }),
])

export type Order = z.infer<typeof orderSchema>

/** What that process says: it has left a seat, as asked or because its session has ended. */
export const newsSchema = z.strictObject({ is: z.literal('risen'), person, cookie: z.string() })

export type News = z.infer<typeof newsSchema>

/** Where the server is reached from this machine: an address as it stands in a URL, and a port. */
export interface ServerAt {
  readonly address: string
  readonly port: number
}
