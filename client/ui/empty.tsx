import type { ReactNode } from 'react'
import './empty.css'

/** An empty place says what will come here. `children` holds one thing to do, if there is one. */
export function Empty({
  title,
  sentence,
  children,
}: {
  title: string
  sentence: string
  children?: ReactNode
}) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      <p className="empty-sentence">{sentence}</p>
      {children && <div className="empty-action">{children}</div>}
    </div>
  )
}
