/** Where somebody reads in a document. */
export interface Position {
  /** The place in its text at the top of what they see. */
  readonly at: number
  /** The same in a document that is shown as pages: its number from 1, and how much of it lies above, from 0 to 1. */
  readonly page: number
  readonly down: number
}

export type Showing = 'pages' | 'text'

/** What is remembered of one person's reading of one application on this device. */
export interface Remembered {
  /** The document that was open last. */
  readonly document: string | null
  readonly positions: Readonly<Record<string, Position>>
  /** How a document that could be shown either way was shown. */
  readonly showing: Readonly<Record<string, Showing>>
}

export const nothingRemembered: Remembered = { document: null, positions: {}, showing: {} }

/** The name under which it is kept. */
export function rememberedKey(person: string, application: string): string {
  return `panelroom:reading:${person}:${application}`
}

/** Reads what was kept; nothing where that was not, or is not whole. */
export function readRemembered(kept: string | null): Remembered {
  if (kept === null) return nothingRemembered
  const found = parsed(kept)
  if (!isRecord(found)) return nothingRemembered
  const { document, positions, showing } = found
  return {
    document: typeof document === 'string' ? document : null,
    positions: Object.fromEntries(
      entries(positions).flatMap(([id, position]) => (isPosition(position) ? [[id, position]] : [])),
    ),
    showing: Object.fromEntries(
      entries(showing).flatMap(([id, how]) => (how === 'pages' || how === 'text' ? [[id, how]] : [])),
    ),
  }
}

function parsed(kept: string): unknown {
  try {
    return JSON.parse(kept)
  } catch {
    return null
  }
}

function entries(found: unknown): readonly [string, unknown][] {
  return isRecord(found) ? Object.entries(found) : []
}

function isRecord(found: unknown): found is Readonly<Record<string, unknown>> {
  return typeof found === 'object' && found !== null
}

function isPosition(found: unknown): found is Position {
  if (!isRecord(found)) return false
  return [found['at'], found['page'], found['down']].every((each) => Number.isFinite(each))
}
