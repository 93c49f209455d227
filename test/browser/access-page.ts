// What runs in a page, each function by itself: no other is there.

declare global {
  interface Window {
    /** What scripts asked for that would scroll over time. */
    askedSmooth?: string[]
  }
}

/** Texts of which a part is hidden by a box around them that does not scroll. */
export function cutTexts(): readonly string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const cut: string[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.textContent?.trim() ?? ''
    const holder = node.parentElement
    if (words === '' || !holder?.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      continue
    // What is only there to be read aloud is cut on purpose.
    if (holder.closest('.visually-hidden, [aria-hidden=true] svg, script, style')) continue
    // A line of a table that is short on purpose has the whole as its title, and leads to a page that says it.
    if (holder.closest('a[title]')?.getAttribute('title') === words) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const text = range.getBoundingClientRect()
    if (text.width === 0) continue
    let [across, down] = [true, true]
    // What scrolls behind an open dialog is held still by the page as a whole.
    for (
      let box: Element | null = holder;
      box && box !== document.body && (across || down);
      box = box.parentElement
    ) {
      const { overflowX, overflowY } = getComputedStyle(box)
      const edge = box.getBoundingClientRect()
      const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip'
      const isBeyond =
        (across && hides(overflowX) && (text.right > edge.right + 1 || text.left < edge.left - 1)) ||
        (down && hides(overflowY) && (text.bottom > edge.bottom + 1 || text.top < edge.top - 1))
      if (isBeyond) {
        cut.push(`"${words.slice(0, 60)}" in ${box.tagName.toLowerCase()}.${box.getAttribute('class')}`)
        break
      }
      if (/auto|scroll/.test(overflowX)) across = false
      if (/auto|scroll/.test(overflowY)) down = false
    }
  }
  return cut
}

/** Spaces text as a reader may want it: WCAG 1.4.12. */
export function spacedOut(): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
  )
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}

export function spacedAsBefore(): void {
  document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1)
}

/** What takes time to move: running animations, transitions and animations that could run, and smooth scrolling. */
export function lively(): readonly string[] {
  const found = new Set<string>()
  for (const animation of document.getAnimations())
    if (animation.playState === 'running') found.add(`runs: ${animation.id}`)
  const lasts = (times: string): boolean => times.split(',').some((time) => Number.parseFloat(time) > 0)
  for (const element of document.querySelectorAll('*')) {
    for (const part of [null, '::before', '::after']) {
      const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element, part)
      const what = [
        lasts(transitionDuration) && `transition of ${transitionDuration}`,
        lasts(animationDuration) && `animation of ${animationDuration}`,
        scrollBehavior === 'smooth' && 'smooth scrolling',
      ].filter(Boolean)
      if (what.length > 0)
        found.add(
          `${element.tagName.toLowerCase()}.${element.getAttribute('class')}${part ?? ''}: ${what.join(', ')}`,
        )
    }
  }
  for (const asked of window.askedSmooth ?? []) found.add(asked)
  return [...found]
}
