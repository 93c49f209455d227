import type * as Y from 'yjs'
import { limits } from '../../shared/protocol/limits.ts'
import { changedSpan, cutTo } from './text-difference.ts'
import { historyOf } from './text-history.ts'
import { between, carried, endOf, inStep, runsOf, selected } from './text-places.ts'

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
 * Ties a text area to a shared text until the returned function is called. What is typed goes into the text at once, also while an
 * input method composes, and can be undone by itself. What comes from elsewhere moves the caret along; while an input method
 * composes, which any write to the area would break, the area waits for it.
 */
export function bindText(area: HTMLTextAreaElement, text: Y.Text, options: TextBindingOptions): () => void {
  const most = options.most ?? limits.textLength
  const history = historyOf(text)
  /** What the area showed when it was last looked at, and where each of its characters is in the text. */
  let shown = ''
  let places = inStep(0)
  let composing = false
  let typing = false
  let stepping = false

  /** Brings what was typed into the text, as far as it takes it; characters that were there before are never cut off. */
  function take(): void {
    const { at, removed, inserted } = changedSpan(shown, area.value, area.selectionEnd)
    if (removed === 0 && inserted === '') return
    const gone = places.slice(at, at + removed).filter((place) => place >= 0)
    const index = gone[0] ?? between(places, at, at + removed)
    const left = text.length - gone.length
    const kept = cutTo(inserted, Math.max(most, text.length) - left)
    typing = true
    history.edit(() => {
      for (const run of runsOf(gone).toReversed()) text.delete(run.at, run.length)
      if (kept !== '') text.insert(index, kept)
    })
    typing = false
    const typed = Array.from({ length: inserted.length }, (_, unit) =>
      unit < kept.length ? index + unit : -1,
    )
    places = [...places.slice(0, at), ...typed, ...places.slice(at + removed)]
    shown = area.value
    if (kept !== '' || gone.length > 0) options.onTyped?.(text.toString())
    if (kept.length === inserted.length) return
    if (!composing) show()
    options.onTrim?.(inserted.length - kept.length)
  }

  /** Shows the text as it is now; the caret where it belongs, or where it is told to be. */
  function show(caret?: number): void {
    const [start, end] =
      caret === undefined ? selected(places, area.selectionStart, area.selectionEnd) : [caret, caret]
    const { scrollTop, selectionDirection } = area
    shown = text.toString()
    places = inStep(shown.length)
    // Where nothing has changed nothing is touched: an input method may begin its next word in the same turn.
    if (area.value !== shown) area.value = shown
    if (area.selectionStart !== start || area.selectionEnd !== end)
      area.setSelectionRange(start, end, selectionDirection)
    area.scrollTop = scrollTop
  }

  function onChange({ delta }: Y.YTextEvent): void {
    places = carried(places, delta)
    if (!typing && !composing) show(stepping ? endOf(delta) : undefined)
    options.onLength?.(text.length)
  }

  function onCompositionStart(): void {
    composing = true
    history.beginStep()
  }

  function onCompositionEnd(): void {
    take()
    composing = false
    history.endStep()
    show()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!(event.metaKey || event.ctrlKey) || event.altKey || area.readOnly) return
    const key = event.key.toLowerCase()
    if (key === 'z') step(event, event.shiftKey ? 'redo' : 'undo')
    else if (key === 'y' && event.ctrlKey) step(event, 'redo')
  }

  /** The browser's own history knows nothing of what came from elsewhere. */
  function onBeforeInput(event: InputEvent): void {
    if (event.inputType === 'historyUndo') step(event, 'undo')
    else if (event.inputType === 'historyRedo') step(event, 'redo')
  }

  function step(event: Event, way: 'undo' | 'redo'): void {
    event.preventDefault()
    if (composing) return
    const { selectionStart, selectionEnd, selectionDirection } = area
    stepping = true
    const over = history.step(way, most)
    stepping = false
    if (over === 0) return
    area.setSelectionRange(selectionStart, selectionEnd, selectionDirection)
    options.onTrim?.(over)
  }

  const listening = new AbortController()
  const { signal } = listening
  area.addEventListener('input', take, { signal })
  area.addEventListener('compositionstart', onCompositionStart, { signal })
  area.addEventListener('compositionend', onCompositionEnd, { signal })
  area.addEventListener('keydown', onKeyDown, { signal })
  area.addEventListener('beforeinput', onBeforeInput, { signal })
  text.observe(onChange)
  show(text.length)
  options.onLength?.(text.length)

  return () => {
    // An input method that is still composing when the field goes does not get to say that it has ended.
    if (composing) onCompositionEnd()
    listening.abort()
    text.unobserve(onChange)
  }
}
