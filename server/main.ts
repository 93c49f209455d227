import { mkdirSync } from 'node:fs'
import pino from 'pino'
import { openApp } from './app.ts'
import { readConfig, type Config } from './config.ts'
import { clearDrafts } from './files/drafts.ts'
import { openFiles } from './files/files.ts'
import { loadSigner } from './journal/signing.ts'
import { openLog } from './open-log.ts'
import { realPorts } from './ports.ts'

/** Whoever asked the server to end is not kept waiting longer than this. */
const closeWithinMs = 10_000

const logger = pino({ level: process.env['LOG_LEVEL'] ?? 'warn' })

const config = readConfig(process.argv.slice(2), process.env)
if ('fault' in config) stop(config.fault)
else await run(config)

async function run(config: Config): Promise<void> {
  const { host, port, data, dev } = config
  try {
    mkdirSync(data, { recursive: true })
    const {
      log,
      savingRisk,
      hints,
      close: closeLog,
    } = await openLog(config, ({ sentence }) => stop(sentence))
    // Whoever holds the log in the data folder is the only one to write files.
    await clearDrafts(config.files, { alone: config.redis === null })
    const signer = await loadSigner(data)
    const onDamage = (damage: unknown): void => stop(sentenceFor(damage, port))
    const app = await openApp({
      log,
      signer,
      files: openFiles(config.files),
      ports: realPorts,
      savingRisk,
      hints,
      host,
      port,
      dev,
      empty: config.start === 'empty',
      reach: config.reach,
      logger,
      onDamage,
    })
    const close = async (): Promise<void> => {
      setTimeout(
        () => stop('The server could not finish in time. What was confirmed is saved.'),
        closeWithinMs,
      ).unref()
      await app.close()
      await closeLog()
      process.exit(0)
    }
    const end = (): void => void close().catch((error: unknown) => stop(sentenceFor(error, port)))
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end)
    const link = config.start === null ? null : await app.staffLink(config.start)
    if (link && 'refused' in link) {
      await app.close()
      await closeLog()
      stop(link.sentence)
    }
    // Said last: whoever waits for it may ask the server to end at once.
    console.log(`Panelroom is open at http://localhost:${app.port}`)
    if (link?.givesBack)
      console.log(
        `The access of everybody in program staff had been withdrawn. This link gives it back to one of them: ${link.label}.`,
      )
    if (link) console.log(`Sign in once, as ${link.label}, within fourteen days: ${link.address}`)
  } catch (error) {
    stop(sentenceFor(error, port))
  }
}

/** Ends with one plain sentence: whoever starts the server reads it, not a stack. */
function stop(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

function sentenceFor(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken. Stop what uses it, or choose another: npm start -- --port ${port + 1}`
  if (code === 'EACCES')
    return `Port ${port} or the data folder cannot be used by this account. Choose others with --port and --data.`
  // What was expected to go wrong carries its own sentence.
  if (error instanceof Error && 'sentence' in error) return String(error.sentence)
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
