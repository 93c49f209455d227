import type { ReactNode } from 'react'
import './empty.css'

/** An empty place says what will come here. `children` holds one thing to do, if there is one. */
export function Empty({
  title,
  sentence,
  whole = false,
  children,
}: {
  title: string
  sentence: string
  /** It is all that the page says, and its title is the page's. */
  whole?: boolean
  children?: ReactNode
}) {
  return (
    <div className="empty">
      {whole ? <h1 className="empty-title">{title}</h1> : <p className="empty-title">{title}</p>}
      <p className="empty-sentence">{sentence}</p>
      {children && <div className="empty-action">{children}</div>}
    </div>
  )
}
