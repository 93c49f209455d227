/** The words of a text that a vocabulary knows, in order: where each stands and which it is. */
export interface KnownWords {
  readonly at: readonly number[]
  readonly word: readonly number[]
}

export interface Vocabulary {
  readonly size: number
  /** The number of a word, tolerant of its ending and of one misread letter; -1 where it is none of ours. */
  numberOf(word: string): number
}

const wordPattern = /[\p{L}\p{N}]+(?:\?\p{L}+)?/gu
const endings =
  /(?:ations?|ements?|ments?|iveness|ives?|ions?|ings?|ness|ers?|ors?|ly|ies|ied|es|ed|als?|s|e|y)$/
const shortestWord = 3
const longestStem = 7
/** Shorter stems are taken only as they are: too many words are one letter apart. */
const shortestMisread = 6

/** Words of a phrase worth comparing. */
export function wordsOf(phrase: string): readonly string[] {
  return (phrase.match(/[\p{L}\p{N}]+/gu) ?? []).filter(({ length }) => length >= shortestWord)
}

/** What a word shares with its relatives, with letters made one that a scan confuses (l, I and 1; 0 and o; rn and m). */
export function stemOf(word: string): string {
  const lower = word.toLowerCase()
  const stem = lower.replaceAll('1', 'l').replaceAll('0', 'o').replace(endings, '')
  return (stem.length >= shortestWord ? stem : lower)
    .replaceAll(/[l|]/g, 'i')
    .replaceAll('5', 's')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .slice(0, longestStem)
}

/** A vocabulary of those stems, each by its place in the list. */
export function vocabularyOf(stems: readonly string[]): Vocabulary {
  const exact = new Map(stems.map((stem, number) => [stem, number]))
  const shortened = new Map<string, number>()
  for (const [stem, number] of exact) {
    if (stem.length < shortestMisread) continue
    for (const short of withoutOneLetter(stem)) shortened.set(short, shortened.has(short) ? -1 : number)
  }
  const known = new Map<string, number>()
  const look = (word: string): number => {
    const stem = stemOf(word)
    const same = exact.get(stem) ?? shortened.get(stem)
    if (same !== undefined || stem.length < shortestMisread) return same ?? -1
    for (const short of withoutOneLetter(stem)) {
      const near = exact.get(short) ?? shortened.get(short)
      if (near !== undefined && near >= 0) return near
    }
    return -1
  }
  return {
    size: stems.length,
    numberOf(word) {
      const before = known.get(word)
      if (before !== undefined) return before
      const number = look(word)
      known.set(word, number)
      return number
    },
  }
}

/** The known words of a text. A "?" between letters is read as the ligature that scans lose there, or else as a dash. */
export function knownWords(text: string, vocabulary: Vocabulary): KnownWords {
  const at: number[] = []
  const numbers: number[] = []
  const take = (word: string, start: number): boolean => {
    const number = word.length < shortestWord ? -1 : vocabulary.numberOf(word)
    if (number < 0) return false
    at.push(start)
    numbers.push(number)
    return true
  }
  for (const { 0: word, index } of text.matchAll(wordPattern)) {
    const mark = word.indexOf('?')
    if (mark < 0) take(word, index)
    else if (!take(`${word.slice(0, mark)}fi${word.slice(mark + 1)}`, index)) {
      take(word.slice(0, mark), index)
      take(word.slice(mark + 1), index + mark + 1)
    }
  }
  return { at, word: numbers }
}

function* withoutOneLetter(word: string): Generator<string> {
  for (let at = 0; at < word.length; at++) yield word.slice(0, at) + word.slice(at + 1)
}
