import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { CommandAnswer } from '../../shared/protocol/messages.ts'
import type { InviteAnswer } from '../../shared/protocol/people-page.ts'
import { formHash, readForm } from '../../shared/form/form-record.ts'
import { fillRest } from '../../shared/rehearsal/fill.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { makeReady, must } from '../harness/assignment-server.ts'
import { startPeopleServer, type PeopleServer } from '../harness/people-server.ts'
import { preset } from '../harness/preset-rubrics.ts'
import { openSeat, type SeatClient } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'
import { openWindow } from './browser.ts'

/** A competition on a preset, opened to one panel: three reviewers and a monitor with one application. */
export interface ScalePlay {
  readonly rubric: Rubric
  readonly review: string
  /** Somebody's page, in a browser window of their own. */
  readonly page: (person: string) => Promise<Page>
  /** Fills in somebody's form with invented scores and comments; what stands in it stays. */
  readonly fill: (person: string) => Promise<void>
  readonly attest: (person: string) => Promise<void>
  readonly reveal: () => Promise<void>
  /** All sign what stands, the monitor closes, staff lock. */
  readonly lock: () => Promise<void>
  readonly close: () => Promise<void>
}

export const applicant = 'Vermont'
const application = 'vermont'
const reviewers = ['r1', 'r2', 'r3']
const people = [...reviewers, 'm1']
/** What the competition calls reviewers, who sit on seats 1 to 3. */
const called: Readonly<Record<string, string>> = { r1: 'Reviewer 17', r2: 'Reviewer 23', r3: 'Reviewer 31' }

export async function playPreset(browser: Browser, id: string): Promise<ScalePlay> {
  const server = await startPeopleServer()
  const seats = new Map<string, SeatClient>()
  const cookies = new Map([['staff-1', server.staff]])
  const contexts: BrowserContext[] = []
  const { rubric, rules } = preset(id)
  await setUp(server, id)

  const cookieOf = async (person: string): Promise<string> => {
    const known = cookies.get(person)
    if (known !== undefined) return known
    const answer = await server.post('/api/people/invite', { people: [person], copy: true }, server.staff)
    const { links }: InviteAnswer = JSON.parse(answer.body)
    const cookie = await server.signIn(links[0]?.link ?? '')
    if (cookie === null) throw new Error(`${person} could not sign in.`)
    cookies.set(person, cookie)
    return cookie
  }
  const seatOf = async (person: string): Promise<SeatClient> => {
    const known = seats.get(person)
    if (known) return known
    const seat = await openSeat({ port: server.port, host: 'localhost', cookie: await cookieOf(person) })
    seats.set(person, seat)
    return seat
  }
  const review = (await seatOf('m1')).view().reviews[0]?.id ?? ''
  const sent = async (person: string, command: Parameters<SeatClient['send']>[0]): Promise<void> => {
    const answer: CommandAnswer = await (await seatOf(person)).send(command)
    if (!('done' in answer)) throw new Error(`${command.kind}: ${answer.sentence}`)
  }
  const formOf = async (person: string) => {
    const seat = await seatOf(person)
    const { mine } = seat.review(review)
    if (!mine) throw new Error(`${person} has no form.`)
    return { copy: await seat.open(mine.form.name), number: mine.seat }
  }

  return {
    rubric,
    review,
    page: async (person) => {
      const site = `http://localhost:${server.port}`
      const context = await openWindow(browser, { site, cookie: await cookieOf(person) })
      contexts.push(context)
      const page = await context.newPage()
      await page.goto(site)
      return page
    },
    fill: async (person) => {
      const { copy, number } = await formOf(person)
      fillRest(copy, rubric, application, number)
      await copy.saved()
    },
    attest: async (person) => {
      const { copy } = await formOf(person)
      await copy.caughtUp()
      await sent(person, { kind: 'form.attest', review, hash: formHash(readForm(copy.doc, rubric)) })
    },
    reveal: async () => {
      await sent('m1', { kind: 'review.reveal', review })
      await until('the reveal', async () => (await seatOf('m1')).review(review).revealed !== null)
    },
    lock: async () => {
      for (const person of reviewers) {
        const seat = await seatOf(person)
        const { room, mine } = seat.review(review)
        const copy = await seat.open(room?.name ?? '')
        await copy.caughtUp()
        const hash = formHash(readForm(copy.doc, rubric, mine?.seat))
        await sent(person, { kind: 'column.sign', review, hash })
      }
      await sent('m1', { kind: 'review.close', review, commentsRead: true })
      await sent('staff-1', { kind: 'review.lock', review })
      await until('the lock', async () => (await seatOf('staff-1')).review(review).lock?.status === 'locked')
    },
    close: async () => {
      for (const seat of seats.values()) seat.close()
      for (const context of contexts) await context.close()
      await server.close()
    },
  }

  async function setUp(to: PeopleServer, taken: string): Promise<void> {
    await to.add(
      ...people.map((person) => ({
        id: person,
        role: person.startsWith('m') ? ('monitor' as const) : ('reviewer' as const),
        label: called[person] ?? 'Panel monitor',
      })),
    )
    await must(to, {
      kind: 'preset.take',
      preset: taken,
      rubric,
      rules: { ...rules, smallestPanel: 2 },
      checklist: [{ id: 'on-time', title: 'Came on time', source: '', before: 'review' }],
    })
    await must(to, {
      kind: 'applications.set',
      applications: [
        {
          id: application,
          applicant,
          home: null,
          requested: null,
          received: null,
          involved: { districts: '', partners: '', consultants: '', signatories: '' },
        },
      ],
    })
    await makeReady(to, [application], people)
    await must(to, {
      kind: 'assignment.draft',
      panels: [{ id: 'p1', title: 'Panel 1', reviewers, monitor: 'm1' }],
      places: { [application]: 'p1' },
      seed: null,
    })
    await must(to, { kind: 'assignment.open', applications: [application] })
  }
}
