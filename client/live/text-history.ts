import * as Y from 'yjs'

/** What was typed into one field in this tab, step by step; undone and redone without touching what others typed. */
export interface TextHistory {
  /** Makes an edit of the person who types here; those within half a second are one step. */
  readonly edit: (change: () => void) => void
  /**
   * Takes a step back or forward. `most`: how long the text may become; a step that would make it longer is left out, and the
   * answer is by how many characters.
   */
  readonly step: (way: 'undo' | 'redo', most: number) => number
  /** All edits until `endStep` are one step: those of an input method, however long it takes. */
  readonly beginStep: () => void
  readonly endStep: () => void
}

const histories = new WeakMap<Y.Text, TextHistory>()
const withinMs = 500

/** A field's history: one, as long as its copy is open, so that it is still there when somebody comes back to the row. */
export function historyOf(text: Y.Text): TextHistory {
  const known = histories.get(text)
  if (known) return known
  const history = newHistory(text)
  histories.set(text, history)
  return history
}

function newHistory(text: Y.Text): TextHistory {
  const origin = { typedInto: text }
  const manager = new Y.UndoManager(text, { trackedOrigins: new Set([origin]), captureTimeout: withinMs })
  return {
    edit: (change) => text.doc?.transact(change, origin),
    step: (way, most) => {
      const before = text.length
      manager[way]()
      const over = Math.max(0, text.length - Math.max(most, before))
      // The server refuses a text that grew over its limit, and all that was sent with it.
      if (over > 0) manager[way === 'undo' ? 'redo' : 'undo']()
      return over
    },
    beginStep: () => {
      manager.stopCapturing()
      manager.captureTimeout = Infinity
    },
    endStep: () => {
      manager.stopCapturing()
      manager.captureTimeout = withinMs
    },
  }
}
