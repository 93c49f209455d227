import type { Locator, Page } from 'playwright-core'
import type { DocumentText } from '../../shared/application/document-text.ts'
import type { Place } from '../../shared/application/places.ts'
import type { Command } from '../../shared/competition/command.ts'
import { ask } from '../harness/ask.ts'
import { addedBy, readingOf, sendFile } from '../harness/documents.ts'
import { seatsOn } from '../harness/running-server.ts'
import type { House } from './house.ts'
import { column, openApplication, yourForm } from './seats.ts'

/** What staff do with an application's files, over the same sockets as their pages. */
export interface Desk {
  readonly add: (name: string, content: Uint8Array | string, title: string) => Promise<string>
  readonly textOf: (document: string) => Promise<DocumentText>
  /** Names and orders documents, and removes all others. */
  readonly arrange: (documents: readonly { readonly id: string; readonly title: string }[]) => Promise<void>
  readonly confirm: (places: Readonly<Record<string, Place | null>>) => Promise<void>
  readonly close: () => void
}

/** Staff sit at the files of an application of a rehearsal. */
export async function openDesk(house: House, application = 'massachusetts'): Promise<Desk> {
  const port = house.serving.portOf()
  const review = `${application}.1.1`
  const { seat, closeSeats } = seatsOn(port)
  const staff = await seat('staff')
  const { cookie = '', host = '' } = staff.headers
  const carryOut = async (command: Command): Promise<void> => {
    const answer = await staff.send(command)
    if ('refused' in answer) throw new Error(answer.sentence)
  }
  return {
    add: async (name, content, title) =>
      addedBy(await sendFile(port, { cookie, review, name, content, said: { title } })),
    textOf: async (document) => {
      const path = `/api/applications/${application}/documents/${document}/text`
      const answer = await ask(port, host.replace(/:\d+$/, ''), path, { headers: { cookie } })
      return JSON.parse(answer.body)
    },
    arrange: async (documents) => {
      const { documents: there } = await readingOf(port, cookie, { id: application })
      const kept = documents.map(({ id }) => id)
      await carryOut({
        kind: 'documents.arrange',
        review,
        documents: documents.map((document) => ({ ...document, kind: 'other' })),
        removed: there.map(({ id }) => id).filter((id) => !kept.includes(id)),
      })
    },
    confirm: (places) => carryOut({ kind: 'places.confirm', review, places }),
    close: closeSeats,
  }
}

/** The column in which the application is read. */
export function reading(page: Page): Locator {
  return column(page, 'Application')
}

/** What scrolls in it. */
export function paper(page: Page): Locator {
  return reading(page).locator('.column-body')
}

/** How far something is under the upper edge of what one reads, in pixels; null where it is not drawn. */
export async function under(page: Page, what: Locator): Promise<number | null> {
  const [box, around] = await Promise.all([what.boundingBox(), paper(page).boundingBox()])
  return box && around && box.y - around.y
}

/** Opens the form on an application, once both it and the application are there. */
export async function openForm(page: Page, applicant = 'Massachusetts'): Promise<void> {
  await openApplication(page, applicant)
  await yourForm(page).waitFor()
  await reading(page)
    .getByText(/^Where .* is answered$/)
    .waitFor()
}

/** A plan in Markdown whose parts answer criteria, each long enough to be scrolled, with a table and a list in one. */
export function planOf(criteria: readonly string[]): string {
  return criteria
    .map((id, at) => {
      const paragraphs = Array.from({ length: 10 }, (_, number) => paragraphOf(id, number))
      const more = at === 1 ? [table, list] : []
      return [`# ${id} What the plan says`, ...more, ...paragraphs].join('\n\n')
    })
    .join('\n\n')
}

/** Where each criterion's part is in a plan, by its headings. */
export function partsOf(
  { text }: DocumentText,
  document: string,
  criteria: readonly string[],
): Record<string, Place> {
  const starts = criteria.map((id) => text.indexOf(`${id} What the plan says`))
  return Object.fromEntries(
    criteria.map((id, at) => [id, { document, start: starts[at] ?? 0, end: starts[at + 1] ?? text.length }]),
  )
}

const table = '| Year | Districts |\n| --- | --- |\n| 2010 | 34 |\n| 2011 | 1,046 |'
const list = '- Every district signs.\n- Every school reports.'

function paragraphOf(id: string, number: number): string {
  const sentences = Array.from(
    { length: 5 },
    (_, at) =>
      `Sentence ${at + 1} of paragraph ${number + 1} in ${id} tells how districts and schools take part.`,
  )
  return sentences.join(' ')
}
