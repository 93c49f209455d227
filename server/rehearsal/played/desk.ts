import type * as Y from 'yjs'
import type { DocumentText } from '../../../shared/application/document-text.ts'
import { pageAt } from '../../../shared/application/pages-of-text.ts'
import type { ApplicationReading } from '../../../shared/application/reading.ts'
import type { MessageView } from '../../../shared/competition/discussion-view.ts'
import type { ReviewView, View } from '../../../shared/competition/view.ts'
import type { Cited } from '../../../shared/form/cited.ts'
import type { Rubric } from '../../../shared/rubric/rubric.ts'
import { askServer } from './ask-server.ts'
import { holdCopy, type HeldCopy } from './held-copy.ts'
import { openReading } from './reading.ts'
import type { ServerAt } from './said.ts'

/** All that lies before a played seat, as it would before a person. Null is what is not here yet: it has been asked for. */
export interface Desk {
  readonly view: View
  /** A version of the rubric, by the name that a review has for the one it goes by. */
  readonly rubric: (name: string) => Rubric | null
  readonly document: (name: string) => Y.Doc | null
  /** What has been said on a row: the newest that is here. */
  readonly thread: (review: ReviewView, row: string) => readonly MessageView[] | null
  /** The page on which a criterion is answered; null also where nobody knows. */
  readonly page: (review: ReviewView, criterion: string) => Cited | null
}

/** Where what lies on the desk comes from, over the seat's own session. */
export interface Drawers extends Omit<Desk, 'view'> {
  /** A document with what it takes to know that it is saved. */
  readonly copy: (name: string) => HeldCopy
  readonly close: () => void
}

interface Opening {
  readonly at: ServerAt
  readonly host: string
  readonly cookie: string
  /** Something has come, or become another. */
  readonly changed: () => void
  readonly onFailure: (error: unknown) => void
}

/** Opens them; nothing is asked for before it is wanted. */
export function openDrawers({ at, host, cookie, changed, onFailure }: Opening): Drawers {
  const copies = new Map<string, HeldCopy>()
  const ask = async (path: string): Promise<string> => {
    const { status, body } = await askServer(at, host, path, { cookie })
    if (status !== 200) throw new Error(`${path} answers ${status}.`)
    return body
  }
  const asked = { ask, changed, onFailure }
  const rubrics = openReading({ ...asked, parse: (body) => JSON.parse(body) as Rubric })
  const applications = openReading({ ...asked, parse: (body) => JSON.parse(body) as ApplicationReading })
  const texts = openReading({ ...asked, parse: (body) => JSON.parse(body) as DocumentText })

  const threads = openReading({ ...asked, parse: (body) => JSON.parse(body) as readonly MessageView[] })

  function copy(name: string): HeldCopy {
    const known = copies.get(name)
    if (known && !known.isOver()) return known
    known?.close()
    const opened = holdCopy({ at, host, cookie, name, changed })
    copies.set(name, opened)
    return opened
  }

  return {
    rubric: (name) => rubrics(`/api/rubrics/${name}`),
    copy,
    document: (name) => copy(name).doc(),
    thread: ({ id, discussion }, row) => {
      const known = discussion?.threads[row]
      if (!known) return []
      const query = new URLSearchParams({ row })
      return threads(`/api/reviews/${encodeURIComponent(id)}/threads?${query.toString()}`, `${known.edition}`)
    },
    page: ({ application: { id, edition } }, criterion) => {
      const path = `/api/applications/${encodeURIComponent(id)}`
      const place = applications(path, edition ?? '')?.places[criterion]
      const text = place ? texts(`${path}/documents/${place.document}/text`) : null
      return place && text ? { document: place.document, page: pageAt(text, place.start) } : null
    },
    close: () => {
      for (const held of copies.values()) held.close()
    },
  }
}
