import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import type { RehearsalPage } from '../../shared/protocol/rehearsal-page.ts'
import { openApp } from '../../server/app.ts'
import { openFiles, type Files } from '../../server/files/files.ts'
import { loadSigner, type Signer } from '../../server/journal/signing.ts'
import type { Log } from '../../server/log/log.ts'
import { openSqliteLog, type SqliteLog } from '../../server/log/sqlite-log.ts'
import { realPorts, type Ports } from '../../server/ports.ts'
import { ask, type Answer } from './ask.ts'
import { openSeat, type SeatClient, type Tap } from './seat-client.ts'

/** One for all servers of a file: each logger listens for the end of the process. */
const logger = pino({ level: 'silent' })

/** Where seats are taken: one server, or one node of several. */
export interface SeatsOn {
  readonly port: number
  /** Signs in to a seat with a fresh link and opens its live line. */
  readonly seat: (person: string) => Promise<SeatClient>
  /** The same with a cookie from before: another tab, or the same one come back. */
  readonly again: (person: string, cookie: string, tap?: Tap) => Promise<SeatClient>
  /** Signs in to a seat and returns its cookie. */
  readonly signIn: (person: string) => Promise<string>
}

export interface RunningServer extends SeatsOn {
  readonly log: Log
  /** The log under whatever was put around it. */
  readonly sqlite: SqliteLog
  readonly signer: Signer
  readonly files: Files
  /** Where the files stand. */
  readonly filesFolder: string
  /** Asks now what the server asks every hour: whether every open line still has its session. */
  readonly recheckSessions: () => void
  /** Ends the server and takes its folder away. */
  readonly close: () => Promise<void>
}

export interface Starting {
  /** Puts something between the server and its log, as to hold commits back. */
  readonly around?: (log: SqliteLog) => Log
  readonly ports?: Ports
  /** The key of the server; one of its own where none is given. */
  readonly signer?: Signer
}

/** A whole server in this process, on a port of its own, with a real SQLite log in a folder of its own. */
export async function startServer({
  around = (log) => log,
  ports = realPorts,
  signer: given,
}: Starting = {}): Promise<RunningServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-test-'))
  const sqlite = await openSqliteLog({ folder, onFailure: (failure) => console.error(failure) })
  const log = around(sqlite)
  const signer = given ?? (await loadSigner(folder))
  const filesFolder = path.join(folder, 'files')
  const files = openFiles(filesFolder)
  const app = await openApp({ log, signer, files, ports, host: '127.0.0.1', port: 0, logger })
  const { port, recheckSessions } = app
  const { closeSeats, ...seats } = seatsOn(port)

  return {
    ...seats,
    log,
    sqlite,
    signer,
    files,
    filesFolder,
    recheckSessions,
    close: async () => {
      closeSeats()
      await app.close()
      await sqlite.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Takes seats at a server of this machine, and remembers which to close. */
export function seatsOn(port: number): SeatsOn & { readonly closeSeats: () => void } {
  const seats: SeatClient[] = []
  const again = async (person: string, cookie: string, tap?: Tap): Promise<SeatClient> => {
    const seat = await openSeat({ port, host: hostOf(person), cookie, ...(tap ? { tap } : {}) })
    seats.push(seat)
    return seat
  }
  return {
    port,
    again,
    signIn: (person) => signIn(port, person),
    seat: async (person) => again(person, await signIn(port, person)),
    closeSeats: () => seats.forEach((seat) => seat.close()),
  }
}

/** The host of a seat. */
export function hostOf(person: string): string {
  return `${person.replace('reviewer-', 'r')}.localhost`
}

/** The link of a seat from the list of seats, as its token alone. */
export async function linkFor(port: number, person: string): Promise<string> {
  const page: RehearsalPage = JSON.parse((await ask(port, 'localhost', '/api/rehearsal')).body)
  const seat = page.seats.find((candidate) => candidate.person === person)
  if (!seat) throw new Error(`There is no seat ${person}.`)
  return seat.link.split('#')[1] ?? ''
}

/** Uses a link as the page of a seat does. */
export function sit(port: number, host: string, token: string): Promise<Answer> {
  const headers = { origin: `http://${host}:${port}` }
  return ask(port, host, '/api/sit', { method: 'POST', headers, json: { token } })
}

/** Signs in to a seat with a fresh link and returns its cookie. */
export async function signIn(port: number, person: string): Promise<string> {
  const answer = await sit(port, hostOf(person), await linkFor(port, person))
  const [cookie] = answer.headers['set-cookie'] ?? []
  if (answer.status !== 204 || cookie === undefined)
    throw new Error(`Could not sit down: ${answer.status} ${answer.body}`)
  return cookie.split(';')[0] ?? ''
}
