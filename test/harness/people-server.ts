import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { openApp } from '../../server/app.ts'
import { openFiles } from '../../server/files/files.ts'
import { loadSigner } from '../../server/journal/signing.ts'
import type { Log } from '../../server/log/log.ts'
import { openSqliteLog } from '../../server/log/sqlite-log.ts'
import type { Reach } from '../../server/mail/mail-settings.ts'
import type { DirectoryEntry } from '../../server/people/directory-entry.ts'
import { realPorts, type Ports } from '../../server/ports.ts'
import type { PeoplePage } from '../../shared/protocol/people-page.ts'
import { ask, type Answer } from './ask.ts'

/** A server with an empty competition on it, and its first staff member signed in. */
export interface PeopleServer {
  readonly port: number
  readonly folder: string
  readonly log: Log
  /** The cookie of the first of program staff. */
  readonly staff: string
  /** What went wrong that nobody expected. */
  readonly failures: readonly string[]
  readonly get: (path: string, cookie?: string) => Promise<Answer>
  readonly post: (path: string, json: unknown, cookie?: string) => Promise<Answer>
  /** Signs in with a link as the button of its page does; null where it is refused. */
  readonly signIn: (link: string) => Promise<string | null>
  /** Adds people with their names and addresses. */
  readonly add: (...people: readonly Added[]) => Promise<void>
  readonly page: () => Promise<PeoplePage>
  /** One person of that page. */
  readonly listed: (person: string) => Promise<PeoplePage['people'][number]>
  /** Gives a set-up command as staff. */
  readonly command: (command: { readonly kind: string } & Record<string, unknown>) => Promise<Answer>
  readonly close: () => Promise<void>
}

export interface Added {
  readonly id: string
  readonly role?: 'reviewer' | 'monitor' | 'staff' | 'official'
  readonly email?: string | null
  readonly label?: string
}

/** An entry of the directory for somebody, with an address of their own. */
export function entryOf({ id, email = `${id}@panel.example` }: Added): DirectoryEntry {
  return { person: id, name: `Name of ${id}`, email, organization: null, home: null }
}

export async function startPeopleServer({
  reach = { mail: null, publicUrl: null },
  ports = realPorts,
  port: wanted = 0,
}: {
  readonly reach?: Reach
  readonly ports?: Ports
  /** A free one where none is given. */
  readonly port?: number
} = {}): Promise<PeopleServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-people-'))
  const failures: string[] = []
  const log = await openSqliteLog({ folder, onFailure: (failure) => void failures.push(String(failure)) })
  const app = await openApp({
    log,
    signer: await loadSigner(folder),
    files: openFiles(path.join(folder, 'files')),
    ports,
    host: '127.0.0.1',
    port: wanted,
    empty: true,
    reach,
    logger: pino({ level: 'error' }, { write: (line: string) => void failures.push(line) }),
  })
  const { port } = app
  const own = { origin: `http://localhost:${port}` }
  const get = (at: string, cookie?: string): Promise<Answer> =>
    ask(port, 'localhost', at, cookie === undefined ? {} : { headers: { cookie } })
  const post = (at: string, json: unknown, cookie?: string): Promise<Answer> =>
    ask(port, 'localhost', at, {
      method: 'POST',
      json,
      headers: { ...own, ...(cookie === undefined ? {} : { cookie }) },
    })
  const signIn = async (link: string): Promise<string | null> => {
    const answer = await post('/api/sit', { token: link.split('#')[1] })
    return answer.headers['set-cookie']?.[0]?.split(';')[0] ?? null
  }
  const link = await app.staffLink('empty')
  const staff = 'address' in link ? await signIn(link.address) : null
  if (staff === null) throw new Error('The first of program staff could not sign in.')

  const command: PeopleServer['command'] = (sent) =>
    post('/api/set-up/command', { id: randomUUID(), command: sent }, staff)
  const page = async (): Promise<PeoplePage> => JSON.parse((await get('/api/people', staff)).body)
  return {
    port,
    folder,
    log,
    staff,
    failures,
    get,
    post,
    signIn,
    command,
    page,
    listed: async (person) => {
      const found = (await page()).people.find((each) => each.person === person)
      if (!found) throw new Error(`There is no ${person}.`)
      return found
    },
    add: async (...added) => {
      const people = added.map(({ id, role = 'reviewer', label = `Label of ${id}` }) => ({ id, role, label }))
      const set = await command({ kind: 'people.set', people })
      const described = await post('/api/people/describe', { entries: added.map(entryOf) }, staff)
      if (set.status !== 200 || !JSON.parse(set.body).done || described.status !== 204)
        throw new Error(`Nobody was added: ${set.body} ${described.body}`)
    },
    close: async () => {
      await app.close()
      await log.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
