/** Opens the log in the given folder, prints how that went, and holds it until it is killed. */
import { LogRefused } from '../../server/log/log-errors.ts'
import { openSqliteLog } from '../../server/log/sqlite-log.ts'

try {
  await openSqliteLog({
    folder: process.argv[2] ?? '',
    onFailure(failure) {
      throw failure
    },
  })
  console.log('opened')
} catch (error) {
  if (!(error instanceof LogRefused)) throw error
  console.log(`${error.code} ${error.sentence}`)
}
