import type { Digest, DigestBlock } from './digest.ts'
import { pageLength, type DocumentText, type TextBlock } from './document-text.ts'

/** A digest as text, and where in it each of its parts stands. */
export interface DigestReading {
  readonly text: DocumentText
  /** By criterion and priority: from its heading to the end of its last block. */
  readonly parts: Readonly<Record<string, { readonly start: number; readonly end: number }>>
}

/** Reads a digest like a document: a heading for each part, then what stands in it. Its pages are nominal. */
export function readDigest({ parts }: Digest): DigestReading {
  const blocks: TextBlock[] = []
  const places: Record<string, { start: number; end: number }> = {}
  let text = ''
  const add = (block: Omit<TextBlock, 'start' | 'end'>, content: string): void => {
    if (blocks.length > 0) text += '\n\n'
    blocks.push({ ...block, start: text.length, end: text.length + content.length })
    text += content
  }
  for (const { id, title, blocks: own } of parts) {
    const heading = blocks.length
    add({ kind: 'heading', level: 1 }, `${id} ${title}`)
    for (const block of own) addBlock(block, add)
    places[id] = { start: blocks[heading]?.start ?? 0, end: text.length }
  }
  return {
    text: { version: 1, type: 'digest', text, blocks, pages: nominalPages(blocks), ownPages: false },
    parts: places,
  }
}

function addBlock(
  block: DigestBlock,
  add: (kind: { readonly kind: 'paragraph' | 'aside' | 'table' }, content: string) => void,
): void {
  if (block.kind === 'text') return add({ kind: 'paragraph' }, block.text)
  if (block.kind === 'silent') return add({ kind: 'aside' }, block.text)
  add({ kind: 'paragraph' }, block.caption)
  const rows = [block.head, ...block.rows].map((row) => row.map(inOneCell).join('\t'))
  add({ kind: 'table' }, rows.join('\n'))
}

/** Tabs part cells, and line breaks rows. */
function inOneCell(cell: string): string {
  return cell.replaceAll(/[\t\n]+/g, ' ')
}

/** A page turns before the block that would make it too long; a heading goes with what it heads. */
function nominalPages(blocks: readonly TextBlock[]): { start: number; label: null }[] {
  const pages = [{ start: 0, label: null }]
  let page = 0
  for (const [at, { end }] of blocks.entries()) {
    if (end - page <= pageLength) continue
    const first = blocks[at - 1]?.kind === 'heading' ? at - 1 : at
    const start = blocks[first]?.start ?? 0
    if (start === page) continue
    page = start
    pages.push({ start, label: null })
  }
  return pages
}
