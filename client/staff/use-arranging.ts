import { useEffect, useRef, useState } from 'react'
import type { ApplicationReading, ReadingDocument } from '../../shared/application/reading.ts'
import type { ReviewView } from '../../shared/competition/view.ts'
import { send } from '../live/connection.ts'

type Documents = readonly ReadingDocument[]

/** Another order, other titles or kinds; those left out are removed. */
export type Change = (documents: Documents) => Documents

export interface Arranging {
  /** The documents as they were last arranged here, also while the server has not answered. */
  readonly documents: Documents
  /** Why the last change was not made; null where it was. */
  readonly refused: string | null
  /** Whether something is not on the server yet. */
  readonly waits: boolean
  /** When the last change was made here and when on the server, in milliseconds since 1970; null before the first. */
  readonly changedAt: number | null
  readonly savedAt: number | null
  /** True once it is done. */
  readonly arrange: (change: Change) => Promise<boolean>
}

/** A change that was asked for, until the server's own list has come after the answer to it. */
interface Wanted {
  readonly change: Change
  /** The server's list when it was done, which may still be the one before; null while the answer is awaited. */
  readonly after: Documents | null
}

/** Order, titles and kinds of a review's documents, each change shown at once and taken back where it is refused. */
export function useArranging(review: ReviewView, server: Documents): Arranging {
  const [wanted, setWanted] = useState<readonly Wanted[]>([])
  const [refused, setRefused] = useState<string | null>(null)
  const [times, setTimes] = useState<Pick<Arranging, 'changedAt' | 'savedAt'>>({
    changedAt: null,
    savedAt: null,
  })
  const latest = useRef(server)
  useEffect(() => {
    latest.current = server
  }, [server])
  const open = wanted.filter(
    ({ change, after }) => after === null || (after === server && !isAs(change(server), server)),
  )
  if (open.length < wanted.length) setWanted(open)

  async function arrange(change: Change): Promise<boolean> {
    setWanted((before) => [...before, { change, after: null }])
    setTimes(({ savedAt }) => ({ changedAt: Date.now(), savedAt }))
    setRefused(null)
    const sentence = await carryOut(review, change)
    setWanted((before) =>
      before.flatMap((one) => {
        if (one.change !== change) return [one]
        return sentence === null ? [{ change, after: latest.current }] : []
      }),
    )
    setRefused(sentence)
    if (sentence === null) setTimes(({ changedAt }) => ({ changedAt, savedAt: Date.now() }))
    return sentence === null
  }

  return {
    documents: open.reduce((documents, { change }) => change(documents), server),
    refused,
    waits: wanted.some(({ after }) => after === null),
    ...times,
    arrange,
  }
}

/** One after the other, so that each begins with what the one before has left. */
let before: Promise<unknown> = Promise.resolve()

function carryOut(review: ReviewView, change: Change): Promise<string | null> {
  const done = before.then(() => changeNow(review, change))
  before = done
  return done
}

/** Null once it is done, else why not. It is made of the list as it is now; where a file comes in between, once more. */
async function changeNow(review: ReviewView, change: Change, more = true): Promise<string | null> {
  const { id, application } = review
  const now = await documentsNow(application.id)
  if (!now) return 'The documents could not be read. Nothing was changed; try again.'
  const changed = change(now)
  const answer = await send({
    kind: 'documents.arrange',
    review: id,
    documents: changed.map((document) => ({
      id: document.id,
      title: document.title,
      kind: document.kind,
    })),
    removed: now.flatMap((document) =>
      changed.some((kept) => kept.id === document.id) ? [] : [document.id],
    ),
  })
  if ('done' in answer) return null
  return more && answer.refused === 'out-of-turn' ? changeNow(review, change, false) : answer.sentence
}

async function documentsNow(application: string): Promise<Documents | null> {
  try {
    const response = await fetch(`/api/applications/${encodeURIComponent(application)}`)
    return response.ok ? ((await response.json()) as ApplicationReading).documents : null
  } catch {
    return null
  }
}

function isAs(one: Documents, other: Documents): boolean {
  return (
    one.length === other.length &&
    one.every(({ id, title, kind }, at) => {
      const document = other[at]
      return document?.id === id && document.title === title && document.kind === kind
    })
  )
}
