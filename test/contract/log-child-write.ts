/** Writes to several streams at once, prints every append once it is answered, and goes on until it is killed. */
import { openSqliteLog } from '../../server/log/sqlite-log.ts'
import { write } from './log-under-test.ts'

const log = await openSqliteLog({
  folder: process.argv[2] ?? '',
  onFailure(failure) {
    throw failure
  },
})

/** Entry n of a stream holds n and a tail of a length that differs, so that some entries cross pages of the file. */
async function writeOn(stream: string): Promise<never> {
  for (let version = await log.head(stream); ; ) {
    const count = 1 + (version % 3)
    const texts = Array.from({ length: count }, (_, part) => text(version + part + 1))
    const outcome = await write(log, stream, version, texts)
    if (outcome.kind !== 'appended') throw new Error(`An append was answered ${outcome.kind}.`)
    version = outcome.version
    console.log(`${stream} ${version}`)
  }
}

function text(version: number): string {
  return `${version} `.padEnd(20 + ((version * 397) % 3000), '·')
}

await Promise.all(['form/1', 'form/2', 'room/1', 'journal/1'].map(writeOn))
