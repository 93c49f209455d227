import { type FormEvent, useId, useRef, useState } from 'react'
import type { ReadingDocument } from '../../shared/application/reading.ts'
import type { Cited } from '../../shared/form/cited.ts'
import { setCited, type Place } from '../../shared/form/edits.ts'
import type { FormRecord } from '../../shared/form/form-record.ts'
import { citedPages, type CitedPage } from '../../shared/print/cited-words.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { FieldSentence } from '../ui/field-sentence.tsx'
import { Icon } from '../ui/icon.tsx'
import { Select } from '../ui/select.tsx'
import { pageAsked } from './page-asked.ts'
import './pages-cited.css'

interface PagesCitedProps {
  readonly criterion: string
  readonly record: FormRecord
  readonly place: Place
  readonly readOnly: boolean
  /** Of the application, in order; none until they are known. */
  readonly documents: readonly ReadingDocument[]
  /** Opens a page beside the form. */
  readonly onOpen: (cited: Cited) => void
}

/** The pages that a criterion's comments rest on: each leads to its page, can be taken off, and more can be typed. */
export function PagesCited({ criterion, record, place, readOnly, documents, onOpen }: PagesCitedProps) {
  const pages = citedPages(record.pages?.[criterion] ?? [], documents)
  const number = useRef<HTMLInputElement>(null)
  const title = useId()
  if (readOnly && pages.length === 0) return null

  function remove({ cited, words }: CitedPage): void {
    setCited(place, criterion, cited, false)
    announce(`${words} is no longer cited.`)
    number.current?.focus({ preventScroll: true })
  }

  return (
    <section className="pages-cited" aria-labelledby={title}>
      <h2 className="field-label" id={title}>
        Pages cited for {criterion}
      </h2>
      <div className="pages-cited-line">
        {pages.length > 0 && (
          <ul className="pages-cited-list">
            {pages.map((page) => (
              <li key={page.key} className="cited-page">
                <button
                  type="button"
                  className="cited-page-open"
                  aria-label={`Open ${page.words}`}
                  onClick={() => onOpen(page.cited)}
                >
                  {page.words}
                </button>
                {!readOnly && (
                  <button
                    type="button"
                    className="cited-page-remove"
                    aria-label={`Do not cite ${page.words}`}
                    onClick={() => remove(page)}
                  >
                    <Icon name="close" size="small" />
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
        {!readOnly && documents.length > 0 && (
          <CiteAPage criterion={criterion} place={place} documents={documents} number={number} />
        )}
      </div>
    </section>
  )
}

interface CiteAPageProps extends Pick<PagesCitedProps, 'criterion' | 'place' | 'documents'> {
  readonly number: React.RefObject<HTMLInputElement | null>
}

function CiteAPage({ criterion, place, documents, number }: CiteAPageProps) {
  const [chosen, setChosen] = useState(documents[0]?.id ?? '')
  const [fault, setFault] = useState<string | null>(null)
  const id = useId()
  const document = documents.find((candidate) => candidate.id === chosen) ?? documents[0]

  function cite(event: FormEvent): void {
    event.preventDefault()
    const field = number.current
    if (!field || !document) return
    const asked = pageAsked(field.value, document)
    if (typeof asked === 'string') {
      setFault(asked)
      field.focus()
      return
    }
    setFault(null)
    setCited(place, criterion, asked, true)
    field.value = ''
    announce(`p. ${asked.page} is cited.`)
  }

  return (
    <form className="cite-a-page" onSubmit={cite}>
      {documents.length > 1 && (
        <Select
          label="Document"
          hiddenLabel
          value={document?.id ?? ''}
          options={documents.map((each) => ({ value: each.id, label: each.title }))}
          onChange={setChosen}
        />
      )}
      <label className="visually-hidden" htmlFor={id}>
        Cite a page
      </label>
      <input
        ref={number}
        id={id}
        className="field-entry cite-a-page-number"
        inputMode="numeric"
        autoComplete="off"
        maxLength={9}
        placeholder="Page"
        aria-invalid={fault !== null || undefined}
        aria-describedby={fault === null ? undefined : `${id}-fault`}
        onInput={() => setFault(null)}
      />
      <Button type="submit" kind="quiet" size="small">
        Cite a page
      </Button>
      {fault !== null && (
        <FieldSentence id={`${id}-fault`} kind="fault">
          {fault}
        </FieldSentence>
      )}
    </form>
  )
}
