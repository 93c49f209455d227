import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openSqliteLog } from '../../server/log/sqlite-log.ts'
import { logAcceptance } from './log-acceptance.ts'

logAcceptance('in SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'panelroom-log-'))
  const open = () =>
    openSqliteLog({
      folder,
      onFailure(failure) {
        throw failure
      },
    })
  const log = await open()
  let latest = log
  return {
    log,
    async reopen() {
      await latest.close()
      latest = await open()
      return latest
    },
    async lose(stream, version) {
      const database = new DatabaseSync(join(folder, 'log.db'))
      database
        .prepare(
          'DELETE FROM entries WHERE version = ? AND stream = (SELECT number FROM streams WHERE name = ?)',
        )
        .run(version, stream)
      database.close()
    },
    async remove() {
      await latest.close()
      rmSync(folder, { recursive: true })
    },
  }
})
