/** How long somebody must have rested before a page may change under them, in milliseconds. */
export const restMs = 1_000

let lastAct = -restMs

/** Keeps track of when somebody last moved, pressed or typed anything. Called once. */
function track(): void {
  const act = (): void => {
    lastAct = performance.now()
  }
  for (const kind of ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchmove'])
    addEventListener(kind, act, { passive: true, capture: true })
}

track()

/** How many milliseconds it takes until somebody has rested; 0 where they have. */
export function untilRested(): number {
  return Math.max(0, lastAct + restMs - performance.now())
}

/** Whether somebody is at something that a change of the page would take from them: a field, a dialog, a passage they have selected. */
export function isAtWork(): boolean {
  if (document.querySelector('[role=dialog], [role=alertdialog]')) return true
  if (getSelection()?.isCollapsed === false) return true
  const { activeElement } = document
  return (
    activeElement instanceof HTMLElement &&
    (activeElement.isContentEditable || activeElement.matches('input, textarea, select'))
  )
}
