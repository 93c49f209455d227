import { Parser } from 'htmlparser2'
import type { Piece } from './assemble.ts'
import { paragraphLevel } from './heading-line.ts'
import { tablePieces } from './table-pieces.ts'

/** What holds no words of the document. */
const unread = new Set(['head', 'script', 'style', 'template', 'noscript', 'svg', 'iframe', 'object'])
/** What stands in a line. Whatever is not named begins and ends a block. */
const inline = new Set(
  'a abbr b bdi bdo cite code del dfn em font i img input ins kbd label mark q s samp small span strong sub sup u var wbr'.split(
    ' ',
  ),
)

type Kind = { readonly kind: 'paragraph' | 'item' } | { readonly kind: 'heading'; readonly level: number }

/** The blocks of a page of HTML. Pictures, scripts and the way back from a footnote are left out. */
export function htmlPieces(html: string): Piece[] {
  const pieces: Piece[] = []
  const tables: Piece[][][][] = []
  const closing: (() => void)[] = []
  const depth = { unread: 0, bold: 0, raw: 0, item: 0 }
  let kind: Kind = { kind: 'paragraph' }
  let text = ''
  let allBold = true

  const sink = (): Piece[] => tables.at(-1)?.at(-1)?.at(-1) ?? pieces
  const flush = (next: Kind = { kind: depth.item > 0 ? 'item' : 'paragraph' }): void => {
    const line = text.trim()
    if (line !== '') {
      const level = kind.kind === 'paragraph' ? paragraphLevel(line, allBold) : null
      sink().push({ ...(level === null ? kind : { kind: 'heading', level }), text: line })
    }
    text = ''
    allBold = true
    kind = next
  }
  const within = (what: keyof typeof depth): (() => void) => {
    depth[what] += 1
    return () => void (depth[what] -= 1)
  }

  /** Does what an element means, and answers what its end does. */
  const open = (name: string, attributes: Record<string, string>): (() => void) => {
    const backFromNote = name === 'a' && /^#(?:foot|end)note-ref-/.test(attributes.href ?? '')
    if (unread.has(name) || backFromNote) return within('unread')
    if (name === 'strong' || name === 'b') return within('bold')
    if (name === 'br') text += '\n'
    if (name === 'br' || inline.has(name)) return () => undefined
    const heading = /^h([1-6])$/.exec(name)?.[1]
    flush(heading === undefined ? undefined : { kind: 'heading', level: Number(heading) })
    if (name === 'tr') tables.at(-1)?.push([])
    if (name === 'td' || name === 'th') tables.at(-1)?.at(-1)?.push([])
    if (name === 'table') {
      tables.push([])
      return () => {
        flush()
        const made = tablePieces(tables.pop() ?? [])
        sink().push(...made)
      }
    }
    const leave = name === 'li' ? within('item') : name === 'pre' ? within('raw') : () => undefined
    if (name === 'li') kind = { kind: 'item' }
    return () => {
      leave()
      flush()
    }
  }

  const parser = new Parser({
    onopentag: (name, attributes) => void closing.push(open(name, attributes)),
    onclosetag: () => closing.pop()?.(),
    ontext(piece) {
      if (depth.unread > 0) return
      text += depth.raw > 0 ? piece : piece.replaceAll(/\s+/g, ' ')
      if (depth.bold === 0 && piece.trim() !== '') allBold = false
    },
  })
  parser.end(html)
  flush()
  return pieces
}
