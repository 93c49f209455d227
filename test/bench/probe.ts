// Loaded before each server of the bench, the same for all: says what the process has used, and ends it with the bench.

const ask = (question: unknown): void => {
  if (question === 'memory') {
    // Twice: what a first collection lets go of may hold what a second takes.
    for (let round = 0; round < 2; round += 1) {
      globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
    }
  }
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed, external } = process.memoryUsage()
  process.send?.({ cpuMs: (user + system) / 1000, rss, live: heapUsed + external, storeCpuMs: 0 })
}

process.on('message', ask)
process.on('disconnect', () => process.exit(1))
// A listener alone would keep a server that has closed everything from ending.
process.channel?.unref()
