/**
 * The characters of a plain text: by its byte order mark, else UTF-8, else Windows-1252, which every byte is some character of.
 * Null where the content is no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const text = decode(bytes)
  return looksBinary(text) ? null : text.replaceAll(/\r\n?/g, '\n')
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** A NUL, or more than one control character in two hundred; escape and end-of-file marks of old programs are forgiven. */
function looksBinary(text: string): boolean {
  if (text.includes('\0')) return true
  // oxlint-disable-next-line no-control-regex -- They are what is counted.
  const controls = text.match(/[\u0001-\u0008\u000e-\u0019\u001c-\u001f\ufffd]/g)?.length ?? 0
  return controls * 200 > text.length
}
