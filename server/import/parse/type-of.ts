import type { NotParsed } from './outcome.ts'
import { asksForPassword, isDamaged, unknownType, wrongType, type Readable } from './refusals.ts'
import { sniff, whatIs } from './sniff.ts'

const endings: Readonly<Record<string, Readable>> = {
  pdf: 'pdf',
  docx: 'docx',
  rtf: 'rtf',
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
}

/**
 * What a file is to be read as. Its ending says what a person believes it to be, its content what it is; where they differ, that
 * is answered instead. Under an ending that says nothing, a PDF, a DOCX and an RTF are known by their content.
 */
export function typeOf(name: string, bytes: Uint8Array<ArrayBuffer>): Readable | NotParsed {
  const content = sniff(bytes)
  const believed = endings[/\.([a-z]+)$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '']
  if (content.is === 'locked') return asksForPassword(name)
  if (content.is === 'broken-zip' && believed === 'docx')
    return isDamaged(name, 'The archive has no directory.')
  const real = content.is === 'readable' ? content.type : undefined
  if (believed === undefined) {
    return real === undefined || real === 'text' ? unknownType(name, whatIs(content)) : real
  }
  if (real === believed || (real === 'text' && believed === 'markdown')) return believed
  return wrongType(name, believed, whatIs(content), real)
}
