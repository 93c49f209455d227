import { expect } from 'vitest'
import { setScore, textAt, type Place } from '../../shared/form/edits.ts'
import { inColumn, scoresField, strengthsField } from '../../shared/form/fields.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import type { OpenCopy } from '../harness/seat-client.ts'

/** Somebody who types numbered words and scores, and remembers which of them the server has confirmed. */
export interface Typist {
  /** Goes on in a fresh copy of the form, or of the room. */
  readonly open: (copy: OpenCopy, inRoom: boolean) => void
  /** Types, asking after each word whether it is saved, until the line is gone, or until it is enough. */
  readonly typeUntilGone: (isEnough?: () => boolean) => Promise<void>
  /** Words confirmed since the beginning. */
  readonly confirmed: () => number
  /** Words typed since the beginning, confirmed or not. */
  readonly typed: () => number
  /** The fresh copy has all that was confirmed, in order, once each, and nothing that was never typed. */
  readonly expectAllThere: (when: string) => void
}

/** Words in one text; then the next criterion's is gone on with, so that none grows too long. */
const wordsOfField = 400
const row = '(A)(1)(i)'

/** The score that is given with every fifth word; none with the others. */
const pointsWith = (word: number): number | null => (word % 5 === 0 ? (word / 5) % 6 : null)

/** One person at one seat. */
export function typist(seat: number): Typist {
  let sent = 0
  let confirmed = 0
  /** What was found when it was last looked: so many words, and that score; null before the first look. */
  let found: { readonly words: number; readonly score: number } | null = null
  let at: { readonly copy: OpenCopy; readonly place: Place } | null = null

  const here = (): { readonly copy: OpenCopy; readonly place: Place } => {
    if (!at) throw new Error(`Seat ${seat} has nothing open.`)
    return at
  }
  /** The score that stands when so many words do; null where that was given by somebody else. */
  const lastScore = (word: number): number | null => {
    const newest = word - (word % 5)
    return newest > (found?.words ?? 0) ? pointsWith(newest) : (found?.score ?? null)
  }
  const words = (): readonly number[] =>
    raceToTheTop.criteria.flatMap(({ id }) => wordsIn(textAt(here().place, strengthsField(id)).toString()))

  return {
    open: (copy, inRoom) => {
      at = { copy, place: inRoom ? { doc: copy.doc, seat } : { doc: copy.doc } }
    },
    typeUntilGone: async (isEnough = () => false) => {
      const { copy, place } = here()
      while (!isEnough()) {
        sent += 1
        const text = textAt(place, fieldOf(sent))
        // Before what an attested form says there already, so that the words are in one piece.
        text.insert(wordsIn(text.toString()).map(written).join('').length, written(sent))
        const points = pointsWith(sent)
        if (points !== null) setScore(place, row, points)
        if (!(await savedBeforeGone(copy))) return
        confirmed = sent
      }
    },
    confirmed: () => confirmed,
    typed: () => sent,
    expectAllThere: (when) => {
      const { place } = here()
      const there = words()
      const message = `seat ${seat} ${when}: ${confirmed} confirmed and ${sent} typed, ${there.length} there`
      expect(there, message).toEqual(there.map((_, index) => index + 1))
      expect(there.length, message).toBeGreaterThanOrEqual(confirmed)
      expect(there.length, message).toBeLessThanOrEqual(sent)
      const field = place.seat === undefined ? scoresField : inColumn(place.seat, scoresField)
      const score = Number(place.doc.getMap(field).get(row))
      // A score comes right after its word: the server may have only the first of the two, unless it confirmed both.
      const expected = [
        lastScore(there.length),
        ...(there.length > confirmed ? [lastScore(there.length - 1)] : []),
      ]
      if (!expected.includes(null)) expect(expected, message).toContain(score)
      found = { words: there.length, score }
      sent = there.length
      confirmed = there.length
    },
  }
}

const fieldOf = (word: number): string =>
  strengthsField(raceToTheTop.criteria[Math.floor((word - 1) / wordsOfField)]?.id ?? '')

const written = (word: number): string => `«${word}»`

function wordsIn(text: string): readonly number[] {
  return [...text.matchAll(/«(\d+)»/g)].map(([, number]) => Number(number))
}

async function savedBeforeGone(copy: OpenCopy): Promise<boolean> {
  try {
    await copy.saved()
    return true
  } catch (error) {
    if (copy.closed() === null) throw error
    return false
  }
}
