import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { create } from 'fontkit'

/** What is set in which face: `says` for what the form says, `strong` for what stands out, `wrote` for what people wrote. */
export type Face = 'says' | 'strong' | 'wrote'

/** A piece of text that one font file can draw. */
export interface Run {
  /** The name under which its font is registered in a document. */
  readonly font: string
  readonly text: string
}

export interface Faces {
  /** Every font file by name, to be registered in a document. */
  readonly files: ReadonlyMap<string, Buffer>
  /** Cuts a line of text into runs. Characters that no file has are drawn as the empty box of the last. */
  readonly runs: (face: Face, text: string) => readonly Run[]
  /** How many characters of a text no file has. */
  readonly lacking: (face: Face, text: string) => number
}

const serif = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek'].map(
  (part) => `@fontsource/source-serif-4/files/source-serif-4-${part}-400-normal.woff`,
)
const sans = (weight: number): readonly string[] =>
  ['latin', 'latin-ext', 'vietnamese'].map(
    (part) => `@fontsource/public-sans/files/public-sans-${part}-${weight}-normal.woff`,
  )
/** Has what the others lack of signs and letters: comparisons, arrows, Greek. */
const wide = 'pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf'

const chains: { readonly [face in Face]: readonly string[] } = {
  says: [...sans(400), wide],
  strong: [...sans(600), wide],
  wrote: [...serif, wide],
}

let opened: Promise<Faces> | null = null

/** The faces of everything that is printed, read once for the process. */
export function openFaces(): Promise<Faces> {
  return (opened ??= readFaces())
}

async function readFaces(): Promise<Faces> {
  const { resolve } = createRequire(import.meta.url)
  const names = [...new Set(Object.values(chains).flat())]
  const files = new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(resolve(name))] as const)),
  )
  const drawn = new Map([...files].map(([name, bytes]) => [name, pointsOf(bytes)]))
  const has = (name: string | undefined, character: string): boolean =>
    name !== undefined && (drawn.get(name)?.has(character.codePointAt(0) ?? -1) ?? false)

  function runs(face: Face, text: string): readonly Run[] {
    const chain = chains[face]
    const found: { font: string; text: string }[] = []
    for (const character of text) {
      const last = found.at(-1)
      // A space or an accent does not send the text back and forth between two files.
      const stays = last && /[\s\p{M}]/u.test(character) && has(last.font, character)
      const font = stays ? last.font : chain.find((name) => has(name, character))
      if (last && (font === undefined || font === last.font)) last.text += character
      else found.push({ font: font ?? chain.at(-1) ?? wide, text: character })
    }
    return found
  }

  function lacking(face: Face, text: string): number {
    let count = 0
    for (const character of text) if (!chains[face].some((name) => has(name, character))) count += 1
    return count
  }

  return { files, runs, lacking }
}

function pointsOf(bytes: Buffer): ReadonlySet<number> {
  const font = create(bytes)
  if (!('characterSet' in font)) throw new Error('A font file holds several fonts.')
  return new Set(font.characterSet)
}
