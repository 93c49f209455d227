import { randomBytes, randomUUID } from 'node:crypto'

/** What the server takes from the outside world beside its log, so that a test can give the same twice. */
export interface Ports {
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number
  /** A new id, 36 characters of hexadecimal digits and hyphens. */
  readonly id: () => string
  /** A new salt, 32 hexadecimal digits. */
  readonly salt: () => string
  /** A secret nobody can guess: 256 bits, base64url. */
  readonly secret: () => string
}

/** The ports of a running server. */
export const realPorts: Ports = {
  now: () => Date.now(),
  id: () => randomUUID(),
  salt: () => randomBytes(16).toString('hex'),
  secret: () => randomBytes(32).toString('base64url'),
}
