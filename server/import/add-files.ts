import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { ImportMessage } from '../../shared/application/reading.ts'
import type { Person } from '../../shared/competition/setup.ts'
import { findReview } from '../../shared/competition/state.ts'
import { filesOf } from '../files/application-documents.ts'
import type { Stage } from '../stage.ts'
import type { Asked } from './import-flags.ts'
import { asMessage, type Added, type Imports } from './imports.ts'

interface Parts {
  readonly stage: Stage
  readonly imports: Imports
  /** Given a line for whoever waits. */
  readonly say: (line: string) => void
  /** Given a line that says what did not go. */
  readonly complain: (line: string) => void
}

/** Adds files to an application one after the other, in the name of the competition's staff. Returns whether all are in. */
export async function addFiles(asked: Asked, parts: Parts): Promise<boolean> {
  const { stage, say, complain } = parts
  const state = stage.journal.state()
  const review = filesOf(state, asked.application)?.review.id
  const person = state.people.find(({ role }) => role === 'staff')
  if (review === undefined || !person) {
    const ids = state.applications.map(({ id }) => id).join(', ')
    complain(
      `There is no application “${asked.application}” with staff who could add to it. There are ${ids}.`,
    )
    return false
  }
  let all = true
  for (const file of asked.files) {
    const end = await addFile(file, asked, { ...parts, person, review })
    if (end.stage === 'done') say(sentenceFor(file, end, stage, review))
    else complain(end.sentence)
    all &&= end.stage === 'done'
  }
  return all
}

async function addFile(
  file: string,
  { kind, title }: Asked,
  { imports, say, person, review }: Parts & { readonly person: Person; readonly review: string },
): Promise<Added> {
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) return asMessage({ refused: 'missing', sentence: `There is no file ${file}.` })
  const name = path.basename(file)
  return imports.add({
    person: async () => person,
    review,
    name,
    title,
    kind,
    bytes: found.size,
    body: createReadStream(file),
    signal: new AbortController().signal,
    tell: progress(name, found.size, say),
  })
}

/** A line for each tenth, so that a long file is seen to go on and a short one says nothing. */
function progress(name: string, bytes: number, say: Parts['say']): (message: ImportMessage) => void {
  let told = ''
  return (message) => {
    const line = lineFor(message, bytes)
    if (line === null || line === told) return
    told = line
    say(`${name}: ${line}`)
  }
}

function lineFor(message: ImportMessage, bytes: number): string | null {
  if (message.stage === 'received') return `copied ${tenth(message.bytes, bytes)} percent`
  if (message.stage !== 'reading') return null
  const { page, of } = message
  if (of !== null) return `read ${tenth(page, of)} percent of ${of} pages`
  return page % 100 === 0 ? `read ${page} pages` : null
}

function tenth(part: number, whole: number): number {
  return Math.floor((10 * part) / Math.max(whole, 1)) * 10
}

function sentenceFor(
  file: string,
  { document: id, again }: Extract<Added, { stage: 'done' }>,
  { journal }: Stage,
  review: string,
): string {
  const document = findReview(journal.state(), review)?.documents.find((candidate) => candidate.id === id)
  const what = document ? `“${document.title}” (${document.kind})` : 'in the application'
  return again
    ? `${path.basename(file)} was there already, as ${what}.`
    : `${path.basename(file)} is added as ${what}.`
}
