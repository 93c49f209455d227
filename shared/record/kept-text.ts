import { sha256Hex } from './hash.ts'

/** How an event speaks of a text: by its salted hash, so that the text can be withheld while the chain still verifies. */
export interface TextRef {
  readonly text: string
}

/** A text as it stands beside the event that speaks of it. */
export interface KeptText {
  readonly salt: string
  readonly text: string
}

export type KeptTexts = Readonly<Record<string, KeptText>>

/** The reference of a kept text: SHA-256 of salt, a line feed and the text. */
export function textHash({ salt, text }: KeptText): string {
  return sha256Hex(`${salt}\n${text}`)
}

/** Collects the texts of one command: `keep` gives the reference to put in an event, `texts` what to store beside it. */
export function textKeeper(salt: () => string): { keep: (text: string) => TextRef; texts: () => KeptTexts } {
  const texts: Record<string, KeptText> = {}
  return {
    keep: (text) => {
      const kept = { salt: salt(), text }
      const hash = textHash(kept)
      texts[hash] = kept
      return { text: hash }
    },
    texts: () => ({ ...texts }),
  }
}
