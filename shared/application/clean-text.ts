/** What nobody sees and a search would stumble over: soft hyphens, marks of no width, marks of direction. */
const unseen = /[\u00ad\u200b\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufffe\uffff]/g
/** Control characters, and spaces of every width. Tabs and line breaks stay. */
const blank = /(?![\t\n])[\p{Z}\p{Cc}]/gu
/** Bullets as Symbol and Wingdings have them, in Unicode's private area. */
const bullet = /[\uf06f\uf071\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc\uf0fe]/g

/** The same characters for the same words in every kind of document: NFC, whole code points, no control characters, plain spaces. */
export function cleanText(raw: string): string {
  if (/^[\x20-\x7e\n\t]*$/.test(raw)) return raw
  const whole = raw.toWellFormed().replaceAll(unseen, '').normalize('NFC')
  return whole.replaceAll(blank, ' ').replaceAll(bullet, '•')
}
