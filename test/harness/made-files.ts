import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { onTestFinished } from 'vitest'
import { parseFile } from '../../server/import/parse-file.ts'
import type { NotParsed, Parsed, ParseLimits } from '../../server/import/parse-file.ts'
import { documentTextSchema, type DocumentText } from '../../shared/application/document-text.ts'

/** A file that was read, with its text as pages get it. */
export interface ReadFile {
  readonly parsed: Omit<Parsed['parsed'], 'text'> & { readonly text: DocumentText }
}

/** Puts a file into a folder that is there for the length of this test. */
export function laidDown(name: string, content: Uint8Array | string): { path: string; name: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-import-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const place = path.join(folder, 'file')
  writeFileSync(place, content)
  return { path: place, name }
}

/** Reads made content under a name. */
export async function read(
  name: string,
  content: Uint8Array | string,
  limits: Partial<ParseLimits> = {},
): Promise<ReadFile | NotParsed> {
  const answer = await parseFile(laidDown(name, content), { limits })
  return 'refused' in answer ? answer : { parsed: { ...answer.parsed, text: textOf(answer) } }
}

/** The text of a file that was read, as pages get it. */
export function textOf({ parsed }: Parsed): DocumentText {
  return documentTextSchema.parse(JSON.parse(new TextDecoder().decode(parsed.text)))
}

/** Reads content that has to be readable, and answers it with its blocks written out: kind, level and text. */
export async function readWell(name: string, content: Uint8Array | string) {
  const answer = await read(name, content)
  if (!('parsed' in answer)) throw new Error(`${name} was refused: ${answer.sentence} ${answer.detail ?? ''}`)
  const { text, ...rest } = answer.parsed
  const blocks = text.blocks.map(({ kind, level, start, end }) => [
    level === undefined ? kind : `${kind} ${level}`,
    text.text.slice(start, end),
  ])
  return { ...rest, document: text, blocks }
}

/** A paragraph of a Word document: its style by id, and whether it is bold. */
export interface WordParagraph {
  readonly text: string
  readonly style?: string
  readonly bold?: boolean
  readonly listed?: boolean
}

/** A Word document of paragraphs and tables of cells, zipped as Word does. */
export function madeDocx(
  body: readonly (WordParagraph | readonly (readonly string[])[])[],
  { title = '', more = {} }: { readonly title?: string; readonly more?: Record<string, Uint8Array> } = {},
): Uint8Array {
  const content = body.map((part) => ('text' in part ? paragraph(part) : table(part))).join('')
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>`,
    ),
    '_rels/.rels': relations(['r', 'officeDocument', 'word/document.xml']),
    'word/_rels/document.xml.rels': relations(
      ['s', 'styles', 'styles.xml'],
      ['n', 'numbering', 'numbering.xml'],
    ),
    'word/numbering.xml': strToU8(
      `${declaration}<w:numbering xmlns:w="${word}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    ),
    'word/styles.xml': strToU8(
      `${declaration}<w:styles xmlns:w="${word}">${['Title', ...[1, 2, 3].map((level) => `heading ${level}`)]
        .map(
          (name) =>
            `<w:style w:type="paragraph" w:styleId="${name.replace('heading ', 'Heading')}"><w:name w:val="${name}"/></w:style>`,
        )
        .join('')}</w:styles>`,
    ),
    'word/document.xml': strToU8(
      `${declaration}<w:document xmlns:w="${word}"><w:body>${content}</w:body></w:document>`,
    ),
    'docProps/core.xml': strToU8(
      `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>A. Writer</dc:creator><dc:title>${escaped(title)}</dc:title></cp:coreProperties>`,
    ),
    ...more,
  })
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

function relations(...all: readonly (readonly [string, string, string])[]): Uint8Array {
  const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const each = all.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${kinds}/${kind}" Target="${target}"/>`,
  )
  return strToU8(
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`,
  )
}

function paragraph({ text, style, bold = false, listed = false }: WordParagraph): string {
  const properties = [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    listed ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : '',
  ].join('')
  const run = `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
  return `<w:p><w:pPr>${properties}</w:pPr>${run}</w:p>`
}

function table(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string =>
    row.map((text) => `<w:tc>${paragraph({ text })}</w:tc>`).join('')
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
