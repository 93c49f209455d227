// Side by side with other servers of Yjs documents, under one load: npm run bench.
//
// The load: 50 rooms of 32 KB (five filled columns of a reviewers' form, 41 rows each), in each one writer and five readers, 20 edits a
// second in each room: 1000 edits and 5000 deliveries a second. Measured after a warm-up, three runs, the medians are shown.
//
// What makes it fair:
// - One server process on the first core, one load process on the second, fresh ones for each measurement; loopback, no compression.
// - The writer is the server's own provider with a document, as a page has it. The readers are bare sockets that look for a mark in the
//   bytes: with documents in them, their garbage would be collected in the load process and show in everybody's slowest percent.
// - The same rooms, the same edits at the same times for all. They are due at fixed times, so that a slow server does not get fewer.
// - The floor is a relay that knows nothing of documents: what sockets cost anybody.
// - Each keeps its own promise with its own store, printed beside its figures: the same edits are not the same work.
// - This server runs as `npm start` runs it, with sessions, origins, limits on pace, gate, journal, live lines and fsync. Its rooms were
//   revealed by the commands of the panel; who is in them signed in by links.
//
// How it is measured:
// - Edit to peer: from the writer's transaction to the mark's arrival, at every reader. CPU: of all threads of the server process.
// - Lines cut: 300 providers (six in each room) are cut at once; both dialects' providers wait 200 ms before they dial again, included.
// - Cold open: the server has been started anew on its store and has no room open; ten other rooms are opened first. From dialing until a
//   provider is in sync and shows text. One after the other.
// - Memory: what heap and buffers hold after those ten rooms, and after 50 more, each time when nobody had written for ten seconds, garbage
//   collected (V8's last resort); the difference by 50. Then once more, a second after somebody wrote in each. Resident memory at rest
//   stands beside it: a server that has had more open before need not grow, so that what is held is to be compared.
//
// Flags: --runs N (3), --only ours,floor, --quick (one short run without cold opens), --markdown FILE.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { measureLoad, type Figures, type Half, type Lengths } from './measure.ts'
import { installPeers } from './peers.ts'
import { endAll, pins } from './processes.ts'
import type { Row } from './row.ts'
import { rows } from './rows.ts'
import { machine, promises, table } from './table.ts'

const { values: flags } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    markdown: { type: 'string' },
  },
})
const root = fileURLToPath(new URL('../..', import.meta.url))
const chosen = rows.filter(({ name, label, missing }) => {
  if (!(flags.only?.split(',').includes(name) ?? true)) return false
  const why = missing()
  if (why !== null) console.log(`Left out: ${label}, because ${why}.`)
  return why === null
})
const runs = flags.quick ? 1 : Number(flags.runs)
const lengths: Lengths = flags.quick
  ? { warmUpMs: 2_000, windowMs: 3_000, cold: false }
  : { warmUpMs: 5_000, windowMs: 12_000, cold: true }

// On the disk of the project: where a system keeps its temporary files in memory, fsync would cost nothing.
const folder = mkdtempSync(path.join(root, 'node_modules', '.bench-'))
process.on('exit', () => {
  endAll()
  rmSync(folder, { recursive: true, force: true })
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))

if (chosen.some(({ name }) => name === 'y-websocket' || name === 'hocuspocus')) installPeers()
if (!pins)
  console.log('Processes are not kept on cores of their own here (no taskset): figures will vary more.')
for (const row of chosen) await row.prepare(preparedFor(row))

const found = new Map<Row, Figures[]>(chosen.map((row) => [row, []]))
for (let run = 1; run <= runs; run += 1) {
  const halves: Half[] = []
  // Each run begins with another server, so that none is always the first.
  const order = [...chosen.slice((run - 1) % chosen.length), ...chosen.slice(0, (run - 1) % chosen.length)]
  const folders = path.join(folder, `run-${run}`)
  for (const row of order) {
    halves.push(await measureLoad(row, { prepared: preparedFor(row), run: folders }, lengths))
  }
  for (const { row, finish } of halves) {
    const figures = await finish()
    found.get(row)?.push(figures)
    console.log(oneRun(run, row, figures))
  }
  rmSync(folders, { recursive: true, force: true })
}

const when = new Date().toISOString().slice(0, 10)
const head = `${when}, ${machine(folder)}; medians of ${runs} ${runs === 1 ? 'run' : 'runs'}.`
console.log(`\n${head}\n\n${table(found, false)}\n\n${promises(found, false)}`)
if (flags.markdown !== undefined) {
  writeFileSync(flags.markdown, `${head}\n\n${table(found, true)}\n\n${promises(found, true)}\n`)
}

function preparedFor(row: Row): string {
  return path.join(folder, 'prepared', row.name)
}

/** One line for each run, with what tells whether the load itself was sound. */
function oneRun(run: number, { name }: Row, { load, ...figures }: Figures): string {
  const all = Object.entries(figures).map(([what, value]) => `${what} ${value.toFixed(2)}`)
  const { edits, lost, ownCpu, ownDelayP99 } = load
  const own = `${edits} edits, ${lost} deliveries lost, load process ${(ownCpu * 100).toFixed(0)} % busy and ${ownDelayP99.toFixed(1)} ms late`
  return `run ${run}  ${name.padEnd(12)} ${all.join('  ')}  (${own})`
}
