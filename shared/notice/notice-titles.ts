/** A heading is no longer than this, in characters. */
export const longestTitle = 120

const numbered =
  /^(?:(?:selection|evaluation|review|award|scoring|assessment|rating|absolute|competitive(?: preference)?|invitational)\s+)?(?<called>criteri(?:on|a)|factors?|questions?|priority|elements?)?\s*#?\s*(?<number>\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z])?(?<mark>[.):]|\s*[—–-]{1,2}\s|(?=\s|$))\s*/i
const points =
  /[([][^()[\]]*(?:\b(?:points?|pts|marks|score|weight(?:ing)?|max(?:imum)?)\b|%)[^()[\]]*[)\]]|[\s:,—–-]*\b\d{1,3}\s*(?:points?|pts\b\.?|marks|%)\s*$/gi

/** The number, the kind of item and the points that a heading gives beside its words. */
export function readNumber(text: string): {
  readonly number: string
  readonly called: boolean
  readonly pointed: boolean
  /** Its place among criteria, from 0; -1 where it is not called a criterion or factor of that number. */
  readonly nth: number
} {
  const { called, number = '', mark = '' } = numbered.exec(text)?.groups ?? {}
  return {
    number: called !== undefined || mark.trim() !== '' ? number : '',
    called: called !== undefined && number !== '',
    nth: /^(?:criteri|factor)/i.test(called ?? '') && /^\d+$/.test(number) ? Number(number) - 1 : -1,
    pointed: text.slice(0, longestTitle).search(points) >= 0,
  }
}

/** The words of a heading, or of what stands before the sentence, without number and points. */
export function titleIn(text: string): string {
  const { called, number } = readNumber(text)
  const from = called || number !== '' ? (numbered.exec(text)?.[0].length ?? 0) : 0
  const bare = text
    .slice(from, from + longestTitle)
    .replaceAll('\n', ' ')
    .replaceAll(points, '')
  return (/^[^:.;]*/.exec(bare)?.[0] ?? '').trim()
}

/** The words of a phrase that tell it from others, in small letters. */
export function wordsIn(text: string): readonly string[] {
  return (text.match(/\p{L}{3,}/gu) ?? []).map((word) => word.toLowerCase())
}
