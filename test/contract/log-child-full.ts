/** Runs on a small disk: fills it, writes, frees it, writes again, and prints what each step was answered. */
import { rmSync, writeSync, openSync, closeSync } from 'node:fs'
import { join } from 'node:path'
import { openSqliteLog } from '../../server/log/sqlite-log.ts'
import { entry, readAll, show, write } from './log-under-test.ts'

const folder = process.argv[2] ?? ''
const filler = join(folder, 'filler')
const open = () =>
  openSqliteLog({
    folder,
    onFailure(failure) {
      throw failure
    },
  })

function fillDisk(): void {
  const handle = openSync(filler, 'w')
  try {
    for (const size of [65536, 512]) fillWith(handle, new Uint8Array(size))
  } finally {
    closeSync(handle)
  }
}

function fillWith(handle: number, block: Uint8Array): void {
  try {
    for (;;) writeSync(handle, block)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  }
}

function say(step: string, answer: unknown): void {
  console.log(JSON.stringify({ step, answer }))
}

let log = await open()
for (let version = 0; version < 50; version += 1) await write(log, 'form/1', version, [`${version + 1}`])
const followed: string[] = []
await log.follow('form/1', 50, (entries) => followed.push(...entries.map(show))).ready

fillDisk()
const large = entry('x'.repeat(200_000))
const retried = () => log.append('form/1', 50, [entry('51'), large], { id: 'retried' })
say('full', await Promise.all([retried(), write(log, 'form/2', 0, ['1', 'x'.repeat(200_000)])]))
say('followed', followed)
say('readable', (await readAll(log, 'form/1')).entries.length)
say('trim', await log.checkpoint('form/1', 40, new Uint8Array(200_000)).then(String, String))

rmSync(filler)
say('retried', await retried())
say(
  'followed',
  followed.map((line) => line.slice(0, 6)),
)
say('written', await write(log, 'form/1', 52, ['53']))
await log.close()
log = await open()
say(
  'kept',
  (await readAll(log, 'form/1')).entries.map(({ version }) => version),
)
say('kept', await log.head('form/2'))
await log.close()
