import { useEffect, useState } from 'react'
import { goTo, holdPage } from '../pages.ts'
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
  /** Paths on which all of it is still there: nobody is asked on the way to one. Stable, since it is listened with. */
  readonly within?: ((path: string) => boolean) | undefined
}

/** Asks before one leaves a page that holds something which is not on the server: by a link, by going back, or by closing the tab. */
export function Leaving({ asks, title, children, stay, leave, within }: LeavingProps) {
  const [to, setTo] = useState<string | null>(null)

  useEffect(() => {
    if (!asks) return
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    addEventListener('beforeunload', ask)
    const letGo = holdPage((path) => {
      if (within?.(path)) return false
      setTo(path)
      return true
    })
    return () => {
      removeEventListener('beforeunload', ask)
      letGo()
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
