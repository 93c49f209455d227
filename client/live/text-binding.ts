import * as Y from 'yjs'
import { limits } from '../../shared/protocol/limits.ts'
import { changedSpan, cutTo } from './text-difference.ts'

export interface TextBindingOptions {
  /** The most UTF-16 units that the text takes. */
  readonly most?: number | undefined
  /** Called when something typed here is in the shared text. */
  readonly onTyped?: ((text: string) => void) | undefined
  /** Called at every change, also from elsewhere. */
  readonly onLength?: ((length: number) => void) | undefined
  /** Called when the field is full: how many characters were not taken. */
  readonly onTrim?: ((cut: number) => void) | undefined
}

/**
 * Ties a text area to a shared text until the returned function is called. What is typed goes into the text at once, with one
 * history of its own for undo; what comes from elsewhere moves the caret along and waits while an input method composes.
 */
export function bindText(area: HTMLTextAreaElement, text: Y.Text, options: TextBindingOptions): () => void {
  const most = options.most ?? limits.textLength
  const origin = { field: area }
  const history = new Y.UndoManager(text, { trackedOrigins: new Set([origin]), captureTimeout: 500 })
  /** What the area and the text last agreed on. */
  let agreed = text.toString()
  let composing: { readonly caret: Y.RelativePosition; readonly at: number } | null = null

  area.value = agreed
  options.onLength?.(agreed.length)

  /** Brings what was typed into the text. `moved`: how far what came from elsewhere has pushed the place of typing. */
  function take(moved: number): void {
    trim()
    const span = changedSpan(agreed, area.value)
    if (span.removed === 0 && span.inserted === '') return
    text.doc?.transact(() => {
      const at = Math.max(0, Math.min(text.length, span.at + moved))
      const removed = Math.min(span.removed, text.length - at)
      if (removed > 0) text.delete(at, removed)
      if (span.inserted !== '') text.insert(at, span.inserted)
    }, origin)
    agreed = area.value
    options.onLength?.(text.length)
    options.onTyped?.(area.value)
  }

  /** Keeps the field from growing over its most; characters that were there before are never taken. */
  function trim(): void {
    const over = area.value.length - Math.max(most, agreed.length)
    if (over <= 0) return
    const { at, inserted } = changedSpan(agreed, area.value)
    const kept = cutTo(inserted, inserted.length - over)
    const after = area.value.slice(at + inserted.length)
    area.value = area.value.slice(0, at) + kept + after
    area.setSelectionRange(at + kept.length, at + kept.length)
    options.onTrim?.(inserted.length - kept.length)
  }

  function onInput(): void {
    if (!composing) take(0)
  }

  function onCompositionStart(): void {
    const at = area.selectionStart
    composing = { caret: Y.createRelativePositionFromTypeIndex(text, Math.min(at, text.length)), at }
  }

  function onCompositionEnd(): void {
    if (!composing) return
    const { caret, at } = composing
    composing = null
    const now = text.doc && Y.createAbsolutePositionFromRelativePosition(caret, text.doc)
    const moved = text.toString() === agreed || !now ? 0 : now.index - at
    const end = area.selectionEnd + moved
    take(moved)
    if (text.toString() !== area.value) show(end, end)
  }

  function onChange(event: Y.YTextEvent, transaction: Y.Transaction): void {
    if (transaction.origin === origin || composing) return
    const carried = (index: number): number => carriedBy(event, index)
    show(carried(area.selectionStart), carried(area.selectionEnd))
  }

  function show(start: number, end: number): void {
    agreed = text.toString()
    const { scrollTop } = area
    area.value = agreed
    if (document.activeElement === area) area.setSelectionRange(start, end)
    area.scrollTop = scrollTop
    options.onLength?.(agreed.length)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!(event.metaKey || event.ctrlKey) || event.altKey || area.readOnly) return
    const key = event.key.toLowerCase()
    if (key === 'z') replay(event, event.shiftKey ? 'redo' : 'undo')
    else if (key === 'y' && event.ctrlKey) replay(event, 'redo')
  }

  /** The browser's own history knows nothing of what came from elsewhere. */
  function onBeforeInput(event: InputEvent): void {
    if (event.inputType === 'historyUndo') replay(event, 'undo')
    else if (event.inputType === 'historyRedo') replay(event, 'redo')
  }

  function replay(event: Event, way: 'undo' | 'redo'): void {
    event.preventDefault()
    if (!composing) history[way]()
  }

  const listening = new AbortController()
  const { signal } = listening
  area.addEventListener('input', onInput, { signal })
  area.addEventListener('compositionstart', onCompositionStart, { signal })
  area.addEventListener('compositionend', onCompositionEnd, { signal })
  area.addEventListener('keydown', onKeyDown, { signal })
  area.addEventListener('beforeinput', onBeforeInput, { signal })
  text.observe(onChange)

  return () => {
    onCompositionEnd()
    listening.abort()
    text.unobserve(onChange)
    history.destroy()
  }
}

/** Where an index lies after a change: behind what was put in before it, at the seam of what was taken away. */
function carriedBy(event: Y.YTextEvent, index: number): number {
  let at = 0
  let carried = index
  for (const { retain = 0, insert, delete: removed = 0 } of event.delta) {
    at += retain
    if (typeof insert === 'string') {
      if (at < carried) carried += insert.length
      at += insert.length
    } else if (at < carried) carried -= Math.min(removed, carried - at)
  }
  return carried
}
