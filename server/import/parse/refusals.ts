import { cleanText } from '../../../shared/application/clean-text.ts'
import type { NotParsed } from './outcome.ts'

/** Kinds of file that can be read, as a person calls them. */
export const readable = {
  pdf: { what: 'a PDF', ending: '.pdf' },
  docx: { what: 'a Word document (DOCX)', ending: '.docx' },
  rtf: { what: 'an RTF document', ending: '.rtf' },
  markdown: { what: 'Markdown', ending: '.md' },
  text: { what: 'plain text', ending: '.txt' },
} as const

export type Readable = keyof typeof readable

const kinds = 'PDF, Word (DOCX), RTF, plain text and Markdown can be read.'

/** Names come from anywhere: on one line, without marks that turn it around, and not longer than a sentence bears. */
function called(name: string): string {
  const line = cleanText(name).replaceAll(/\s+/g, ' ').trim()
  if (line === '') return 'The file'
  return line.length <= 80 ? line : `${line.slice(0, 50).toWellFormed()}…${line.slice(-20).toWellFormed()}`
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / (1024 * 1024)).toLocaleString('en-US')} MB`
const count = (number: number): string => number.toLocaleString('en-US')

export function isEmpty(name: string): NotParsed {
  return refuse(
    'empty',
    `${called(name)} is empty. Open it where it was written, save it again and add that.`,
  )
}

export function hasNoWords(name: string): NotParsed {
  return refuse('empty', `${called(name)} holds nothing but blank space. Check whether it is the right file.`)
}

export function hasNoPages(name: string): NotParsed {
  return refuse('empty', `${called(name)} has no pages. Save it as PDF again and add that.`)
}

export function asksForPassword(name: string): NotParsed {
  return refuse(
    'password',
    `${called(name)} is protected by a password. Save a copy that opens without one and add that.`,
  )
}

export function hasNoText(name: string, pages: number | null): NotParsed {
  const where = pages === null ? '' : pages === 1 ? ' on its one page' : ` on its ${count(pages)} pages`
  return refuse(
    'no-text',
    `${called(name)} has no text${where}, only pictures: it was probably scanned. Run text recognition (OCR) on it and add what comes out.`,
  )
}

export function fileTooLarge(name: string, bytes: number, most: number): NotParsed {
  return refuse(
    'too-large',
    `${called(name)} has ${megabytes(bytes)}; a file may have up to ${megabytes(most)}. Save it with smaller pictures, or split it and add the parts.`,
  )
}

export function unpacksTooLarge(name: string, most: number): NotParsed {
  return refuse(
    'too-large',
    `${called(name)} unpacks to more than ${megabytes(most)} of text and layout, which no document needs. Save it as PDF and add that.`,
  )
}

export function tooManyPages(name: string, pages: number, most: number): NotParsed {
  return refuse(
    'too-large',
    `${called(name)} has ${count(pages)} pages; up to ${count(most)} can be read. Split it and add the parts.`,
  )
}

export function tooManyBlocks(name: string, blocks: number, most: number): NotParsed {
  return refuse(
    'too-large',
    `${called(name)} is in ${count(blocks)} paragraphs, headings and tables; up to ${count(most)} can be read. Split it and add the parts, or take out blank lines that part its words.`,
  )
}

export function textTooLong(name: string, most: number): NotParsed {
  return refuse(
    'too-large',
    `${called(name)} holds more than ${count(most)} characters of text. Split it and add the parts.`,
  )
}

/** A file whose ending says one kind and whose content is another. `is` is null where the content cannot be told. */
export function wrongType(name: string, believed: Readable, is: string | null, real?: Readable): NotParsed {
  const tells = `${called(name)} is not ${readable[believed].what}`
  if (is === null) {
    return refuse(
      'wrong-type',
      `${tells}, and what it is cannot be told. Check whether it is the right file.`,
    )
  }
  const way =
    real === undefined
      ? 'Save it as PDF and add that.'
      : `Rename it so that it ends in ${readable[real].ending}, and add it again.`
  return refuse('wrong-type', `${tells}: it is ${is}. ${way}`)
}

/** A file whose ending is none of those that can be read. */
export function unknownType(name: string, is: string | null): NotParsed {
  if (is === readable.text.what) {
    return refuse(
      'unknown-type',
      `${called(name)} is plain text under an ending of its own. If it is meant to be read as it stands, rename it so that it ends in .txt, and add it again.`,
    )
  }
  const tells = is === null ? `What ${called(name)} is cannot be told.` : `${called(name)} is ${is}.`
  return refuse('unknown-type', `${tells} ${kinds} Save it as PDF and add that.`)
}

export function isDamaged(name: string, detail: string): NotParsed {
  return refuse(
    'damaged',
    `${called(name)} cannot be read: it is damaged or not whole. Open it where it was written, save it again and add that.`,
    detail,
  )
}

export function tookTooLong(name: string, ms: number): NotParsed {
  return refuse(
    'too-long',
    `${called(name)} was not read to its end in ${count(Math.max(1, Math.round(ms / 1000)))} seconds, and was given up. Print it to a new PDF, or split it, and add that.`,
  )
}

export function tookTooMuchMemory(name: string, most: number): NotParsed {
  return refuse(
    'too-much-memory',
    `${called(name)} takes more than ${megabytes(most)} of memory to read, and was given up. Print it to a new PDF, or split it, and add that.`,
  )
}

function refuse(refused: NotParsed['refused'], sentence: string, detail?: string): NotParsed {
  return detail === undefined ? { refused, sentence } : { refused, sentence, detail: detail.slice(0, 2_000) }
}
