import { useState } from 'react'
import type { ReadingDocument } from '../../shared/application/reading.ts'
import type { ReviewView } from '../../shared/competition/view.ts'
import { send } from '../live/connection.ts'
import type { ApplicationNow } from './use-application.ts'

type Arranged = Pick<ReadingDocument, 'id' | 'title' | 'kind'>

export interface Arranging {
  /** The documents as they were last arranged here, also while the server has not answered. */
  readonly documents: readonly ReadingDocument[]
  /** Why the last change was not made; null where it was. */
  readonly refused: string | null
  /** Puts the documents as given: their order, titles and kinds; those left out are removed. True once that is done. */
  readonly arrange: (documents: readonly Arranged[]) => Promise<boolean>
}

/** Order, titles and kinds of a review's documents, each change shown at once and taken back where it is refused. */
export function useArranging(review: ReviewView, { shown, current }: ApplicationNow): Arranging {
  const [wanted, setWanted] = useState<readonly Arranged[] | null>(null)
  const [under, setUnder] = useState(0)
  const [refused, setRefused] = useState<string | null>(null)
  // Nothing is on its way any more, and what the server says has been read.
  if (wanted && under === 0 && current) setWanted(null)

  async function arrange(documents: readonly Arranged[]): Promise<boolean> {
    setWanted(documents)
    setRefused(null)
    setUnder((before) => before + 1)
    const answer = await send({
      kind: 'documents.arrange',
      review: review.id,
      documents: documents.map(({ id, title, kind }) => ({ id, title, kind })),
    })
    setUnder((before) => before - 1)
    if ('done' in answer) return true
    setRefused(answer.sentence)
    return false
  }

  return { documents: inOrder(shown?.documents ?? [], wanted), refused, arrange }
}

/** What has come since it was asked for stands at the end. */
function inOrder(
  documents: readonly ReadingDocument[],
  wanted: readonly Arranged[] | null,
): readonly ReadingDocument[] {
  if (!wanted) return documents
  return wanted.flatMap(({ id, title, kind }) => {
    const document = documents.find((candidate) => candidate.id === id)
    return document ? [{ ...document, title, kind }] : []
  })
}
