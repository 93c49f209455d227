import { useEffect, useRef, useState } from 'react'
import { documentKinds } from '../../shared/application/document.ts'
import type { ReadingDocument } from '../../shared/application/reading.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'
import { Select } from '../ui/select.tsx'
import { kindWords, typeWords } from './document-words.ts'
import { TitleField } from './title-field.tsx'

interface DocumentRowProps {
  readonly document: ReadingDocument
  readonly at: number
  readonly of: number
  readonly application: string
  readonly locked: boolean
  readonly onMove: (by: 1 | -1) => void
  readonly onChange: (to: Partial<Pick<ReadingDocument, 'title' | 'kind'>>) => void
  readonly onRemove: () => void
}

/** One document with what can be done with it. */
export function DocumentRow(props: DocumentRowProps) {
  const { document, at, of, application, locked, onMove, onChange, onRemove } = props
  const { id, title, kind, type, pages, ownPages } = document
  const [naming, setNaming] = useState(false)
  const rename = useRef<HTMLButtonElement>(null)
  const named = useRef(false)
  useEffect(() => {
    if (naming || !named.current) return
    named.current = false
    rename.current?.focus()
  }, [naming])

  return (
    <tr className="document-row" data-document={id}>
      <td className="document-order">
        <span className="document-number">{at + 1}</span>
        {!locked && of > 1 && (
          <span className="document-moves">
            <MoveButton by={-1} title={title} to={at} ends={at === 0} onMove={onMove} />
            <MoveButton by={1} title={title} to={at + 2} ends={at === of - 1} onMove={onMove} />
          </span>
        )}
      </td>
      <th scope="row" className="document-title">
        {naming ? (
          <TitleField
            title={title}
            onKeep={(kept) => {
              named.current = true
              setNaming(false)
              if (kept !== null && kept !== title) onChange({ title: kept })
            }}
          />
        ) : (
          title
        )}
      </th>
      <td className="document-kind">
        {locked ? (
          kindWords[kind]
        ) : (
          <Select
            label={`Kind of ${title}`}
            hiddenLabel
            look="quiet"
            value={kind}
            options={documentKinds.map((value) => ({ value, label: kindWords[value] }))}
            onChange={(chosen) => onChange({ kind: chosen })}
          />
        )}
      </td>
      <td className="document-file">
        {type === 'digest' ? (
          typeWords[type]
        ) : (
          <Link
            href={`/api/applications/${encodeURIComponent(application)}/documents/${id}/file`}
            target="_blank"
            rel="noopener"
          >
            {typeWords[type]}
            <span className="visually-hidden"> file of {title}, in a new tab</span>
          </Link>
        )}
      </td>
      <td className="num document-pages" data-unit={pages === 1 ? 'page' : 'pages'}>
        {!ownPages && (
          <span
            className="document-about"
            title="The file has no pages of its own: a page is about 3,000 characters."
          >
            about{' '}
          </span>
        )}
        {pages}
      </td>
      {!locked && (
        <td className="document-actions">
          {!naming && (
            <Button
              ref={rename}
              kind="quiet"
              size="small"
              aria-label={`Rename ${title}`}
              onClick={() => setNaming(true)}
            >
              Rename
            </Button>
          )}
          <Button kind="quiet" size="small" aria-label={`Remove ${title}`} onClick={onRemove}>
            Remove
          </Button>
        </td>
      )}
    </tr>
  )
}

interface MoveButtonProps {
  readonly by: 1 | -1
  readonly title: string
  /** Its number after the move. */
  readonly to: number
  readonly ends: boolean
  readonly onMove: (by: 1 | -1) => void
}

/** At either end it keeps the focus and does nothing, so that one can go on with the keyboard. */
function MoveButton({ by, title, to, ends, onMove }: MoveButtonProps) {
  const words = by < 0 ? 'up' : 'down'
  return (
    <button
      type="button"
      className="document-move"
      data-by={by}
      aria-label={ends ? `Move ${title} ${words}` : `Move ${title} ${words}, to ${to}`}
      aria-disabled={ends || undefined}
      onClick={() => {
        if (!ends) onMove(by)
      }}
    >
      <Icon name={by < 0 ? 'chevron-up' : 'chevron-down'} size="small" />
    </button>
  )
}
