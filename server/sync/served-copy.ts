import * as Y from 'yjs'

/** The document that is served, as a Y.Doc. */
export interface ServedCopy {
  /** To be asked for each time: what was answered before may be at rest, and is not kept up to date any more then. */
  readonly doc: () => Y.Doc
  /** Nothing puts it to rest any more. */
  readonly stop: () => void
}

interface Parts {
  readonly restAfterMs: number
  readonly onTransaction: (transaction: Y.Transaction) => void
}

/**
 * A copy that rests while nobody looks at it: put down to its bytes, which are a tenth of what it takes as a Y.Doc, and made from them
 * again, in about a millisecond, for whoever comes next. So a room that is only open costs little, however many are.
 */
export function createServedCopy({ restAfterMs, onTransaction }: Parts): ServedCopy {
  let resting: Uint8Array | null = null
  let awake: Y.Doc | null = listened(new Y.Doc())
  const timer = setTimeout(rest, restAfterMs).unref()

  function listened(doc: Y.Doc): Y.Doc {
    doc.on('afterTransaction', onTransaction)
    return doc
  }

  function rest(): void {
    if (awake) resting = Y.encodeStateAsUpdate(awake)
    awake = null
  }

  function wake(): Y.Doc {
    const doc = new Y.Doc()
    if (resting) Y.applyUpdate(doc, resting)
    resting = null
    return listened(doc)
  }

  return {
    doc: () => {
      awake ??= wake()
      timer.refresh()
      return awake
    },
    stop: () => clearTimeout(timer),
  }
}
