/** Windows code pages by the number that a font of an RTF gives for its characters. */
const ofFont: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
}

/** What the platform calls the code pages that are not `windows-` and a number. */
const labels: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
}

/** The code page of a font by its `\fcharset`; null where the font leaves it to the document. */
export function pageOfCharset(charset: number): number | null {
  return ofFont[charset] ?? null
}

/** Decodes bytes of a code page; of one that nobody knows, as Windows-1252. */
export function decodePage(bytes: Uint8Array, page: number): string {
  const label = labels[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252')
  return new TextDecoder(label).decode(bytes)
}
