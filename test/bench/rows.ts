import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ours, oursOnRedis } from './panelroom-rows.ts'
import { startServing } from './processes.ts'
import type { Row } from './row.ts'

const at = (place: string): string => fileURLToPath(new URL(place, import.meta.url))

const peer = {
  path: '',
  fill: true,
  restMs: 0,
  missing: () => null,
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

/** In the order in which they are shown. */
export const rows: readonly Row[] = [floor, yWebsocket, hocuspocus, ours, oursOnRedis]
