/** Runs in a page, by itself: what is wrong with where the focus is, or null. It is to be on something that can be seen, marked, and in view. */
export function focusFault(): string | null {
  const focused = document.activeElement
  if (!(focused instanceof HTMLElement) || focused === document.body) return 'the focus is nowhere'
  const called = `${focused.tagName.toLowerCase()}.${focused.className} "${(focused.ariaLabel ?? focused.textContent).slice(0, 40)}"`
  if (!focused.matches(':focus-visible')) return `no sign of the focus on ${called}`
  // A radio, a checkbox and a slider are drawn by what stands beside or around them.
  // A sheet that stands over the page while nothing in it has the focus yet shows that by being there.
  if (focused.matches('[role=dialog], [role=alertdialog]')) return null
  const drawn = [
    focused,
    ...(focused.parentElement?.children ?? []),
    focused.parentElement,
    focused.closest('label'),
  ]
  const isMarked = (element: Element | null): boolean => {
    if (!element) return false
    return [null, '::after'].some((part) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element, part)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    })
  }
  const marked = drawn.find(isMarked)
  if (!marked) return `no mark around ${called}`
  const box = marked.getBoundingClientRect()
  const left = Math.max(box.left, 0)
  const top = Math.max(box.top, 0)
  const right = Math.min(box.right, innerWidth)
  const bottom = Math.min(box.bottom, innerHeight)
  if (right - left < 1 || bottom - top < 1) return `${called} is out of view`
  const around = focused.closest('label') ?? marked
  for (const across of [0.5, 0.1, 0.9]) {
    for (const down of [0.5, 0.1, 0.9]) {
      const seen = document.elementFromPoint(left + across * (right - left), top + down * (bottom - top))
      if (seen && (around.contains(seen) || marked.contains(seen) || seen.contains(marked))) return null
    }
  }
  return `${called} is behind something`
}
