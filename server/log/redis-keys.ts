import { competitionOf } from './log.ts'

/**
 * Three keys for each stream: where it ends (a hash), its entries (a Redis stream) and its checkpoint. All streams of a
 * competition carry its name in braces, so that they stand on one machine and one script may read and write several.
 */
export const headKey = (stream: string): string => keyOf(stream, 'head')
export const entriesKey = (stream: string): string => keyOf(stream, 'entries')
export const checkpointKey = (stream: string): string => keyOf(stream, 'checkpoint')

/** A pattern for SCAN that the head of every stream beginning with `prefix` fits, and now and then another key. */
export function headPattern(prefix: string): string {
  return `panelroom:{*}:${prefix.replaceAll(/[*?[\]\\^-]/g, '\\$&')}*:head`
}

/** The stream whose head stands under this key, or null when no stream's does. */
export function streamOfHead(key: string): string | null {
  const stream = /^panelroom:\{[^}]*\}:(.+):head$/.exec(key)?.[1]
  return stream !== undefined && headKey(stream) === key ? stream : null
}

function keyOf(stream: string, part: string): string {
  // A brace within braces would end them.
  return `panelroom:{${encodeURIComponent(competitionOf(stream))}}:${stream}:${part}`
}
