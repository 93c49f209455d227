/** What has happened to a form, as its reviewer is told; times in milliseconds since 1970, null for what has not. */
export interface FormHistory {
  readonly excusedAt: number | null
  readonly attestedAt: number | null
  readonly revealedAt: number | null
  readonly signedAt: number | null
  readonly lockedAt: number | null
}

/** How far a form is, in words, with the moment since when; a draft has none. */
export interface FormStatus {
  readonly words: string
  readonly at: number | null
}

/** What a print of a form says of itself, so that nobody takes a draft for what was signed. */
export function formStatus(history: FormHistory): FormStatus {
  const { excusedAt, attestedAt, revealedAt, signedAt, lockedAt } = history
  if (signedAt !== null)
    return { words: lockedAt === null ? 'Final, signed' : 'Final and locked, signed', at: signedAt }
  if (excusedAt !== null) return { words: 'Seat excused, not asked for', at: excusedAt }
  if (revealedAt !== null && attestedAt !== null) return { words: 'Not signed; revealed', at: revealedAt }
  if (attestedAt !== null) return { words: 'Attested', at: attestedAt }
  return { words: 'Draft, not attested', at: null }
}
