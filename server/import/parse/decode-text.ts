/**
 * The characters of a plain text: by its byte order mark, else UTF-8, else Windows-1252, which every byte is some character of.
 * Null where the content is no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  return looksBinary(text) ? null : text.replaceAll(/\r\n?/g, '\n')
}

/** In what characters a plain text was written. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return 'windows-1252'
  }
}

/** A NUL, or more than one control character in two hundred; escape and end-of-file marks of old programs are forgiven. */
function looksBinary(text: string): boolean {
  if (text.includes('\0')) return true
  // oxlint-disable-next-line no-control-regex -- They are what is counted.
  const controls = text.match(/[\u0001-\u0008\u000e-\u0019\u001c-\u001f\ufffd]/g)?.length ?? 0
  return controls * 200 > text.length
}
