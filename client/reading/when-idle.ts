/** Does something once the browser has nothing else to do, at most half a second later. Returns what takes it back. */
export function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(work, 50)
    return () => clearTimeout(timer)
  }
  const waiting = requestIdleCallback(work, { timeout: 500 })
  return () => cancelIdleCallback(waiting)
}
