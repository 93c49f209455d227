/** What Redis answers, taken apart: strings come as Buffers, numbers as numbers, what is not there as null. */

export function list(reply: unknown): readonly unknown[] {
  if (!Array.isArray(reply)) throw new Error('Redis answered with something else than a list.')
  return reply
}

/** Not a copy: a view of everything that came with it. */
export function bytes(reply: unknown): Buffer {
  if (!Buffer.isBuffer(reply)) throw new Error('Redis answered with something else than bytes.')
  return reply
}

export function text(reply: unknown): string {
  if (Buffer.isBuffer(reply)) return reply.toString('utf8')
  if (typeof reply === 'string') return reply
  throw new Error('Redis answered with something else than a text.')
}

export function textOrNull(reply: unknown): string | null {
  return reply === null ? null : text(reply)
}

export function integer(reply: unknown): number {
  if (typeof reply !== 'number') throw new Error('Redis answered with something else than a number.')
  return reply
}
