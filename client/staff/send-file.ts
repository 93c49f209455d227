import type { ImportMessage } from '../../shared/application/reading.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { importLines } from './import-lines.ts'

/** How far a file is on its way into an application. `share` is from 0 to 1. */
export type FileProgress =
  | { readonly is: 'waiting' }
  | { readonly is: 'sending'; readonly share: number }
  | { readonly is: 'reading'; readonly page: number | null; readonly of: number | null }
  | FileEnd

/** `same`: the same file may be taken another time. */
export type FileEnd =
  | { readonly is: 'done'; readonly document: string; readonly again: boolean }
  | { readonly is: 'refused'; readonly sentence: string; readonly way: 'same' | 'other' }

/** Sends a file to an address of this server and follows what becomes of it. Resolves with how it ended, also where there is no line. */
export async function sendFile(
  address: string,
  file: File,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (progress: FileProgress) => void },
): Promise<FileEnd> {
  // A page hears the server's own word on this only once it has sent all of it.
  if (file.size > limits.documentBytes) return refused(tooLarge(file), 'other')
  if (!(await isReadable(file))) return refused(unreadable(file.name), 'other')
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const lines = importLines()
    let end: FileEnd | null = null
    const follow = (): void => {
      if (request.status !== 200) return
      for (const message of lines(request.responseText)) {
        const progress = progressOf(message)
        if (progress?.is === 'done' || progress?.is === 'refused') end = progress
        else if (progress) onProgress(progress)
      }
    }
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress({ is: 'sending', share: total === 0 ? 1 : loaded / total })
    request.upload.onload = () => onProgress({ is: 'reading', page: null, of: null })
    request.onprogress = follow
    request.onloadend = () => {
      follow()
      resolve(end ?? withoutEnd(request))
    }
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.open('POST', address)
    if (signal.aborted) resolve(withoutEnd(request))
    else request.send(file)
  })
}

function progressOf(message: ImportMessage): FileProgress | null {
  switch (message.stage) {
    case 'received':
      return null
    case 'reading':
      return { is: 'reading', page: message.page, of: message.of }
    case 'done':
      return { is: 'done', document: message.document, again: message.again }
    case 'refused':
      return refused(message.sentence, mayPass.has(message.code) ? 'same' : 'other')
  }
}

/** What is not the file's fault. */
const mayPass: ReadonlySet<string> = new Set([
  'not-saved',
  'out-of-turn',
  'too-many',
  'too-long',
  'too-much-memory',
])

function withoutEnd({ status, responseText }: XMLHttpRequest): FileEnd {
  if (status === 0) return refused('There is no line to the server. The file was not added.', 'same')
  if (status === 200)
    return refused('The line broke before the end. Look whether the file is there now.', 'same')
  return refused(sentenceIn(responseText) ?? `The server answered ${status}. The file was not added.`, 'same')
}

function sentenceIn(answer: string): string | null {
  try {
    return (JSON.parse(answer) as { readonly sentence?: string }).sentence ?? null
  } catch {
    // A proxy on the way answers in words of its own.
    return null
  }
}

function refused(sentence: string, way: 'same' | 'other'): FileEnd {
  return { is: 'refused', sentence, way }
}

/** Folders can be dropped, too, and files go away. */
async function isReadable(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer()
    return true
  } catch {
    return false
  }
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / (1024 * 1024)).toLocaleString('en-US')} MB`

function tooLarge({ name, size }: File): string {
  const most = megabytes(limits.documentBytes)
  return `${name} has ${megabytes(size)}; a file may have up to ${most}. Save it with smaller pictures, or split it and add the parts.`
}

function unreadable(name: string): string {
  return `${name} could not be read on this computer. If it is a folder, open it and choose the files in it.`
}
