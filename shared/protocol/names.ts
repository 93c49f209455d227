/** A review is an application in a tier and a round; all three stand in its id and in the name of each of its documents. */
export interface ReviewKey {
  readonly application: string
  readonly tier: number
  readonly round: number
}

/** `missouri.1.1`: Missouri, tier 1, round 1. */
export function reviewId({ application, tier, round }: ReviewKey): string {
  return `${application}.${tier}.${round}`
}

/**
 * A document of a review. A form and notes are one seat's own and private to it; the room is the panel's once revealed.
 * The competition stands in the name, so that a replica of an earlier rehearsal never meets a later one.
 */
export type DocumentKey = { readonly competition: string; readonly review: string } & (
  | { readonly kind: 'form'; readonly seat: number }
  | { readonly kind: 'notes'; readonly seat: number }
  | { readonly kind: 'room' }
)

const namePattern =
  /^([a-z0-9-]{1,40})\/([a-z0-9-]{1,40}\.[0-9]\.[1-9][0-9]{0,2})\/(?:(form|notes)-([1-9][0-9]?)|room)$/

/** `rehearsal-1/missouri.1.1/form-3` or `rehearsal-1/missouri.1.1/room`. */
export function documentName(key: DocumentKey): string {
  return `${key.competition}/${key.review}/${key.kind === 'room' ? 'room' : `${key.kind}-${key.seat}`}`
}

/** The parts of a document's name, or null where it is none. */
export function parseDocumentName(name: string): DocumentKey | null {
  const match = namePattern.exec(name)
  if (!match) return null
  const [, competition, review, kind, seat] = match
  if (competition === undefined || review === undefined) return null
  const at = { competition, review }
  if (kind === 'form') return { ...at, kind, seat: Number(seat) }
  return kind === 'notes' ? { ...at, kind, seat: Number(seat) } : { ...at, kind: 'room' }
}

/**
 * In the address of a document's line: whose page it is. Somebody else may have signed in in that browser meanwhile, and nothing of
 * the one is to be sent in the name of the other.
 */
export const personParameter = 'as'
