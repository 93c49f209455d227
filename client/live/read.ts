import { useEffect, useState } from 'react'
import type { DocumentText } from '../../shared/application/document-text.ts'
import type { ApplicationReading } from '../../shared/application/reading.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'

/** Somebody who is involved in an application, as a reviewer must know before it opens. */
export interface Involved {
  readonly kind: 'applicant' | 'districts' | 'partners' | 'consultants' | 'signatories'
  readonly text: string
}

/**
 * Something read over HTTP: on its way, here, or a sentence that says why not, with a way to try again at once. Where there is no
 * line, or the server cannot answer at the moment, it is tried again by itself.
 */
export type Reading<T> =
  | { readonly is: 'reading' }
  | { readonly is: 'read'; readonly value: T }
  | { readonly is: 'failed'; readonly sentence: string; readonly again: () => void }

/** A version of a rubric, by the name that a review or the competition has for the one it goes by. A null name reads nothing. */
export function useRubric(name: string | null): Reading<Rubric> {
  return useRead<Rubric>(name === null ? null : rubricPath(name), 'The rubric')
}

/** Begins to read rubrics while the pages that show them are still on their way; they then share the answers. */
export function readRubricsAhead(names: readonly string[]): void {
  for (const name of new Set(names)) {
    // Who asks then reads it again where this fails, and says so.
    if (!known.has(rubricPath(name))) read(rubricPath(name), null).catch(() => undefined)
  }
}

function rubricPath(name: string): string {
  return `/api/rubrics/${encodeURIComponent(name)}`
}

/**
 * What there is of an application to read, and where it answers what; refused to whoever has not certified. A null id reads nothing.
 * `edition` is that of the view: with another one it is read again, and until that is here the one before stays.
 */
export function useApplication(id: string | null, edition: string | null): Reading<ApplicationReading> {
  return useRead(id === null ? null : applicationPath(id), 'The application', edition)
}

/** The texts of documents of an application, in the order asked for. A text that has stayed the same stays the same object. */
export function useDocumentTexts(
  application: string,
  documents: readonly string[],
  edition: string | null,
): readonly Reading<DocumentText>[] {
  const paths = documents.map((document) => `${applicationPath(application)}/documents/${document}/text`)
  return useReadAll(paths, 'The document', edition)
}

/** Where the file of a document can be loaded as it came, in ranges. */
export function documentFilePath(application: string, document: string): string {
  return `${applicationPath(application)}/documents/${document}/file`
}

function applicationPath(id: string): string {
  return `/api/applications/${encodeURIComponent(id)}`
}

/** What was read under a path, and which edition of it that was. */
interface Known {
  readonly edition: string | null
  readonly value: unknown
}

const known = new Map<string, Known>()
/** By path: the edition that is asked for now, and its answer, which all who ask share. */
const underWay = new Map<string, { readonly edition: string | null; readonly answer: Promise<void> }>()

/** How long after a failure that may pass by itself, in milliseconds. */
const againMs = 3_000

/** Reads JSON once per page and edition. `what` begins the sentence for a failure: "The rubric". A null path reads nothing. */
export function useRead<T>(path: string | null, what: string, edition: string | null = null): Reading<T> {
  const [reading] = useReadAll<T>(path === null ? [] : [path], what, edition)
  return reading ?? { is: 'reading' }
}

function useReadAll<T>(
  paths: readonly string[],
  what: string,
  edition: string | null,
): readonly Reading<T>[] {
  const [turn, setTurn] = useState(0)
  const [failed, setFailed] = useState<ReadonlyMap<string, Reading<T>>>(new Map())
  const asked = paths.join('\n')
  useEffect(() => {
    let left = false
    const again = (): void => setTurn((before) => before + 1)
    const timers: ReturnType<typeof setTimeout>[] = []
    const fail = (path: string, reading: Reading<T> | null): void => {
      if (left) return
      setFailed((before) => {
        const after = new Map(before)
        if (reading) after.set(path, reading)
        else after.delete(path)
        return after
      })
    }
    for (const path of asked.split('\n').filter(Boolean)) {
      if (known.get(path)?.edition === edition) {
        // It may have come after this was drawn and before this looked.
        fail(path, null)
        continue
      }
      read(path, edition).then(
        () => fail(path, null),
        (error: unknown) => {
          fail(path, { is: 'failed', sentence: sentenceFor(error, what), again })
          if (!left && mayPass(error)) timers.push(setTimeout(again, againMs))
        },
      )
    }
    return () => {
      left = true
      for (const timer of timers) clearTimeout(timer)
    }
  }, [asked, what, edition, turn])
  return paths.map((path) => {
    const found = known.get(path)
    if (found) return { is: 'read', value: found.value as T }
    return failed.get(path) ?? { is: 'reading' }
  })
}

interface Unreadable {
  readonly status: number
  /** The server's own words for why there is nothing to read; null where it has none that say more. */
  readonly sentence: string | null
}

/** Reads a path and makes it known, once for all who ask for the same edition at the same time. Rejects where it cannot be read. */
function read(path: string, edition: string | null): Promise<void> {
  const asked = underWay.get(path)
  if (asked && asked.edition === edition) return asked.answer
  const isStillAsked = (): boolean => underWay.get(path)?.answer === answer
  const answer = readJson(path)
    .then(
      (json) => {
        const before = known.get(path)
        // The same again is the same object, so that nothing made of it is made anew.
        const same = before !== undefined && JSON.stringify(before.value) === json
        if (isStillAsked()) known.set(path, { edition, value: same ? before.value : JSON.parse(json) })
      },
      (error: unknown) => {
        if (!mayPass(error)) known.delete(path)
        throw error
      },
    )
    .finally(() => {
      if (isStillAsked()) underWay.delete(path)
    })
  underWay.set(path, { edition, answer })
  return answer
}

async function readJson(path: string): Promise<string> {
  const response = await fetch(path, { headers: { accept: 'application/json' } })
  const { status } = response
  if (response.ok) return response.text()
  // A refusal for how things stand says how they stand.
  const sentence = status === 409 ? ((await response.json()) as { readonly sentence: string }).sentence : null
  throw Object.assign(new Error(`${path}: ${status}`), { status, sentence })
}

function sentenceFor(error: unknown, what: string): string {
  if (!isUnreadable(error)) return `${what} could not be read: there is no line to the server.`
  if (error.sentence !== null) return error.sentence
  if (error.status === 401) return `${what} could not be read: you are signed out.`
  if (error.status === 404) return `${what} is not open to you.`
  if (error.status === 503) return `${what} cannot be read at the moment.`
  return `${what} could not be read: the server answered ${error.status}.`
}

function mayPass(error: unknown): boolean {
  return !isUnreadable(error) || error.status >= 500
}

function isUnreadable(error: unknown): error is Unreadable {
  return error instanceof Error && 'status' in error && 'sentence' in error
}
