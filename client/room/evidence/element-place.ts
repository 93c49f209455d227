import type { DocumentText } from '../../../shared/application/document-text.ts'
import type { Place } from '../../../shared/application/places.ts'

/** The least share of an element's own words that a paragraph must hold to be where the element is spoken of. */
const enough = 0.5

/**
 * Where a part of a document speaks of an element: the paragraph that holds most of the words of its title. The beginning of the
 * part where no paragraph holds half of them.
 */
export function elementPlace(
  { text, blocks }: Pick<DocumentText, 'text' | 'blocks'>,
  part: Place,
  title: string,
): { readonly start: number; readonly end: number } {
  const wanted = wordsOf(title)
  const shares = blocks
    .filter(({ kind, start, end }) => kind !== 'heading' && start >= part.start && end <= part.end)
    .map(({ start, end }) => {
      const there = wordsOf(text.slice(start, end))
      return { start, end, share: [...wanted].filter((word) => there.has(word)).length / wanted.size }
    })
  const most = Math.max(0, ...shares.map(({ share }) => share))
  const found = most >= enough ? shares.find(({ share }) => share === most) : undefined
  return found ? { start: found.start, end: found.end } : { start: part.start, end: part.start + 1 }
}

/** Words that say something, without their endings, so that "students" is found as "student". */
function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[a-z]{4,}/g) ?? []
  return new Set(words.filter((word) => !common.has(word)).map((word) => word.slice(0, 6)))
}

const common = new Set('that they them their this with from each when does into have been other'.split(' '))
