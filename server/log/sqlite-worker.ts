/**
 * The thread that owns the file of the log. It takes whatever was asked while the last commit ran, writes all of it in
 * one transaction, then reads, then answers: no timers, and under load one flush of the disk serves many appends.
 */
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import type { MessagePort } from 'node:worker_threads'
import { LogCorrupt, LogRefused } from './log-errors.ts'
import { openFile, readPragma, SQLITE, sqliteCode } from './sqlite-file.ts'
import type { Database, OpenedFile } from './sqlite-file.ts'
import type { Answer, Answered, Asked, FromWorker, Question } from './sqlite-messages.ts'
import { prepareStreams } from './sqlite-streams.ts'
import type { Streams } from './sqlite-streams.ts'

/** After these the next transaction may well succeed: the disk is full or does not answer, or another holds the file. */
const passing: readonly (number | null)[] = [SQLITE.FULL, SQLITE.IOERR, SQLITE.BUSY]

if (parentPort === null || typeof workerData !== 'string')
  throw new Error('Runs as the worker of a log only.')
const opened = tryOpen(workerData)
if (opened !== null) serve(parentPort, opened)

function tryOpen(folder: string): OpenedFile | null {
  try {
    return openFile(folder)
  } catch (error) {
    if (!(error instanceof LogRefused)) throw error
    post({ kind: 'refused', code: error.code, sentence: error.sentence })
    return null
  }
}

function post(message: FromWorker): void {
  parentPort?.postMessage(message)
}

function serve(port: MessagePort, { database, close }: OpenedFile): void {
  const streams = prepareStreams(database)
  const write = prepareWriting(database, streams)
  port.on('message', (first: readonly Asked[]) => {
    const asked = [...first]
    for (let more = receiveMessageOnPort(port); more !== undefined; more = receiveMessageOnPort(port)) {
      const next: readonly Asked[] = more.message
      asked.push(...next)
    }
    const writing = asked.filter(({ question }) => writes(question))
    const reading = asked.filter(({ question }) => !writes(question))
    const answers = [...write(writing), ...reading.map((one) => read(database, streams, one))]
    if (!asked.some(({ question }) => question.kind === 'close')) return post({ kind: 'answers', answers })
    close()
    post({ kind: 'answers', answers })
    port.close()
  })
  post({ kind: 'opened' })
}

function writes(question: Question): boolean {
  return question.kind === 'append' || question.kind === 'checkpoint'
}

/** One transaction for all, a savepoint for each: one that fails leaves nothing behind and does not spoil the others. */
function prepareWriting(database: Database, streams: Streams): (asked: readonly Asked[]) => Answered[] {
  const begin = database.prepare('BEGIN IMMEDIATE')
  const commit = database.prepare('COMMIT')
  const savepoint = database.prepare('SAVEPOINT one')
  const undo = database.prepare('ROLLBACK TO one')
  const release = database.prepare('RELEASE one')

  return (asked) => {
    if (asked.length === 0) return []
    try {
      begin.run()
      const answers = asked.map(({ number, question }) => {
        savepoint.run()
        const answer = writeOne(streams, question)
        if (!kept(answer)) undo.run()
        release.run()
        return { number, answer }
      })
      commit.run()
      return answers
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK')
      if (!passing.includes(sqliteCode(error))) throw error
      const sentence = describe(error)
      return asked.map(({ number, question }) => ({ number, answer: notWritten(question, sentence) }))
    }
  }
}

function kept(answer: Answer): boolean {
  return answer.kind === 'append' || answer.kind === 'checkpoint'
}

function writeOne(streams: Streams, question: Question): Answer {
  try {
    if (question.kind === 'append') return { kind: 'append', ...streams.append(question) }
    if (question.kind !== 'checkpoint') throw new Error(`${question.kind} is not written.`)
    streams.checkpoint(question.stream, question.version, question.bytes)
    return { kind: 'checkpoint' }
  } catch (error) {
    if (error instanceof LogCorrupt) return { kind: 'corrupt', sentence: error.sentence }
    if (error instanceof RangeError) return { kind: 'mistake', sentence: error.message }
    if (sqliteCode(error) === SQLITE.CONSTRAINT) {
      return { kind: 'corrupt', sentence: `A stream goes on after its head (${String(error)}).` }
    }
    throw error
  }
}

/** The disk may hold more of a failed commit than SQLite shows now, so nobody is told that nothing was written. */
function notWritten(question: Question, sentence: string): Answer {
  if (question.kind !== 'append') return { kind: 'failed', sentence }
  return { kind: 'append', outcome: { kind: 'unknown', sentence }, earlier: null }
}

function read(database: Database, streams: Streams, { number, question }: Asked): Answered {
  try {
    return { number, answer: readOne(database, streams, question) }
  } catch (error) {
    if (error instanceof LogCorrupt) return { number, answer: { kind: 'corrupt', sentence: error.sentence } }
    const code = sqliteCode(error)
    if (code === SQLITE.CORRUPT) return { number, answer: { kind: 'corrupt', sentence: describe(error) } }
    if (!passing.includes(code)) throw error
    return { number, answer: { kind: 'failed', sentence: describe(error) } }
  }
}

function readOne(database: Database, streams: Streams, question: Question): Answer {
  switch (question.kind) {
    case 'read':
      return { kind: 'read', found: streams.read(question.stream, question.from, question.limit) }
    case 'head':
      return { kind: 'head', head: streams.head(question.stream) }
    case 'streams':
      return { kind: 'streams', names: streams.streams(question.prefix) }
    case 'pragmas':
      return {
        kind: 'pragmas',
        pragmas: {
          synchronous: Number(readPragma(database, 'synchronous')),
          journalMode: String(readPragma(database, 'journal_mode')),
        },
      }
    case 'close':
      return { kind: 'close' }
    case 'append':
    case 'checkpoint':
      throw new Error(`${question.kind} is not a question that only reads.`)
  }
}

function describe(error: unknown): string {
  switch (sqliteCode(error)) {
    case SQLITE.FULL:
      return 'The disk of the data folder is full.'
    case SQLITE.CORRUPT:
      return 'The file log.db in the data folder is damaged.'
    case SQLITE.BUSY:
      return 'Another program keeps the file log.db in the data folder locked.'
    default:
      return `The disk of the data folder does not answer (${String(error)}).`
  }
}
