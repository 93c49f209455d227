import { useEffect, useState } from 'react'
import { goTo, pageOf } from '../pages.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

interface LeavingProps {
  /** Whether something would be lost. */
  readonly asks: boolean
  /** Asks: "Leave without sending?" */
  readonly title: string
  /** What would be lost. */
  readonly children: string
  readonly stay: string
  readonly leave: string
  /** The page itself under other addresses: what begins so is not left. */
  readonly within?: string | undefined
}

/** Asks before one leaves a page that holds something which is not on the server: by a link, by going back, or by closing the tab. */
export function Leaving({ asks, title, children, stay, leave, within }: LeavingProps) {
  const [to, setTo] = useState<string | null>(null)

  useEffect(() => {
    if (!asks) return
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    const hold = (event: MouseEvent): void => {
      const path = followed(event)
      if (path === null || (within !== undefined && path.startsWith(within))) return
      event.preventDefault()
      setTo(path)
    }
    let here = location.pathname
    const back = (event: PopStateEvent): void => {
      const path = location.pathname
      // A page goes to another address of its own by an event that the browser has not made.
      if (!event.isTrusted) here = path
      else {
        event.stopImmediatePropagation()
        history.pushState(null, '', here)
        setTo(path)
      }
    }
    addEventListener('beforeunload', ask)
    // Before the page's own listener, which takes a click that was prevented for done.
    addEventListener('click', hold, { capture: true })
    // Before those that would show another page.
    addEventListener('popstate', back, { capture: true })
    return () => {
      removeEventListener('beforeunload', ask)
      removeEventListener('click', hold, { capture: true })
      removeEventListener('popstate', back, { capture: true })
    }
  }, [asks, within])

  return (
    <Dialog
      open={to !== null}
      onClose={() => setTo(null)}
      grave
      title={title}
      answers={
        <>
          <Button onClick={() => setTo(null)}>{stay}</Button>
          <Button
            kind="removing"
            onClick={() => {
              setTo(null)
              if (to !== null) goTo(to)
            }}
          >
            {leave}
          </Button>
        </>
      }
    >
      <p>{children}</p>
    </Dialog>
  )
}

/** Where a click leads within this tab and away from this page; null for every other click. */
function followed(event: MouseEvent): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return null
  if (link.hash || pageOf(link.pathname).page === 'unknown' || link.pathname === location.pathname)
    return null
  return link.pathname
}
