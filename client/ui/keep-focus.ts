/**
 * Whoever works from the keyboard is never put back to the start of the page: where what has the focus goes away, by a press or because
 * of what somebody else did, the focus goes to the heading of what is there now. What gives it somewhere by itself comes first.
 * Called once, by the page's start.
 */
export function keepFocus(): void {
  /** What has the focus, and all that it stands in, from the inside out. */
  let held: readonly Element[] = []
  let waits = false

  document.addEventListener('focusin', ({ target }) => {
    held = target instanceof Element ? [target, ...around(target)] : []
  })
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (relatedTarget !== null || !document.hasFocus()) return
    // Left on purpose, as by a press beside it; what goes away is a moment later not there any more.
    setTimeout(() => {
      if (target === held[0] && isThere(target)) held = []
    })
  })
  new MutationObserver(() => {
    if (waits || held.length === 0 || !isLost(held)) return
    waits = true
    // A dialog gives the focus back one frame after it has gone.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        waits = false
        if (isLost(held)) giveTo(headingIn(held))
      }),
    )
  }).observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['hidden', 'disabled'],
  })
}

function around(element: Element): readonly Element[] {
  const { parentElement } = element
  return parentElement === null ? [] : [parentElement, ...around(parentElement)]
}

function isThere(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.isConnected &&
    target.checkVisibility() &&
    !target.matches(':disabled')
  )
}

function isLost([focused]: readonly Element[]): boolean {
  return document.activeElement === document.body && focused !== undefined && !isThere(focused)
}

/** The nearest heading of what is still there, the page's own before one within it, else the work of the page. */
function headingIn(held: readonly Element[]): HTMLElement | null {
  const work = document.getElementById('work')
  for (const place of held) {
    if (!place.isConnected || !work?.contains(place)) continue
    const headings = [...place.querySelectorAll<HTMLElement>('h1, h2, h3')].filter(
      (heading) => heading.checkVisibility() && heading.closest('.visually-hidden') === null,
    )
    const [first] = headings
    if (first) return headings.find(({ tagName }) => tagName === 'H1') ?? first
  }
  return work?.querySelector('h1') ?? work
}

function giveTo(place: HTMLElement | null): void {
  if (!place) return
  if (!place.hasAttribute('tabindex')) {
    place.tabIndex = -1
    place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true })
  }
  place.focus()
}
