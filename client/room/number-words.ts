const words = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** A small number in words, as in "five seats"; figures from 13. */
export function numberWord(number: number): string {
  return words[number] ?? String(number)
}

/** "1 row", "5 rows": figures, where numbers are compared. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

/** A sentence that begins with a capital. */
export function capitalized(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
