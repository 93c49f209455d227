import { cpSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { limits } from '../../shared/protocol/limits.ts'
import { loadSigner } from '../../server/journal/signing.ts'
import { openSqliteLog } from '../../server/log/sqlite-log.ts'
import { hostOf, signIn } from '../harness/running-server.ts'
import type { Address, Headers } from './clients.ts'
import { prepareLog } from './prepare.ts'
import { startServing, type Serving } from './processes.ts'
import { people } from './rooms.ts'

/** A server of the bench. */
export interface Row {
  readonly name: string
  readonly label: string
  /** Where it keeps what it is given, and what of it outlives a kill. */
  readonly promise: string
  readonly dialect: Address['dialect']
  readonly path: string
  /** Whether it has a store to open rooms from. */
  readonly keeps: boolean
  /** Whether the rooms have to be filled by the load process. */
  readonly fill: boolean
  /** How long after its start it has no room open any more, in milliseconds. */
  readonly restMs: number
  /** Makes what each run starts from, once. */
  readonly prepare: (folder: string) => Promise<void>
  /** Starts it on a copy of what was prepared, or on what an earlier start left in the folder. */
  readonly start: (folder: string) => Promise<Serving>
  /** Signs in everybody, where the server asks who they are. */
  readonly signIn: (port: number) => Promise<Readonly<Record<string, Headers>> | null>
}

const at = (place: string): string => fileURLToPath(new URL(place, import.meta.url))

const peer = {
  path: '',
  fill: true,
  restMs: 0,
  prepare: async (folder) => void mkdirSync(folder, { recursive: true }),
  signIn: async () => null,
} satisfies Partial<Row>

const floor: Row = {
  ...peer,
  name: 'floor',
  label: 'bare relay (floor)',
  promise: 'Keeps nothing and checks nothing: what sockets alone cost.',
  dialect: 'y-websocket',
  keeps: false,
  start: (folder) => startServing(at('./floor.ts'), [folder]),
}

const yWebsocket: Row = {
  ...peer,
  name: 'y-websocket',
  label: '@y/websocket-server 0.1.1, LevelDB',
  promise:
    'Written after peers have seen it, not waited for and without fsync: a power cut loses what peers saw.',
  dialect: 'y-websocket',
  keeps: true,
  start: (folder) => startServing(at('./peers/y-websocket.mjs'), [folder]),
}

const hocuspocus: Row = {
  ...peer,
  name: 'hocuspocus',
  label: '@hocuspocus/server 4.7.0, SQLite',
  promise: 'Whole documents, 2 to 10 s after peers have seen an edit: a kill loses what peers saw.',
  dialect: 'hocuspocus',
  keeps: true,
  start: (folder) => startServing(at('./peers/hocuspocus.mjs'), [folder]),
}

const ours: Row = {
  name: 'ours',
  label: 'Panelroom, SQLite',
  promise:
    'Judged, then on disk (fsync) before any peer sees it: a kill or a power cut loses nothing that was seen.',
  dialect: 'y-websocket',
  path: '/sync',
  keeps: true,
  fill: false,
  restMs: limits.unloadAfterMs + 3_000,
  prepare: async (folder) => {
    const log = await openSqliteLog({ folder, onFailure: stop })
    await prepareLog(log, await loadSigner(folder))
    await log.close()
  },
  start: (folder) => startServing(at('../../server/main.ts'), ['--port', '0', '--data', folder]),
  signIn: signInAll,
}

function stop(failure: unknown): never {
  throw failure
}

async function signInAll(port: number): Promise<Readonly<Record<string, Headers>>> {
  const sessions: Record<string, Headers> = {}
  for (const person of people) {
    const host = `${hostOf(person)}:${port}`
    sessions[person] = { host, origin: `http://${host}`, cookie: await signIn(port, person) }
  }
  return sessions
}

/** In the order in which they are shown. */
export const rows: readonly Row[] = [floor, yWebsocket, hocuspocus, ours]

/** A folder for one run of a row, with what was prepared for it. */
export function freshFolder(prepared: string, folder: string): string {
  mkdirSync(folder, { recursive: true })
  cpSync(prepared, folder, { recursive: true })
  return folder
}
