import { ErrorReply } from 'redis'
import { LogCorrupt, LogFailed } from './log-errors.ts'

/** After these answers the same line will give no better one: the Redis is another than the one that was checked. */
const anotherNow = /READONLY|MASTERDOWN|LOADING|NOAUTH/

/** What a failed question means, and whether the line it was asked on is of no further use. */
export function failureOf(error: unknown, address: string): { failure: Error; useless: boolean } {
  if (!(error instanceof ErrorReply)) {
    return {
      failure: new LogFailed(`Redis at ${address} does not answer.`, { cause: error }),
      useless: false,
    }
  }
  const said = error.message
  if (said.includes('WRONGTYPE')) {
    const sentence = `Redis at ${address} holds something else where the log keeps a stream (${said}).`
    return { failure: new LogCorrupt(sentence), useless: false }
  }
  const sentence = said.startsWith('OOM')
    ? `Redis at ${address} has no memory left.`
    : `Redis at ${address} refuses (${said}).`
  return { failure: new LogFailed(sentence, { cause: error }), useless: anotherNow.test(said) }
}
