import type { ApplicationDocument } from '../../shared/application/document.ts'
import type { Place, Places } from '../../shared/application/places.ts'
import type { ApplicationReading, ReadingDocument } from '../../shared/application/reading.ts'
import type { Competition } from '../../shared/competition/state.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { filesOf, type ApplicationFiles } from './application-documents.ts'
import type { Files } from './files.ts'
import { findPlaces } from './find-places.ts'
import { missing, type Texts } from './texts.ts'

/** What pages are told of applications. What is found out about texts is found out once. */
export interface Readings {
  /** What a page needs to show an application; `proposed` is for staff. Throws FilesRefused. */
  readonly of: (
    found: ApplicationFiles,
    rubric: Rubric,
    asked: { readonly proposed: boolean },
  ) => Promise<ApplicationReading>
  /** Throws FilesRefused where a file that a competition names is missing, or a text damaged: told at a start, not to the first reader. */
  readonly check: (state: Competition) => Promise<void>
}

/** How many lists of documents keep what was found in them. */
const searchesKept = 200

interface Parts {
  readonly files: Files
  readonly texts: Texts
  readonly onFailure: (error: unknown) => void
  readonly timing?: Partial<Timing>
}

interface Timing {
  /** How long a reading waits for the parts to be found; then it answers without. */
  readonly waitMs: number
  /** How long after they could not be found they are looked for again. */
  readonly retryMs: number
}

const usualTiming: Timing = { waitMs: 10_000, retryMs: 60_000 }

/** The readings of all applications. */
export function openReadings({ files, texts, onFailure, ...opening }: Parts): Readings {
  const { waitMs, retryMs } = { ...usualTiming, ...opening.timing }
  /** By list of texts: the parts as the documents themselves tell. */
  const searches = new Map<string, Promise<Places>>()

  async function proposed(documents: readonly ApplicationDocument[], rubric: Rubric): Promise<Places> {
    const own = documents.filter(({ type }) => type !== 'digest')
    const found = own.length === 0 ? {} : await soon(foundIn(own, rubric))
    // A digest knows its parts, and stands in where the application's own files do not tell.
    const digest = documents.find(({ type }) => type === 'digest')
    const parts = digest ? (await texts.readDigest(digest.text)).parts : {}
    return byItem(rubric, (item) => {
      const part = parts[item]
      return found[item] ?? (digest && part ? { document: digest.id, ...part } : null)
    })
  }

  /** An application can be read also where its parts are not found yet. */
  function soon(search: Promise<Places>): Promise<Places> {
    const { promise: late, resolve } = Promise.withResolvers<Places>()
    const timer = setTimeout(resolve, waitMs, {}).unref()
    return Promise.race([search, late]).finally(() => clearTimeout(timer))
  }

  /** Looked for once for each list of texts, and again where that failed. */
  function foundIn(own: readonly ApplicationDocument[], rubric: Rubric): Promise<Places> {
    const key = [rubric.id, rubric.version, ...own.map(({ id, text }) => `${id} ${text}`)].join('\n')
    const known = searches.get(key)
    if (known) return known
    const forget = (): void => {
      if (searches.get(key) === search) searches.delete(key)
    }
    const search = searched(own, rubric, () => void setTimeout(forget, retryMs).unref())
    // What could not be read now is looked for again the next time.
    search.catch(forget)
    const [oldest] = searches.keys()
    if (searches.size >= searchesKept && oldest !== undefined) searches.delete(oldest)
    searches.set(key, search)
    return search
  }

  async function searched(
    own: readonly ApplicationDocument[],
    rubric: Rubric,
    onFailed: () => void,
  ): Promise<Places> {
    const read = own.map(async (document) => ({ id: document.id, json: await texts.json(document) }))
    return findPlaces({ documents: await Promise.all(read), rubric }).catch((error: unknown) => {
      onFailure(error)
      onFailed()
      return {}
    })
  }

  async function listed(document: ApplicationDocument): Promise<ReadingDocument> {
    const { id, title, kind, type, file, text } = document
    return { id, title, kind, type, file, text, ...(await texts.shape(document)) }
  }

  return {
    of: async ({ application, review, documents }, rubric, asked) => {
      const list = await Promise.all(documents.map(listed))
      const said = review.places ?? {}
      /** Confirmed, as a part or as not to be found, and still so. */
      const holds = (place: Place | null | undefined): place is Place | null =>
        place === null ||
        (place !== undefined &&
          list.some(({ id, length }) => id === place.document && place.end <= length) &&
          documents.some(({ id, text }) => id === place.document && text === review.placedIn[id]))
      const needed = asked.proposed || itemsOf(rubric).some((item) => !holds(said[item]))
      const proposal = needed ? await proposed(documents, rubric) : {}
      const places = byItem(rubric, (item) => {
        const place = said[item]
        return holds(place) ? place : (proposal[item] ?? null)
      })
      const confirmed = review.places !== null && itemsOf(rubric).every((item) => holds(said[item]))
      return {
        id: application.id,
        applicant: application.applicant,
        about: await aboutOf(documents),
        documents: list,
        places,
        confirmed,
        proposed: asked.proposed ? proposal : null,
      }
    },

    check: async (state) => {
      for (const { title, file, text } of state.setUp.notice.documents) {
        const whose = ` with “${title}” of the notice`
        if (!(await files.has(file))) throw missing(file, whose)
        if ((await files.read(text)) === null) throw missing(text, whose)
      }
      for (const { id } of state.applications) {
        const found = filesOf(state, id)
        if (!found) continue
        const whose = ` with the application of ${found.application.applicant}`
        if (found.digest && !(await files.has(found.digest))) throw missing(found.digest, whose)
        if (found.digest) await texts.digest(found.digest)
        for (const { file, text } of found.documents) {
          if (!(await files.has(file))) throw missing(file, whose)
          if ((await files.read(text)) === null) throw missing(text, whose)
        }
      }
    },
  }

  /** What the digest among the documents was made of. */
  async function aboutOf(documents: readonly ApplicationDocument[]): Promise<ApplicationReading['about']> {
    const digest = documents.find(({ type }) => type === 'digest')
    if (!digest) return null
    const { document, phase, about } = await texts.digest(digest.text)
    return { document, phase, about }
  }
}

function byItem(rubric: Rubric, place: (item: string) => Place | null): Places {
  return Object.fromEntries(itemsOf(rubric).map((item) => [item, place(item)]))
}

function itemsOf(rubric: Rubric): readonly string[] {
  return [...rubric.criteria, ...rubric.priorities].map(({ id }) => id)
}
