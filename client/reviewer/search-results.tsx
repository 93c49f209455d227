import type { ApplicationDigest, DigestBlock } from '../live/read.ts'
import { Empty } from '../ui/empty.tsx'
import './search-results.css'

interface SearchResultsProps {
  readonly digest: ApplicationDigest
  readonly query: string
  readonly onChoose: (part: string) => void
}

/** Every place in the application where the words stand, in its own order. */
export function SearchResults({ digest, query, onChoose }: SearchResultsProps) {
  const found = digest.parts.flatMap(({ id, title, blocks }) =>
    blocks.flatMap((block) => placesIn(wordsOf(block), query).map((around) => ({ id, title, around }))),
  )
  if (found.length === 0) {
    return (
      <Empty
        title={`“${query}” stands nowhere in it.`}
        sentence="The words are looked for as you typed them."
      />
    )
  }
  return (
    <>
      <p className="t-small second" role="status">
        {found.length === 1 ? '1 place' : `${found.length} places`}
      </p>
      <ol className="search-results">
        {found.map(({ id, title, around }, index) => (
          <li key={index}>
            <button type="button" className="search-result" onClick={() => onChoose(id)}>
              <span className="t-small">
                <strong>{id}</strong> {title}
              </span>
              <span className="search-result-text">
                {around.before}
                <strong>{around.hit}</strong>
                {around.after}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </>
  )
}

interface Around {
  readonly before: string
  readonly hit: string
  readonly after: string
}

const reach = 60

function placesIn(text: string, query: string): readonly Around[] {
  const low = text.toLowerCase()
  const sought = query.toLowerCase()
  const places: Around[] = []
  for (let at = low.indexOf(sought); at >= 0; at = low.indexOf(sought, at + sought.length)) {
    const end = at + sought.length
    const before = text.slice(Math.max(0, at - reach), at)
    const after = text.slice(end, end + reach)
    // Cut between words.
    places.push({
      before: at > reach ? `… ${before.replace(/^\S*\s/, '')}` : before,
      hit: text.slice(at, end),
      after: end + reach < text.length ? `${after.replace(/\s\S*$/, '')} …` : after,
    })
  }
  return places
}

function wordsOf(block: DigestBlock): string {
  if (block.kind !== 'table') return block.text
  return [block.caption, block.head.join(' · '), ...block.rows.map((row) => row.join(' · '))].join('. ')
}
