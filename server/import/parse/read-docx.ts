import { Parser } from 'htmlparser2'
import mammoth from 'mammoth'
import { assemble } from './assemble.ts'
import { htmlPieces } from './html-pieces.ts'
import { parsing, type Reading } from './reading.ts'
import { hasNoText, textTooLong, unpacksTooLarge } from './refusals.ts'
import { titleOf } from './title.ts'
import { unzipSmall, zipEntries } from './zip.ts'

/** Beside mammoth's own. Paragraphs in a style that is not named stay paragraphs. */
const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  ...[7, 8, 9].map((level) => `p[style-name='heading ${level}'] => h6:fresh`),
]
const largestProperties = 1024 * 1024

/** Reads a Word document. What its directory declares is looked at before anything is unpacked; pictures never are. */
export async function readDocx({ bytes, name, unpackedBytes, textLength }: Reading) {
  const xml = (zipEntries(bytes) ?? []).filter((entry) => /\.(?:xml|rels)$/.test(entry.name))
  const unpacked = xml.reduce((sum, entry) => sum + entry.unpackedBytes, 0)
  if (unpacked > unpackedBytes) return unpacksTooLarge(name, unpackedBytes)
  const { value: html } = await parsing(() =>
    mammoth.convertToHtml({ buffer: Buffer.from(bytes.buffer) }, { styleMap, convertImage: noImages }),
  )
  if (html.length > 4 * textLength) return textTooLong(name, textLength)
  const text = assemble('docx', htmlPieces(html))
  if (text === null) return hasNoText(name, null)
  if (text.text.length > textLength) return textTooLong(name, textLength)
  const properties = unzipSmall(bytes, 'docProps/core.xml', largestProperties)
  const title = properties === null ? null : titleIn(new TextDecoder().decode(properties))
  return { parsed: { type: 'docx' as const, text, title: titleOf(title) } }
}

const noImages = mammoth.images.imgElement(() => Promise.resolve({ src: '' }))

function titleIn(xml: string): string {
  let [title, within] = ['', false]
  const parser = new Parser(
    {
      onopentag: (tag) => void (within = tag === 'dc:title'),
      onclosetag: () => void (within = false),
      ontext: (text) => void (title += within ? text : ''),
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return title
}
