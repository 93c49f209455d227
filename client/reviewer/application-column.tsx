import { useDeferredValue, useState } from 'react'
import { useApplication, type ApplicationDigest } from '../live/read.ts'
import { Button } from '../ui/button.tsx'
import { Column } from '../ui/columns.tsx'
import { Empty } from '../ui/empty.tsx'
import { TextField } from '../ui/text-field.tsx'
import { DigestBlocks } from './digest-blocks.tsx'
import { itemInSentence } from './field-words.ts'
import { SearchResults } from './search-results.tsx'
import './application-column.css'

interface ApplicationColumnProps {
  readonly application: string
  /** The criterion or priority whose part is opened; null for the first. */
  readonly part: string | null
}

/** The application, opened where it answers the current criterion. One can turn on from there, or search all of it. */
export function ApplicationColumn({ application, part }: ApplicationColumnProps) {
  const reading = useApplication(application)
  const [query, setQuery] = useState('')
  // Turning on holds for the row one is at; the next row opens its own part.
  const [turned, setTurned] = useState<{ readonly from: string | null; readonly to: string } | null>(null)
  const asked = useDeferredValue(query.trim())
  const shown = turned?.from === part ? turned.to : part

  const tools = (
    <div className="application-tools">
      <strong>Application</strong>
      <TextField
        label="Search all of the application"
        hiddenLabel
        icon="search"
        type="search"
        placeholder="Search all of it"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
    </div>
  )
  return (
    <Column kind="read" label="Application" head={tools} key={shown}>
      {reading.is === 'reading' && <p className="third">Reading the application.</p>}
      {reading.is === 'failed' && (
        <Empty title={reading.sentence} sentence="Your form works without it.">
          <Button onClick={reading.again}>Try again</Button>
        </Empty>
      )}
      {reading.is === 'read' &&
        (asked.length > 1 ? (
          <SearchResults
            digest={reading.value}
            query={asked}
            onChoose={(to) => {
              setTurned({ from: part, to })
              setQuery('')
            }}
          />
        ) : (
          <Part
            digest={reading.value}
            shown={shown}
            asked={part}
            onTurn={(to) => setTurned({ from: part, to })}
          />
        ))}
    </Column>
  )
}

interface PartProps {
  readonly digest: ApplicationDigest
  readonly shown: string | null
  readonly asked: string | null
  readonly onTurn: (part: string) => void
}

function Part({ digest, shown, asked, onTurn }: PartProps) {
  const at = Math.max(
    0,
    digest.parts.findIndex(({ id }) => id === shown),
  )
  const part = digest.parts[at]
  if (!part) return <Empty title="This application has no text here." sentence="Staff can add it." />
  const turn = (by: number, label: string, icon: 'chevron-left' | 'chevron-right') => {
    const to = digest.parts[at + by]
    return to ? (
      <Button
        kind="quiet"
        size="small"
        icon={icon}
        aria-label={`${label}: ${itemInSentence(to.id)}`}
        onClick={() => onTurn(to.id)}
      >
        {null}
      </Button>
    ) : null
  }
  return (
    <article className="application-part">
      <header className="application-where">
        <p>
          <strong>
            {part.id === asked
              ? `Where ${itemInSentence(asked)} is answered`
              : `The part on ${itemInSentence(part.id)}`}
          </strong>
          {part.id !== asked && asked !== null && (
            <>
              {' '}
              <button type="button" className="link" data-look="text" onClick={() => onTurn(asked)}>
                Back to {itemInSentence(asked)}
              </button>
            </>
          )}
        </p>
        <span className="application-turns">
          {turn(-1, 'Part before', 'chevron-left')}
          {turn(1, 'Next part', 'chevron-right')}
        </span>
      </header>
      <h2 className="application-title">{part.title}</h2>
      <DigestBlocks blocks={part.blocks} />
      <footer className="application-about t-least">
        {digest.document}, {digest.phase}. {digest.about}
      </footer>
    </article>
  )
}
