import type { Response } from 'express'
import type { DocumentType } from '../../shared/application/document-text.ts'
import type { ApplicationDocument } from '../../shared/application/document.ts'
import type { Located } from '../files/files.ts'

const kinds: { readonly [T in DocumentType]: { readonly type: string; readonly ending: string } } = {
  pdf: { type: 'application/pdf', ending: 'pdf' },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ending: 'docx',
  },
  rtf: { type: 'application/rtf', ending: 'rtf' },
  text: { type: 'text/plain; charset=utf-8', ending: 'txt' },
  markdown: { type: 'text/markdown; charset=utf-8', ending: 'md' },
  digest: { type: 'application/json', ending: 'json' },
}

/**
 * Sends a file as it came, whole or the range that is asked for. It was written by strangers: no browser guesses what it is, and
 * what a browser shows by itself runs nothing and belongs to no site.
 */
export function sendDocument(
  response: Response,
  document: ApplicationDocument,
  { folder, name }: Located,
): void {
  const { type, ending } = kinds[document.type]
  response.setHeader('Content-Type', type)
  response.setHeader('Content-Disposition', inline(`${document.title}.${ending}`))
  response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; sandbox")
  response.setHeader('ETag', `"${document.file}"`)
  response.sendFile(name, { root: folder, dotfiles: 'allow', cacheControl: false, lastModified: false })
}

/** Shown in the page, and saved under this name by whoever saves it (RFC 6266, RFC 8187). */
export function inline(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%/]/g, '_')
  const whole = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `inline; filename="${plain}"; filename*=UTF-8''${whole}`
}
