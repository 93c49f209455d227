import type { ReactNode } from 'react'
import './disclosure.css'

/** What few read at once, one step away. */
export function Disclosure({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className="disclosure">
      <summary>{summary}</summary>
      {children}
    </details>
  )
}
