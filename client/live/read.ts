import { useEffect, useState } from 'react'
import type { Rubric } from '../../shared/rubric/rubric.ts'

/** An application as a rehearsal has it: a digest of the public document, part by part of the rubric. */
export interface ApplicationDigest {
  readonly id: string
  readonly applicant: string
  readonly phase: string
  readonly document: string
  readonly requested: number | null
  readonly involved: readonly Involved[]
  readonly about: string
  /** By criterion and priority, in the rubric's order. */
  readonly parts: readonly DigestPart[]
}

export interface Involved {
  readonly kind: 'applicant' | 'districts' | 'partners' | 'consultants' | 'signatories'
  readonly text: string
}

export interface DigestPart {
  readonly id: string
  readonly title: string
  readonly blocks: readonly DigestBlock[]
}

/** `silent` says what the application does not tell, or what the source cannot be read for. */
export type DigestBlock =
  | { readonly kind: 'text' | 'silent'; readonly text: string }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

/**
 * Something read over HTTP: on its way, here, or a sentence that says why not, with a way to try again at once. Where there is no
 * line, or the server cannot answer at the moment, it is tried again by itself.
 */
export type Reading<T> =
  | { readonly is: 'reading' }
  | { readonly is: 'read'; readonly value: T }
  | { readonly is: 'failed'; readonly sentence: string; readonly again: () => void }

/** The competition's rubric. */
export function useRubric(): Reading<Rubric> {
  return useRead<Rubric>('/api/rubric', 'The rubric')
}

/** An application's digest; refused to whoever has not certified. A null id reads nothing. */
export function useApplication(id: string | null): Reading<ApplicationDigest> {
  return useRead<ApplicationDigest>(id === null ? null : `/api/applications/${id}`, 'The application')
}

const known = new Map<string, unknown>()

/** How long after a failure that may pass by itself, in milliseconds. */
const againMs = 3_000

/** Reads JSON once per page. `what` begins the sentence for a failure: "The rubric". */
export function useRead<T>(path: string | null, what: string): Reading<T> {
  const [turn, setTurn] = useState(0)
  const [result, setResult] = useState<{ path: string; reading: Reading<T> } | null>(null)
  useEffect(() => {
    if (path === null || known.has(path)) return
    const leaving = new AbortController()
    const settle = (reading: Reading<T>): void => {
      if (!leaving.signal.aborted) setResult({ path, reading })
    }
    const again = (): void => setTurn((before) => before + 1)
    let timer: ReturnType<typeof setTimeout> | undefined
    fetchJson(path, leaving.signal).then(
      (value) => {
        known.set(path, value)
        settle({ is: 'read', value: value as T })
      },
      (error: unknown) => {
        settle({ is: 'failed', sentence: sentenceFor(error, what), again })
        if (!leaving.signal.aborted && mayPass(error)) timer = setTimeout(again, againMs)
      },
    )
    return () => {
      leaving.abort()
      clearTimeout(timer)
    }
  }, [path, what, turn])
  if (path !== null && known.has(path)) return { is: 'read', value: known.get(path) as T }
  return result && result.path === path ? result.reading : { is: 'reading' }
}

interface Unreadable {
  readonly status: number
}

async function fetchJson(path: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(path, { signal, headers: { accept: 'application/json' } })
  if (!response.ok) throw Object.assign(new Error(`${path}: ${response.status}`), { status: response.status })
  return response.json()
}

function sentenceFor(error: unknown, what: string): string {
  if (!isUnreadable(error)) return `${what} could not be read: there is no line to the server.`
  if (error.status === 401) return `${what} could not be read: you are signed out.`
  if (error.status === 404) return `${what} is not open to you.`
  if (error.status === 503) return `${what} cannot be read at the moment.`
  return `${what} could not be read: the server answered ${error.status}.`
}

function mayPass(error: unknown): boolean {
  return !isUnreadable(error) || error.status >= 500
}

function isUnreadable(error: unknown): error is Unreadable {
  return error instanceof Error && 'status' in error
}
