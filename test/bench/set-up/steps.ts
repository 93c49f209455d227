import { randomUUID } from 'node:crypto'
import type { SetUpCommand } from '../../../shared/competition/command-set-up.ts'
import type { SetUpPage } from '../../../shared/competition/set-up-page.ts'
import type { DrawAnswer } from '../../../shared/protocol/assignment-page.ts'
import type { InviteAnswer } from '../../../shared/protocol/people-page.ts'
import { ask, type Answer } from '../../harness/ask.ts'
import type { MadeTables, Size } from './made-tables.ts'

/** Program staff at a server, over HTTP alone, as the set-up pages ask it. */
export interface Desk {
  readonly port: number
  readonly cookie: string
}

/** Signs in by a one-time link; throws where it is refused. */
export async function signIn(port: number, link: string): Promise<string> {
  const answer = await ask(port, 'localhost', '/api/sit', {
    method: 'POST',
    json: { token: link.split('#')[1] },
    headers: { origin: `http://localhost:${port}` },
  })
  const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0]
  if (cookie === undefined) throw new Error(`Not signed in: ${answer.body}`)
  return cookie
}

/** Takes a competition from nothing to panels at work, from files. `told` hears what is done, and in how many milliseconds. */
export async function setUpAll(
  desk: Desk,
  made: MadeTables,
  size: Size,
  told: (what: string, ms: number) => void,
): Promise<void> {
  const timed = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    const from = performance.now()
    await work()
    told(what, performance.now() - from)
  }
  await timed('rubric, rules, checklist and dates', () => rules(desk))
  await timed('people', () => table(desk, 'people', made.people))
  await timed('applications', () => table(desk, 'applications', made.applications))
  await timed('a document for each application', () => documents(desk, made))
  await timed('intake', () => intake(desk))
  await timed('conflicts', () => table(desk, 'conflicts', made.conflicts))
  await timed('panels drawn', () => assign(desk, size))
  await timed('opened to their panels', () => open(desk))
}

async function rules(desk: Desk): Promise<void> {
  const presets = JSON.parse((await get(desk, '/api/presets')).body)
  const [{ id: preset, rubric, rules: preferred, checklist }] = presets
  await command(desk, { kind: 'competition.name', title: 'Race to the Top' })
  await command(desk, { kind: 'preset.take', preset, rubric, rules: preferred, checklist })
  const day = 24 * 60 * 60_000
  await command(desk, {
    kind: 'dates.set',
    zone: 'America/New_York',
    dates: [{ id: 'ready', title: 'Forms ready', at: Date.now() + 14 * day, remind: 'ready' }],
  })
}

async function table(desk: Desk, name: string, csv: string): Promise<void> {
  const path = `/api/set-up/tables/${name}?name=${name}.csv`
  const bytes = new TextEncoder().encode(csv)
  const preview = JSON.parse((await post(desk, path, { bytes })).body)
  if (preview.faults.length > 0) throw new Error(`${name}: ${JSON.stringify(preview.faults.slice(0, 3))}`)
  const taken = await post(desk, `${path}&apply=${preview.digest}`, { bytes })
  if (taken.status !== 200) throw new Error(`${name}: ${taken.body}`)
}

async function documents(desk: Desk, { documents: texts }: MadeTables): Promise<void> {
  const { applications } = await page(desk)
  for (const { id, review } of applications) {
    const bytes = new TextEncoder().encode(texts.get(id) ?? '')
    const answer = await post(desk, `/api/reviews/${review}/documents?name=narrative.txt`, { bytes })
    if (!answer.body.includes('"done"') && !answer.body.includes('"added"'))
      throw new Error(`${id}: ${answer.body}`)
  }
}

async function intake(desk: Desk): Promise<void> {
  const { applications, checklist } = await page(desk)
  for (const { id: item } of checklist) {
    await command(desk, {
      kind: 'intake.judge',
      applications: applications.map(({ id }) => id),
      item,
      outcome: 'met',
      basis: 'Looked at when it came.',
    })
  }
}

async function assign(desk: Desk, { panels }: Size): Promise<void> {
  const json = { panels, seats: 5, mostPanels: 2, seed: 'a bench' }
  const answer: DrawAnswer = JSON.parse((await post(desk, '/api/set-up/assignment', { json })).body)
  if (!('draft' in answer)) throw new Error(JSON.stringify(answer))
  const { panels: drawn, places, seed } = answer.draft
  await command(desk, {
    kind: 'assignment.draft',
    panels: drawn.map((panel) => ({ ...panel, reviewers: [...panel.reviewers] })),
    places: { ...places },
    seed,
  })
}

async function open(desk: Desk): Promise<void> {
  const { applications } = await page(desk)
  await command(desk, { kind: 'assignment.open', applications: applications.map(({ id }) => id) })
}

/** One-time links for people, as they are handed out where there is no mail. */
export async function linksFor(desk: Desk, people: readonly string[]): Promise<InviteAnswer['links']> {
  const answer = await post(desk, '/api/people/invite', { json: { people, copy: true } })
  return JSON.parse(answer.body).links
}

/** The set-up as staff's pages read it. */
export async function page(desk: Desk): Promise<SetUpPage> {
  return JSON.parse((await get(desk, '/api/set-up')).body)
}

const paceMs = 120

async function command(desk: Desk, sent: SetUpCommand): Promise<void> {
  const answer = await post(desk, '/api/set-up/command', { json: { id: randomUUID(), command: sent } })
  if (answer.status !== 200 || JSON.parse(answer.body).done !== true)
    throw new Error(`${sent.kind}: ${answer.status} ${answer.body}`)
  // As many a second as one person may give.
  await new Promise((resolve) => setTimeout(resolve, paceMs))
}

function get({ port, cookie }: Desk, path: string): Promise<Answer> {
  return ask(port, 'localhost', path, { headers: { cookie } })
}

function post(
  { port, cookie }: Desk,
  path: string,
  body: { readonly json: unknown } | { readonly bytes: Uint8Array },
): Promise<Answer> {
  const type = 'bytes' in body ? { 'content-type': 'application/octet-stream' } : {}
  const headers = { cookie, origin: `http://localhost:${port}`, ...type }
  return ask(port, 'localhost', path, { method: 'POST', headers, ...body })
}
