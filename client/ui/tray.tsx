import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import './tray.css'

export interface TrayProps {
  /** How much, and who can read it: "212 characters came after the lock. They are kept for you and for staff." */
  sentence: string
  /** The text itself, where its author reads it. */
  children?: ReactNode
}

/** What was kept and is not counted. */
export function Tray({ sentence, children }: TrayProps) {
  return (
    <section className="tray" aria-label="Not counted">
      <Icon name="tray" />
      <div className="tray-words">
        <p>
          <strong>Not counted.</strong> {sentence}
        </p>
        {children && <div className="tray-text">{children}</div>}
      </div>
    </section>
  )
}
