import { cleanText } from '../../../shared/application/clean-text.ts'

/** What a file calls itself, on one line; null where that is nothing, or what a program wrote by itself. */
export function titleOf(raw: string | null | undefined): string | null {
  const line = cleanText(raw ?? '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^Microsoft Word - /, '')
    .trim()
  if (line === '' || /^(?:untitled|document\d*|\(anonymous\))$/i.test(line)) return null
  return line.length <= 300 ? line : `${line.slice(0, 299).toWellFormed()}…`
}
