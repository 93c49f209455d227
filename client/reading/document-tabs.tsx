import { type KeyboardEvent, useId, useRef } from 'react'
import type { ReadingDocument } from '../../shared/application/reading.ts'
import { Select } from '../ui/select.tsx'
import './document-tabs.css'

interface DocumentTabsProps {
  readonly documents: readonly ReadingDocument[]
  readonly shown: string
  readonly onShow: (document: string) => void
}

/** How many letters of titles have room side by side; beyond them the documents are a list. */
const roomForTitles = 26

/** Which of an application's documents is read. The arrow keys go from one to the next. */
export function DocumentTabs({ documents, shown, onShow }: DocumentTabsProps) {
  const tabs = useRef<HTMLDivElement>(null)
  const name = useId()
  const letters = documents.reduce((sum, { title }) => sum + title.length + 2, 0)
  if (letters > roomForTitles || documents.length > 4) {
    return (
      <Select
        label="Document"
        hiddenLabel
        look="quiet"
        value={shown}
        options={documents.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={onShow}
      />
    )
  }

  function onKeyDown(event: KeyboardEvent): void {
    const at = documents.findIndex(({ id }) => id === shown)
    const to = goingTo(event.key, at, documents.length)
    const document = to === null ? undefined : documents[to]
    if (to === null || !document) return
    event.preventDefault()
    onShow(document.id)
    tabs.current?.querySelectorAll<HTMLElement>('[role=tab]')[to]?.focus()
  }

  return (
    <div className="document-tabs" role="tablist" aria-label="Documents" ref={tabs} onKeyDown={onKeyDown}>
      {documents.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`${name}-${id}`}
          className="document-tab"
          aria-selected={id === shown}
          tabIndex={id === shown ? 0 : -1}
          onClick={() => onShow(id)}
        >
          {title}
        </button>
      ))}
    </div>
  )
}

function goingTo(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count
    case 'ArrowLeft':
      return (at - 1 + count) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
