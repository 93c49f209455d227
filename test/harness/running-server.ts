import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { RehearsalPage } from '../../shared/protocol/rehearsal-page.ts'
import { openApp } from '../../server/app.ts'
import { loadSigner, type Signer } from '../../server/journal/signing.ts'
import type { Log } from '../../server/log/log.ts'
import { openSqliteLog } from '../../server/log/sqlite-log.ts'
import { realPorts, type Ports } from '../../server/ports.ts'
import { ask } from './ask.ts'
import { openSeat, type SeatClient } from './seat-client.ts'

export interface RunningServer {
  readonly port: number
  readonly log: Log
  readonly signer: Signer
  /** Signs in to a seat with a fresh link and opens its live line. */
  readonly seat: (person: string) => Promise<SeatClient>
  /** Signs in to a seat and returns its cookie. */
  readonly signIn: (person: string) => Promise<string>
  /** Ends the server and takes its folder away. */
  readonly close: () => Promise<void>
}

export interface Starting {
  /** Puts something between the server and its log, as to hold commits back. */
  readonly around?: (log: Log) => Log
  readonly ports?: Ports
}

/** A whole server in this process, on a port of its own, with a real SQLite log in a folder of its own. */
export async function startServer({
  around = (log) => log,
  ports = realPorts,
}: Starting = {}): Promise<RunningServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-test-'))
  const sqlite = await openSqliteLog({ folder, onFailure: (failure) => console.error(failure) })
  const log = around(sqlite)
  const signer = await loadSigner(folder)
  const app = await openApp({ log, signer, ports, host: '127.0.0.1', port: 0 })
  const { port } = app
  const seats: SeatClient[] = []

  const signIn = async (person: string): Promise<string> => {
    const page: RehearsalPage = JSON.parse((await ask(port, 'localhost', '/api/rehearsal')).body)
    const seat = page.seats.find((candidate) => candidate.person === person)
    if (!seat) throw new Error(`There is no seat ${person}.`)
    return sitDown(port, seat.host.split(':')[0] ?? '', seat.link.split('#')[1] ?? '')
  }

  return {
    port,
    log,
    signer,
    signIn,
    seat: async (person) => {
      const seat = await openSeat({ port, host: hostOf(person), cookie: await signIn(person) })
      seats.push(seat)
      return seat
    },
    close: async () => {
      seats.forEach((seat) => seat.close())
      await app.close()
      await sqlite.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The host of a seat. */
export function hostOf(person: string): string {
  return `${person.replace('reviewer-', 'r')}.localhost`
}

async function sitDown(port: number, host: string, token: string): Promise<string> {
  const headers = { origin: `http://${host}:${port}` }
  const answer = await ask(port, host, '/api/sit', { method: 'POST', headers, json: { token } })
  const [cookie] = answer.headers['set-cookie'] ?? []
  if (answer.status !== 204 || cookie === undefined)
    throw new Error(`Could not sit down: ${answer.status} ${answer.body}`)
  return cookie.split(';')[0] ?? ''
}
