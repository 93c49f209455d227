import { useEffect, useState } from 'react'
import type { DocumentText } from '../../shared/application/document-text.ts'
import { pageAt } from '../../shared/application/pages-of-text.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { itemInSentence } from '../reviewer/field-words.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { itemAlone, pageName } from './parts.ts'
import { around, groupHits, type Hit, type HitGroup } from './search-hits.ts'
import { shortestQuery } from './search-index.ts'
import type { Search } from './use-search.ts'
import './search-panel.css'

interface SearchPanelProps {
  readonly search: Search
  readonly rubric: Rubric
  readonly textOf: (document: string) => DocumentText | null
  readonly titleOf: (document: string) => string
}

/** What a search has found, by criterion; each opens to the words around its hits. */
export function SearchPanel({ search, rubric, textOf, titleOf }: SearchPanelProps) {
  const { hits, current, goTo } = search
  const [opened, setOpened] = useState<ReadonlySet<string | null>>(new Set())
  const items = [
    ...rubric.criteria.map(({ id, short }) => ({ id, title: short })),
    ...rubric.priorities.map(({ id, title }) => ({ id, title })),
  ]
  const groups = groupHits(
    hits,
    items.map(({ id }) => id),
  )
  const at = hits[current]
  const words = wordsFor(search)
  const toggle = ({ item, hits: own }: HitGroup): void => {
    const shut = new Set(opened)
    if (shut.delete(item)) return setOpened(shut)
    setOpened(new Set([...opened, item]))
    if (!own.includes(current)) goTo(own[0] ?? 0)
  }
  return (
    <div className="search-panel">
      <Spoken words={at ? `${words} ${placeInWords(at, current, hits.length, textOf)}` : words} />
      <div className="search-line">
        <p aria-hidden>
          <strong>{words}</strong>{' '}
          {at && <span className="second">{placeInWords(at, current, hits.length, textOf)}</span>}
        </p>
        {hits.length > 0 && (
          <span className="search-turns">
            <Button
              kind="quiet"
              size="small"
              icon="chevron-up"
              aria-label="Hit before"
              title="Shift+F3"
              onClick={() => goTo(current - 1)}
            >
              {null}
            </Button>
            <Button
              kind="quiet"
              size="small"
              icon="chevron-down"
              aria-label="Next hit"
              title="F3"
              onClick={() => goTo(current + 1)}
            >
              {null}
            </Button>
          </span>
        )}
      </div>
      {groups.length > 0 && (
        <ul className="search-groups">
          {groups.map((group) => (
            <li key={group.item}>
              <button
                type="button"
                className="search-group"
                aria-expanded={opened.has(group.item)}
                aria-current={at?.item === group.item || undefined}
                onClick={() => toggle(group)}
              >
                <Icon name={opened.has(group.item) ? 'chevron-down' : 'chevron-right'} size="small" />
                <span className="search-item">{group.item === null ? '' : itemAlone(group.item)}</span>
                <span className="search-title">
                  {items.find(({ id }) => id === group.item)?.title ?? 'Outside of the parts'}
                </span>
                <span className="num">{group.hits.length.toLocaleString('en-US')}</span>
              </button>
              {opened.has(group.item) && (
                <Places group={group} search={search} textOf={textOf} titleOf={titleOf} />
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** How many hits of a part are listed, and how many more when more are asked for. */
const listedAtOnce = 40

interface PlacesProps extends Pick<SearchPanelProps, 'search' | 'textOf' | 'titleOf'> {
  readonly group: HitGroup
}

function Places({ group, search, textOf, titleOf }: PlacesProps) {
  const [most, setMost] = useState(listedAtOnce)
  const rest = group.hits.length - most
  return (
    <ol className="search-places">
      {group.hits.slice(0, most).map((number) => {
        const hit = search.hits[number]
        const text = hit && textOf(hit.document)
        if (!hit || !text) return null
        const { before, hit: words, after } = around(text.text, hit)
        return (
          <li key={number}>
            <button
              type="button"
              className="search-place"
              aria-current={number === search.current || undefined}
              onClick={() => search.goTo(number)}
            >
              <span className="t-least">
                {titleOf(hit.document)}, page {pageName(text, pageAt(text, hit.start))}
              </span>
              <span className="search-words">
                {before}
                <strong>{words}</strong>
                {after}
              </span>
            </button>
          </li>
        )
      })}
      {rest > 0 && (
        <li>
          <Button kind="quiet" size="small" onClick={() => setMost(most + listedAtOnce)}>
            {rest === 1 ? 'One more place' : `${rest} more places`}
          </Button>
        </li>
      )}
    </ol>
  )
}

/** Said to screen readers once somebody pauses, not at every letter. */
function Spoken({ words }: { words: string }) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words), 500)
    return () => clearTimeout(timer)
  }, [words])
  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  )
}

function wordsFor({ query, hits, complete }: Search): string {
  if (query.trim().length < shortestQuery) return 'Type two letters or more.'
  const count = hits.length === 1 ? '1 place' : `${hits.length.toLocaleString('en-US')} places`
  if (!complete) return `${count} so far.`
  return hits.length === 0 ? 'These words stand nowhere in it.' : `${count}.`
}

function placeInWords(hit: Hit, current: number, of: number, textOf: SearchPanelProps['textOf']): string {
  const text = textOf(hit.document)
  const page = text ? `, page ${pageName(text, pageAt(text, hit.start))}` : ''
  const where = hit.item === null ? 'outside of the parts' : `in ${itemInSentence(hit.item)}`
  return `${current + 1} of ${of.toLocaleString('en-US')}, ${where}${page}`
}
