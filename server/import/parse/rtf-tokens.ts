/** What RTF is made of. `word` is a control word or sign without its backslash, `value` its number. */
export type RtfToken =
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | null }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }

const [openBrace, closeBrace, backslash, newline, carriageReturn, space, minus, quote] = [
  123, 125, 92, 10, 13, 32, 45, 39,
]
const isLetter = (byte: number): boolean => (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122)
const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57

/** Cuts RTF into tokens. Line breaks of the file mean nothing in it; `\bin` data is skipped. */
export function* rtfTokens(source: Uint8Array): Generator<RtfToken, void, void> {
  const byteAt = (at: number): number => source[at] ?? 0
  let at = 0
  while (at < source.length) {
    const byte = byteAt(at)
    if (byte === openBrace || byte === closeBrace) {
      at += 1
      yield { kind: byte === openBrace ? 'open' : 'close' }
    } else if (byte === newline || byte === carriageReturn) {
      at += 1
    } else if (byte !== backslash) {
      const start = at
      while (at < source.length && !endsRun(byteAt(at))) at += 1
      yield { kind: 'bytes', bytes: source.subarray(start, at) }
    } else if (byteAt(at + 1) === quote) {
      const value = Number.parseInt(String.fromCharCode(byteAt(at + 2), byteAt(at + 3)), 16)
      at += 4
      if (!Number.isNaN(value)) yield { kind: 'bytes', bytes: Uint8Array.of(value) }
    } else if (isLetter(byteAt(at + 1))) {
      const start = at + 1
      for (at = start; isLetter(byteAt(at)) && at - start < 40; ) at += 1
      const word = String.fromCharCode(...source.subarray(start, at))
      const number = at
      if (byteAt(at) === minus) at += 1
      while (isDigit(byteAt(at))) at += 1
      const value = Number.parseInt(
        String.fromCharCode(...source.subarray(number, Math.min(at, number + 12))),
        10,
      )
      if (byteAt(at) === space) at += 1
      if (word === 'bin') at += Math.max(0, value || 0)
      else yield { kind: 'word', word, value: Number.isNaN(value) ? null : value }
    } else {
      yield { kind: 'word', word: String.fromCharCode(byteAt(at + 1)), value: null }
      at += 2
    }
  }
}

function endsRun(byte: number): boolean {
  return (
    byte === openBrace ||
    byte === closeBrace ||
    byte === backslash ||
    byte === newline ||
    byte === carriageReturn
  )
}
