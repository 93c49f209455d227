import { type ReactNode, useEffect } from 'react'
import { Wordmark } from './ui/wordmark.tsx'
import './plain-page.css'

/** A page that only says something: signed out, a link that is used up, nothing here. */
export function PlainPage({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Panelroom`
  }, [title])
  return (
    <div className="plain-page">
      <header>
        <Wordmark />
      </header>
      <main className="plain-page-words">
        <h1 className="t-title">{title}</h1>
        {children}
      </main>
    </div>
  )
}
