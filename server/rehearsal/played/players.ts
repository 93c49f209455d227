import type { IncomingMessage } from 'node:http'
import { LogFailed } from '../../log/log-errors.ts'
import { refuse, type Refusal } from '../../../shared/competition/refusal.ts'
import type { Pace } from '../../../shared/rehearsal/paces.ts'
import type { Person } from '../../../shared/competition/setup.ts'
import type { Sitting } from '../../../shared/protocol/rehearsal-page.ts'
import { tokenOf } from '../../sign-in/cookie.ts'
import { seatHost, seats } from '../rehearsal.ts'
import { askServer } from './ask-server.ts'
import { startProcess, type PlayProcess } from './play-process.ts'
import type { ServerAt } from './said.ts'

/** The seats that the program plays, each through a session and lines of its own, as a person would have them. */
export interface Players {
  readonly sitting: (person: string) => Sitting
  readonly pace: () => Pace
  /** Why no seat can be played here, as a sentence; null where seats can. */
  readonly refusal: () => Refusal | null
  /** Begins to play seats. Those in which somebody sits are left alone: the answer names them. */
  readonly play: (people: readonly string[]) => Promise<readonly string[] | Refusal>
  readonly stop: (people: readonly string[]) => void
  readonly stopAll: () => void
  readonly setPace: (pace: Pace) => void
  /** To be told of every line that is opened: where it is not the player's own, somebody has come back to the seat. */
  readonly lineOpened: (person: string) => void
  readonly close: () => Promise<void>
}

interface Parts {
  /** Whether what is on is a rehearsal. */
  readonly rehearsal: () => boolean
  /** Whether other nodes serve it as well: who sits in a seat there is not known here. */
  readonly severalNodes: boolean
  /** Where this server is reached; asked when it listens. */
  readonly at: () => ServerAt
  /** A new one-time link for a seat, as its token. */
  readonly link: (person: string) => string
  /** The requests with which a person's open lines came. */
  readonly linesOf: (person: string) => readonly IncomingMessage[]
  readonly onFailure: (error: unknown) => void
}

const onlyRehearsals = refuse('not-yours', 'Seats are played in a rehearsal only.')
const oneServer = refuse('not-yours', 'Seats are played where one server runs alone, not on several nodes.')

/** Opens the players of a server. Nothing is started before the first seat is to be played. */
export function openPlayers(parts: Parts): Players {
  const { rehearsal, severalNodes, at, link, linesOf, onFailure } = parts
  /** By person: the cookie of the player's session, null while it is signing in. */
  const played = new Map<string, { cookie: string | null }>()
  /** Sessions whose seats are being left. */
  const leaving = new Set<string>()
  let pace: Pace = 'slow'
  let running: PlayProcess | null = null

  const refusal = (): Refusal | null => {
    if (!rehearsal()) return onlyRehearsals
    return severalNodes ? oneServer : null
  }
  const somebodySits = (person: string): boolean =>
    linesOf(person).some((request) => {
      const token = tokenOf(request)
      return token === null || !played.get(person)?.cookie?.endsWith(`=${token}`)
    })

  async function sit(person: Person): Promise<void> {
    const own: { cookie: string | null } = { cookie: null }
    played.set(person.id, own)
    try {
      const host = seatHost(person)
      const cookie = await signedIn(host, link(person.id))
      // Stopped meanwhile, or somebody else was faster.
      if (played.get(person.id) !== own) return
      if (somebodySits(person.id)) return void played.delete(person.id)
      own.cookie = cookie
      running ??= start()
      running.say({ is: 'sit', person: person.id, host: `${host}.localhost`, cookie })
    } catch (error) {
      if (played.get(person.id) === own) played.delete(person.id)
      throw error
    }
  }

  async function signedIn(host: string, token: string): Promise<string> {
    const { status, cookie } = await askServer(at(), `${host}.localhost`, '/api/sit', { json: { token } })
    if (status === 204 && cookie !== null) return cookie
    throw status === 503 ? new LogFailed('No seat can be taken now.') : new Error(`No seat: ${status}.`)
  }

  function start(): PlayProcess {
    const process = startProcess(at(), {
      risen: ({ person, cookie }) => {
        leaving.delete(cookie)
        if (played.get(person)?.cookie === cookie) played.delete(person)
        letGo()
      },
      ended: () => {
        if (running !== process) return
        running = null
        played.clear()
        leaving.clear()
        onFailure(new Error('The process that plays seats has ended.'))
      },
    })
    process.say({ is: 'pace', pace })
    return process
  }

  /** No process is kept for seats that are not played. */
  function letGo(): void {
    if (played.size > 0 || leaving.size > 0 || running === null) return
    const process = running
    running = null
    void process.end()
  }

  function stop(people: readonly string[]): void {
    for (const person of people) {
      const cookie = played.get(person)?.cookie
      played.delete(person)
      if (cookie === null || cookie === undefined) continue
      leaving.add(cookie)
      running?.say({ is: 'rise', cookie })
    }
  }

  return {
    sitting: (person) => (somebodySits(person) ? 'somebody' : played.has(person) ? 'played' : 'nobody'),
    pace: () => pace,
    refusal,
    play: async (people) => {
      const refused = refusal()
      if (refused) return refused
      const wanted = seats.filter(({ id }) => people.includes(id) && !played.has(id))
      const free = wanted.filter(({ id }) => !somebodySits(id))
      await Promise.all(free.map(sit))
      return wanted.filter(({ id }) => !played.has(id)).map(({ label }) => label)
    },
    stop,
    stopAll: () => stop([...played.keys()]),
    setPace: (next) => {
      pace = next
      running?.say({ is: 'pace', pace })
    },
    lineOpened: (person) => {
      if (played.has(person) && somebodySits(person)) stop([person])
    },
    close: async () => {
      played.clear()
      const process = running
      running = null
      await process?.end()
    },
  }
}
