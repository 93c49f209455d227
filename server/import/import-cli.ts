import { existsSync } from 'node:fs'
import path from 'node:path'
import { readConfig, type Config } from '../config.ts'
import { clearDrafts } from '../files/drafts.ts'
import { openFiles } from '../files/files.ts'
import { openReadings } from '../files/readings.ts'
import { openTexts } from '../files/texts.ts'
import { loadSigner } from '../journal/signing.ts'
import { LogRefused } from '../log/log-errors.ts'
import type { Log } from '../log/log.ts'
import { openLog } from '../open-log.ts'
import { realPorts } from '../ports.ts'
import { openStages } from '../stages.ts'
import { addFiles } from './add-files.ts'
import { readAsked, type Asked } from './import-flags.ts'
import { openImports } from './imports.ts'

const asked = readAsked(process.argv.slice(2))
// No port is taken: with Redis its number stands in the name under which this process keeps what it saw of the log.
const config = 'fault' in asked ? asked : readConfig(asked.server, { ...process.env, PORT: '0' })
if ('fault' in asked) end(asked.fault)
else if ('fault' in config) end(config.fault)
else await run(asked, config)

/** 0 where all files are in, 1 where one is not. */
async function run(wanted: Asked, where: Config): Promise<void> {
  const { data, redis } = where
  if (redis === null && !existsSync(path.join(data, 'log.db'))) {
    end(
      `There is no log in the folder ${data}. Name its folder with --data, or start the server once: npm start`,
    )
  }
  try {
    const { log, close } = await openLog(where, ({ sentence }) => end(sentence))
    process.exitCode = (await addTo(log, wanted, where)) ? 0 : 1
    await close()
  } catch (error) {
    end(sentenceFor(error, data))
  }
}

async function addTo(log: Log, wanted: Asked, { data, files: folder, redis }: Config): Promise<boolean> {
  await clearDrafts(folder, { alone: redis === null })
  const files = openFiles(folder)
  const onFailure = (failure: unknown): void => console.error(sentenceFor(failure, data))
  const stages = await openStages({
    log,
    ports: realPorts,
    signer: await loadSigner(data),
    files,
    readings: openReadings({ files, texts: openTexts(files), onFailure }),
    empty: false,
    onOpen: () => undefined,
    onTurn: () => undefined,
    onFailure,
    onDamage: (damage) => end(sentenceFor(damage, data)),
  })
  const imports = openImports({
    stage: stages.current,
    files,
    ports: realPorts,
    onUnread: () => undefined,
  })
  const all = await addFiles(wanted, {
    stage: stages.current(),
    imports,
    say: (line) => console.log(line),
    complain: (line) => console.error(line),
  })
  await imports.close()
  await stages.close()
  return all
}

/** Ends with one plain sentence: whoever adds files reads it, not a stack. */
function end(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

function sentenceFor(error: unknown, data: string): string {
  if (error instanceof LogRefused && error.code === 'in-use')
    return `A server is running on the data folder ${data}. Add the files on the application’s page, or stop the server first.`
  // What was expected to go wrong carries its own sentence.
  if (error instanceof Error && 'sentence' in error) return String(error.sentence)
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
