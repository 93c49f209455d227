import { limits } from '../../../shared/protocol/limits.ts'

/** What reading one file may cost before it is given up. Sizes in bytes, times in milliseconds. */
export interface ParseLimits {
  /** The file itself. */
  readonly fileBytes: number
  /** From the start of the reading to its end. */
  readonly wallMs: number
  /** Without another page. */
  readonly quietMs: number
  /** What JavaScript may hold in the reading process. */
  readonly heapBytes: number
  /** All that the reading process may hold in memory, where the system tells (Linux). */
  readonly memoryBytes: number
  /** What the XML parts of a DOCX may unpack to. */
  readonly unpackedBytes: number
  readonly pages: number
  /** Headings, paragraphs, items and tables together. */
  readonly blocks: number
  /** The text of a document, in UTF-16 units. */
  readonly textLength: number
  /** What the reading process may hand back. */
  readonly resultBytes: number
}

const mebibyte = 1024 * 1024

export const parseLimits: ParseLimits = {
  fileBytes: limits.documentBytes,
  // 400 pages take two seconds; 5,000 on a slow, busy machine about a minute.
  wallMs: 120_000,
  // A page of a table of 20,000 cells takes two.
  quietMs: 60_000,
  // A DOCX takes the most, about thirty times its XML.
  heapBytes: 768 * mebibyte,
  // The heap, the file of 100 MB twice, and the parser.
  memoryBytes: 1152 * mebibyte,
  // The XML of a document of 200 pages is five to ten.
  unpackedBytes: 32 * mebibyte,
  pages: 5_000,
  // Twelve on each of 5,000 pages. Every page that shows the text holds all of them.
  blocks: 60_000,
  // 2,600 pages of 3,000 characters.
  textLength: 8_000_000,
  // The text in three-byte characters, and its blocks.
  resultBytes: 40 * mebibyte,
}
