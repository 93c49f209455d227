import express from 'express'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import pino, { type Logger } from 'pino'
import { partHasChanged } from '../shared/competition/changed-part.ts'
import type { Person } from '../shared/competition/setup.ts'
import { closeSentences } from '../shared/protocol/close-codes.ts'
import { limits } from '../shared/protocol/limits.ts'
import { accessWithdrawn } from '../shared/protocol/people-page.ts'
import { startedOver } from '../shared/protocol/rehearsal-page.ts'
import { isLoopback } from './config.ts'
import type { Files } from './files/files.ts'
import { openReadings } from './files/readings.ts'
import { openTexts } from './files/texts.ts'
import { seatApi } from './http/api.ts'
import { applicationsApi } from './http/applications-api.ts'
import { caughtUp } from './http/caught-up.ts'
import { addHeaders } from './http/headers.ts'
import { importAnswer } from './http/import-answer.ts'
import { importsApi } from './http/imports-api.ts'
import { addBuiltClient } from './http/pages.ts'
import { addFaults } from './http/refused.ts'
import { rehearsalApi } from './http/rehearsal-api.ts'
import { dispatchUpgrades } from './http/upgrades.ts'
import { openImports } from './import/imports.ts'
import type { Signer } from './journal/signing.ts'
import type { Hints } from './live/hints.ts'
import { openLive, type Live } from './live/live.ts'
import { LogFailed } from './log/log-errors.ts'
import type { Log } from './log/log.ts'
import type { Ports } from './ports.ts'
import { noticeApi } from './notice/notice-api.ts'
import { openPeopleDesk } from './people/open-people.ts'
import { openPlayers } from './rehearsal/played/players.ts'
import type { ServerAt } from './rehearsal/played/said.ts'
import { cookiesFor, tokenOf } from './sign-in/cookie.ts'
import { makeLinks } from './sign-in/links.ts'
import { openSessions } from './sign-in/sessions.ts'
import { setUpApi } from './set-up/set-up-api.ts'
import { tablesApi } from './set-up/tables/tables-api.ts'
import { staffLinks, type StaffLink } from './set-up/staff-link.ts'
import type { Reach } from './mail/mail-settings.ts'
import type { Refusal } from '../shared/competition/refusal.ts'
import { openStages } from './stages.ts'
import { syncServer } from './sync/upgrade.ts'

export interface AppOptions {
  readonly log: Log
  readonly signer: Signer
  readonly files: Files
  readonly ports: Ports
  readonly host: string
  readonly port: number
  /** Where there are other nodes over the same log. */
  readonly hints?: Hints | null
  /** What “saved” means less than it should, for staff; null where it means on disk. */
  readonly savingRisk?: () => string | null
  readonly dev?: boolean
  /** Whether an empty competition is begun where none is on that staff set up; without it the first one is a rehearsal. */
  readonly empty?: boolean
  /** How mail is sent, and where people reach the server. */
  readonly reach?: Reach
  readonly logger?: Logger
  /** What stands in the log stopped being readable: the process must not go on. */
  readonly onDamage?: (damage: unknown) => void
}

export interface App {
  readonly port: number
  /** Ends every line whose session is over; asked every hour, and whenever a session is ended. */
  readonly recheckSessions: (sentence?: string) => void
  /** A one-time sign-in link for somebody of program staff; refused for `empty` where somebody has begun to set up already, and in a rehearsal. */
  readonly staffLink: (why: 'empty' | 'link') => Promise<StaffLink | Refusal>
  readonly close: () => Promise<void>
}

/** The whole server over a log: one HTTP server, one dispatcher of upgrades, documents and commands. Rejects when the port is taken. */
export async function openApp(options: AppOptions): Promise<App> {
  const { log, signer, ports, host, dev = false } = options
  const logger = options.logger ?? pino({ level: 'silent' })
  const onFailure = (error: unknown): void => {
    // Expected while the log is away; whom it concerns has been told.
    if (error instanceof LogFailed) logger.warn(error.sentence)
    else logger.error({ err: error }, 'something failed')
  }
  const onDamage = options.onDamage ?? onFailure
  const boundToLoopback = isLoopback(host)
  const app = express()
  const http = createServer({ requestTimeout: limits.requestMs }, app)

  const sessions = await openSessions(log, ports, onDamage)
  const links = makeLinks(ports, signer)
  const { files } = options
  const texts = openTexts(files)
  const readings = openReadings({ files, texts, onFailure })
  /** Nobody has a line before there is something to show. */
  let live: Live | null = null
  const stages = await openStages({
    log,
    ports,
    signer,
    files,
    readings,
    empty: options.empty ?? false,
    onFailure,
    onDamage,
    onOpen: ({ journal, documents }) => {
      let { people } = journal.state()
      journal.onAppend(() => {
        if (journal.state().people !== people) recheckSessions(endings.changed)
        people = journal.state().people
        live?.refresh()
      })
      documents.onProgress(() => live?.progressed())
    },
    onTurn: () => {
      players.stopAll()
      recheckSessions(startedOver)
    },
  })

  const personOf = (request: IncomingMessage): Person | null => {
    const token = tokenOf(request)
    const session = token ? sessions.find(token) : null
    const { competition, journal } = stages.current()
    if (!session || session.competition !== competition) return null
    return journal.state().people.find(({ id }) => id === session.person) ?? null
  }
  /** Resolves once this node knows what all nodes had done when it was asked: nobody is refused because it is behind. */
  const catchUp = async (): Promise<void> => {
    await Promise.all([stages.catchUp(), sessions.catchUp()])
    await stages.current().journal.catchUp()
  }
  /** The same by now, on all nodes: asked again once a body was read, since whoever sends it slowly may have been removed meanwhile. */
  const personNow = async (request: IncomingMessage): Promise<Person | null> => {
    await catchUp()
    return personOf(request)
  }
  const lines = openLive({
    stage: () => ({ ...stages.current(), rowsDone: stages.current().documents.rowsDone }),
    ports,
    personOf,
    catchUp,
    hints: options.hints ?? null,
    savingRisk: options.savingRisk ?? (() => null),
    onLine: (person) => players.lineOpened(person),
    onFailure,
  })
  live = lines
  const players = openPlayers({
    rehearsal: () => stages.current().journal.state().rehearsal,
    severalNodes: Boolean(options.hints),
    at: () => whereItListens(http),
    link: (person) => links.make({ competition: stages.current().competition, person }),
    linesOf: lines.linesOf,
    onFailure,
  })
  const reach = options.reach ?? { mail: null, publicUrl: null }
  const desk = openPeopleDesk({
    stage: stages.current,
    sessions,
    links,
    ports,
    reach,
    personOf,
    personNow,
    onFailure,
  })
  const sync = syncServer({ documents: () => stages.current().documents, personOf, catchUp })
  dispatchUpgrades(http, [sync, lines.upgrades], { dev })

  const imports = openImports({
    stage: stages.current,
    files,
    ports,
    onUnread: (detail) => logger.info({ detail }, 'a file could not be read'),
  })
  addHeaders(app, ports.now)
  const recheckSessions = (sentence: string = closeSentences.signedOut): void => {
    // The sentence first: a page whose documents close without one asks by itself, and hears only that it is signed out.
    lines.recheck(sentence)
    sync.recheck()
  }
  // A session also ends by itself, while its lines are open.
  const hourly = setInterval(recheckSessions, limits.sessionCheckMs).unref()
  sessions.onEnd((ending) => recheckSessions(endings[ending]))
  app.use('/api', caughtUp(catchUp))
  app.use('/api/rehearsal', rehearsalApi({ stages, links, players, boundToLoopback }))
  app.use('/api/people', desk.people)
  app.use('/api/sign-in', desk.signIn)
  const applications = applicationsApi({ stages, files, texts, readings, personOf })
  const importing = importAnswer({ imports, personNow, onFailure })
  app.use('/api', noticeApi({ stages, files, texts, importing, personOf }))
  app.use(
    '/api/set-up',
    tablesApi({ stages, sessions, people: desk, files, signer, newId: ports.id, personOf, personNow }),
  )
  const setUp = setUpApi({ stages, ports, people: desk, personOf, personNow })
  const api = {
    stages,
    sessions,
    links,
    cookies: cookiesFor(reach.publicUrl),
    signer,
    ports,
    applications,
    imports: importsApi({ stages, importing, personOf }),
    setUp,
    personOf,
  }
  app.use('/api', seatApi(api))
  if (dev) {
    const { devClient } = await import('./http/dev-client.ts')
    app.use(await devClient(http))
  } else addBuiltClient(app)
  addFaults(app, logger)

  const close = async (): Promise<void> => {
    clearInterval(hourly)
    const closed = http.listening ? new Promise((resolve) => http.close(resolve)) : null
    await imports.close()
    await players.close()
    await lines.close()
    await desk.close()
    await stages.close()
    sessions.close()
    http.closeAllConnections()
    // A page that is gone does not answer that its line is closed: it is not waited for.
    const cut = setTimeout(sync.terminate, limits.closeMs)
    await closed
    clearTimeout(cut)
  }
  try {
    // All that turns with the competition is there by now.
    if (options.empty && stages.current().journal.state().rehearsal) await stages.startNew()
    const port = await listening(http, options.port, host)
    const staffLink = staffLinks({
      stages,
      sessions,
      links,
      base: reach.publicUrl ?? `http://localhost:${port}`,
    })
    return { port, recheckSessions, staffLink, close }
  } catch (error) {
    await close()
    throw error
  }
}

const endings = {
  signedOut: 'You have signed out.',
  changed: partHasChanged,
  revoked: accessWithdrawn,
} as const

/** From this machine, where it does not listen to one address alone. */
function whereItListens(http: ReturnType<typeof createServer>): ServerAt {
  const { address, family, port } = http.address() as AddressInfo
  if (family === 'IPv6') return { address: address === '::' ? '[::1]' : `[${address}]`, port }
  return { address: address === '0.0.0.0' ? '127.0.0.1' : address, port }
}

function listening(http: ReturnType<typeof createServer>, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, () => {
      http.off('error', reject)
      resolve((http.address() as AddressInfo).port)
    })
  })
}
