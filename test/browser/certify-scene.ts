import { randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from 'playwright-core'
import { openSeat, type SeatClient } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'
import { openSetUp, type SetUpStage } from './set-up-settings-stage.ts'

/** A competition with people and applications, and pages of each of them. */
export interface CertifyScene extends SetUpStage {
  /** Signs somebody in on a page of their own, on a path. */
  readonly as: (person: string, path: string) => Promise<Page>
  /** The same person without a page, on the plain clients of both sockets. */
  readonly seat: (person: string) => Promise<SeatClient>
  /** Declares for somebody as their page does. */
  readonly declare: (person: string, answers: Answers) => Promise<void>
}

type Answers = readonly { readonly application: string; readonly answer: string; readonly reason: string }[]

export const applicants = ['Ohio', 'Iowa', 'Utah', 'Maine', 'Texas', 'Idaho']

/** Six applications, three reviewers, a monitor and the official; Ohio has a long list of districts and a name that stands nowhere else. */
export async function openCertifying(): Promise<CertifyScene> {
  const stage = await openSetUp()
  const { server, site } = stage
  await server.add(
    { id: 'r1', label: 'Reviewer 1' },
    { id: 'r2', label: 'Reviewer 2' },
    { id: 'r3', label: 'Reviewer 3' },
    { id: 'm1', role: 'monitor', label: 'Monitor 1' },
    { id: 'official', role: 'official', label: 'Selecting official' },
  )
  const districts = Array.from({ length: 14 }, (_, at) => `Ohio district ${at + 1}`).join('\n')
  await stage.give({
    kind: 'applications.set',
    applications: applicants.map((applicant) => ({
      id: applicant.toLowerCase(),
      applicant,
      home: applicant,
      requested: null,
      received: null,
      involved: {
        districts: applicant === 'Ohio' ? districts : `${applicant} City schools`,
        partners: applicant === 'Utah' ? 'Greenwood Institute' : `${applicant} State University`,
        consultants: '',
        signatories: `The governor of ${applicant}`,
      },
    })),
  })
  const cookies = new Map([['staff-1', server.staff]])
  const contexts = new Map<string, BrowserContext>()
  const seats = new Map<string, SeatClient>()
  const cookieOf = async (person: string): Promise<string> => {
    const cookie = cookies.get(person) ?? (await sessionOf(stage, person))
    cookies.set(person, cookie)
    return cookie
  }
  return {
    ...stage,
    as: async (person, path) => {
      const context = contexts.get(person) ?? (await stage.another())
      if (!contexts.has(person)) {
        contexts.set(person, context)
        const [name = '', value = ''] = (await cookieOf(person)).split('=')
        await context.addCookies([{ name, value, url: site }])
      }
      const page = await context.newPage()
      await page.goto(`${site}${path}`)
      return page
    },
    seat: async (person) => {
      const known = seats.get(person)
      if (known) return known
      const seat = await openSeat({ port: server.port, host: 'localhost', cookie: await cookieOf(person) })
      seats.set(person, seat)
      return seat
    },
    declare: async (person, answers) => {
      const command = { kind: 'conflict.declare', answers }
      const sent = { id: randomUUID(), command }
      const { body } = await server.post('/api/set-up/command', sent, await cookieOf(person))
      const answer = JSON.parse(body) as { readonly done?: boolean }
      if (answer.done !== true) throw new Error(body)
    },
    close: async () => {
      for (const seat of seats.values()) seat.close()
      await stage.close()
    },
  }
}

async function sessionOf({ server }: SetUpStage, person: string): Promise<string> {
  const answer = await server.post('/api/people/invite', { people: [person], copy: true }, server.staff)
  const { links } = JSON.parse(answer.body) as { readonly links: readonly { readonly link: string }[] }
  const cookie = await server.signIn(links[0]?.link ?? '')
  if (cookie === null) throw new Error(`${person} could not sign in.`)
  return cookie
}

/** Waits until somebody's answer about an application is on record. */
export async function untilDeclared(
  { setUp }: SetUpStage,
  person: string,
  application: string,
  status: string,
): Promise<void> {
  await until(`${person} is ${status} for ${application}`, async () => {
    const { applications } = await setUp()
    return applications.find(({ id }) => id === application)?.declared[person]?.status === status
  })
}
