/** Something that the server answers as JSON, asked for when it is first wanted and again under another edition of it. */
export type Reading<T> = (path: string, edition?: string) => T | null

interface Parts<T> {
  /** The body of the answer. Rejects where there is none. */
  readonly ask: (path: string) => Promise<string>
  readonly parse: (body: string) => T
  /** It has come, or is to be asked for again. */
  readonly changed: () => void
  readonly onFailure: (error: unknown) => void
}

/** What cannot be read now is asked for again after this. */
const againMs = 2_000

/** Reads with null until there is an answer of that edition: who acts on an older one could do the same thing twice. */
export function openReading<T>({ ask, parse, changed, onFailure }: Parts<T>): Reading<T> {
  const answers = new Map<string, { readonly edition: string; readonly value: T }>()
  const asking = new Set<string>()

  async function fetchIt(path: string, edition: string): Promise<void> {
    try {
      answers.set(path, { edition, value: parse(await ask(path)) })
      asking.delete(path)
      changed()
    } catch (error) {
      onFailure(error)
      setTimeout(() => {
        asking.delete(path)
        changed()
      }, againMs).unref()
    }
  }

  return (path, edition = '') => {
    const known = answers.get(path)
    if (known?.edition === edition) return known.value
    if (!asking.has(path)) {
      asking.add(path)
      void fetchIt(path, edition)
    }
    return null
  }
}
