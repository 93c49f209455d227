/** Where a caret or a piece of a text stands in its area, in pixels from the area's own corner. */
export interface Spot {
  readonly left: number
  readonly top: number
  readonly height: number
}

export interface Stretch {
  readonly left: number
  readonly bottom: number
  readonly width: number
}

export interface Asked {
  readonly from: number
  readonly to: number
}

/** What makes letters stand where they stand. */
const copied = [
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'font-stretch',
  'font-kerning',
  'font-feature-settings',
  'font-variation-settings',
  'font-optical-sizing',
  'letter-spacing',
  'word-spacing',
  'line-height',
  'text-indent',
  'tab-size',
  'padding-top',
  'padding-right',
  'padding-bottom',
  'padding-left',
  'border-top-width',
  'border-left-width',
] as const

/**
 * Where places of a text area stand, and the stretches between two of them. A text area does not tell, so its text is laid out again
 * in a copy that nobody sees.
 */
export function spotsIn(
  area: HTMLTextAreaElement,
  text: string,
  asked: readonly Asked[],
): readonly { readonly spot: Spot; readonly stretches: readonly Stretch[] }[] {
  const mirror = mirrorOf(area)
  const letters = document.createTextNode(text)
  // At the end, so that an empty last line has a height.
  mirror.append(letters, '\u200b')
  const corner = mirror.getBoundingClientRect()
  const found = asked.map(({ from, to }) => {
    const range = document.createRange()
    range.setStart(letters, Math.min(from, to, text.length))
    range.setEnd(letters, Math.min(Math.max(from, to), text.length))
    const stretches = [...range.getClientRects()]
      .filter(({ width }) => width > 0)
      .map(({ left, bottom, width }) => ({ left: left - corner.left, bottom: bottom - corner.top, width }))
    return { spot: spotOf(letters, Math.min(to, text.length), corner), stretches }
  })
  mirror.remove()
  return found
}

function mirrorOf(area: HTMLTextAreaElement): HTMLElement {
  const mirror = document.createElement('div')
  const styles = getComputedStyle(area)
  for (const name of copied) mirror.style.setProperty(name, styles.getPropertyValue(name))
  Object.assign(mirror.style, {
    position: 'absolute',
    visibility: 'hidden',
    top: '0',
    left: '0',
    boxSizing: 'border-box',
    // Without a scroll bar, which takes room from the letters.
    width: `${area.clientWidth + 2 * Number.parseFloat(styles.borderLeftWidth)}px`,
    borderStyle: 'solid',
    borderColor: 'transparent',
    borderRightWidth: styles.borderLeftWidth,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'break-word',
  })
  area.parentElement?.append(mirror)
  return mirror
}

/** A caret stands before the letter that follows it; at the end of the text before what was put there. */
function spotOf(letters: Text, index: number, corner: DOMRect): Spot {
  const range = document.createRange()
  const after = letters.nextSibling
  if (index < letters.length) {
    range.setStart(letters, index)
    range.setEnd(letters, index + 1)
  } else if (after) range.selectNodeContents(after)
  const [first] = range.getClientRects()
  if (!first) return { left: 0, top: 0, height: 0 }
  return { left: first.left - corner.left, top: first.top - corner.top, height: first.height }
}
