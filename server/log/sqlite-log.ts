import { Worker } from 'node:worker_threads'
import { createFollowers } from './followers.ts'
import { LogCorrupt, LogFailed, LogRefused } from './log-errors.ts'
import { checkAppend, checkCheckpoint, checkRead } from './log-rules.ts'
import type { Log } from './log.ts'
import type { Answer, Asked, FromWorker, Question } from './sqlite-messages.ts'

export interface SqliteLogOptions {
  /** Where `log.db` lives; created when missing. On a local disk, used by one process at a time. */
  readonly folder: string
  /** Called once when the log stopped by itself: the server must stop too, and open the log anew. */
  readonly onFailure: (failure: LogFailed) => void
}

/** `synchronous` as SQLite numbers it: 2 is FULL. */
export type SqliteLog = Log & { pragmas(): Promise<{ synchronous: number; journalMode: string }> }

/** Opens the log of one server, kept by SQLite in a thread of its own. Rejects with LogRefused, nothing changed then. */
export async function openSqliteLog({ folder, onFailure }: SqliteLogOptions): Promise<SqliteLog> {
  const worker = await startWorker(folder)
  const pending = new Map<number, (answer: Answer) => void>()
  const followers = createFollowers(read)
  let asked = 0
  /** What was asked in this turn of the loop: one message wakes the other thread for all of it. */
  let outbox: Asked[] = []
  /** Why nothing more can be asked; what was asked before is still answered. */
  let refusal: string | null = null
  let ended = false
  let closing: Promise<void> | null = null

  function ask(question: Question): Promise<Answer> {
    return new Promise((resolve) => {
      if (refusal !== null) return resolve({ kind: 'failed', sentence: refusal })
      asked += 1
      pending.set(asked, resolve)
      if (outbox.length === 0) setImmediate(post)
      outbox.push({ number: asked, question })
    })
  }

  function post(): void {
    worker.postMessage(outbox)
    outbox = []
  }

  function fail(cause: unknown): void {
    if (ended) return
    ended = true
    const sentence = `The log has stopped (${cause instanceof Error ? cause.message : String(cause)}).`
    refusal = sentence
    followers.stopAll()
    for (const resolve of pending.values()) resolve({ kind: 'failed', sentence })
    pending.clear()
    onFailure(new LogFailed(sentence, { cause }))
  }

  worker.on('message', (message: FromWorker) => {
    if (message.kind !== 'answers') return
    for (const { number, answer } of message.answers) {
      // The worker ends right after this answer, before anybody who awaits it gets a turn.
      if (answer.kind === 'close') ended = true
      pending.get(number)?.(answer)
      pending.delete(number)
    }
  })
  worker.on('error', fail)
  worker.on('messageerror', fail)
  worker.on('exit', (code) => fail(`exit code ${code}`))

  async function read(stream: string, from: number, limit: number) {
    checkRead(stream, from, limit)
    return expect(await ask({ kind: 'read', stream, from, limit }), 'read').found
  }

  async function end(): Promise<void> {
    const answered = ask({ kind: 'close' })
    refusal ??= 'The log is closed.'
    await answered
    followers.stopAll()
    await worker.terminate()
  }

  return {
    read,
    follow: followers.follow,

    async append(stream, expected, entries, { id, given = [] }) {
      checkAppend(stream, expected, entries, id, given)
      // Exact copies: a view would be sent with all of the buffer behind it, and its owner may write to it again.
      const copies = entries.map(({ bytes, seal = false }) => ({ bytes: new Uint8Array(bytes), seal }))
      const answer = await ask({ kind: 'append', stream, expected, id, given, entries: copies })
      if (answer.kind === 'failed') return { kind: 'unknown', sentence: answer.sentence }
      const { outcome, earlier } = expect(answer, 'append')
      if (outcome.kind === 'appended') {
        const written = copies.map((copy, index) => ({ version: expected + index + 1, id, ...copy }))
        followers.offer(stream, earlier ?? written)
      }
      return outcome
    },

    async checkpoint(stream, version, bytes) {
      checkCheckpoint(stream, version, bytes)
      expect(await ask({ kind: 'checkpoint', stream, version, bytes: new Uint8Array(bytes) }), 'checkpoint')
    },

    async head(stream) {
      return expect(await ask({ kind: 'head', stream }), 'head').head
    },

    async streams(prefix) {
      return expect(await ask({ kind: 'streams', prefix }), 'streams').names
    },

    async pragmas() {
      return expect(await ask({ kind: 'pragmas' }), 'pragmas').pragmas
    },

    close() {
      closing ??= end()
      return closing
    },
  }
}

function startWorker(folder: string): Promise<Worker> {
  const worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: folder })
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', (message: FromWorker) => {
      worker.off('error', reject)
      if (message.kind === 'refused') {
        worker.once('exit', () => reject(new LogRefused(message.code, message.sentence)))
      } else resolve(worker)
    })
  })
}

function expect<K extends Answer['kind']>(answer: Answer, kind: K): Extract<Answer, { kind: K }> {
  if (isKind(answer, kind)) return answer
  switch (answer.kind) {
    case 'corrupt':
      throw new LogCorrupt(answer.sentence)
    case 'failed':
      throw new LogFailed(answer.sentence)
    case 'mistake':
      throw new RangeError(answer.sentence)
    default:
      throw new Error(`The worker answered ${kind} with ${answer.kind}.`)
  }
}

function isKind<K extends Answer['kind']>(answer: Answer, kind: K): answer is Extract<Answer, { kind: K }> {
  return answer.kind === kind
}
