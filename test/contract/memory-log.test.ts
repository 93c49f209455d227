import { openMemoryLog } from '../../server/log/memory-log.ts'
import type { MemoryStore } from '../../server/log/memory-log.ts'
import { logAcceptance } from './log-acceptance.ts'

logAcceptance('in memory', async () => {
  const store: MemoryStore = new Map()
  const log = openMemoryLog(store)
  return {
    log,
    async reopen() {
      await log.close()
      return openMemoryLog(store)
    },
    async lose(stream, version) {
      store.get(stream)?.entries.delete(version)
    },
    remove: () => log.close(),
  }
})
