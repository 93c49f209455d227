import { Fragment, useMemo } from 'react'
import type { DocumentText } from '../../shared/application/document-text.ts'
import type { NoticePage } from '../../shared/notice/notice-page.ts'
import { termsIn, type TermPlace } from '../../shared/notice/terms-in.ts'
import type { Span } from '../../shared/notice/words.ts'
import type { Passage } from '../reading/passages.ts'
import { TextTable } from '../reading/text-table.tsx'
import { Button } from '../ui/button.tsx'
import { DefinedTerm } from './defined-term.tsx'
import { spanBlocks, type SpanBlock } from './span-blocks.ts'
import { useNoticeText } from './use-notice.ts'
import './notice-span.css'

interface NoticeSpanProps {
  readonly notice: NoticePage
  readonly span: Span
  /** Whether defined terms open their definitions; a definition's own words do not. */
  readonly terms?: boolean | undefined
}

/** A part of the notice, word for word, with its defined terms. */
export function NoticeSpan({ notice, span, terms = false }: NoticeSpanProps) {
  const document = notice.documents.find(({ id }) => id === span.document)
  const reading = useNoticeText(document?.id ?? null, document?.text ?? null)
  if (reading.is === 'reading') return <p className="third">Reading the notice.</p>
  if (reading.is === 'failed')
    return (
      <p className="third">
        {reading.sentence}{' '}
        <Button size="small" onClick={reading.again}>
          Try again
        </Button>
      </p>
    )
  return <SpanText notice={notice} text={reading.value} span={span} terms={terms} />
}

function SpanText({
  notice,
  text,
  span: { document, start, end },
  terms,
}: NoticeSpanProps & { readonly text: DocumentText }) {
  const blocks = useMemo(() => spanBlocks(text, { start, end }), [text, start, end])
  const definitions = notice.words?.definitions
  const places = useMemo(() => {
    const apart = (definitions ?? []).filter(
      ({ span: own }) => own.document !== document || own.end <= start || own.start >= end,
    )
    return terms
      ? firsts(
          termsIn(
            text.text.slice(start, end),
            apart.map(({ term }) => term),
          ),
          start,
        )
      : []
  }, [terms, definitions, document, text, start, end])
  const words = (passage: Passage) => (
    <Words notice={notice} text={text.text} passage={passage} places={places} />
  )
  return (
    <div className="notice-span">
      {blocks.map((block) => (
        <Block key={block.start} text={text.text} block={block} words={words} />
      ))}
    </div>
  )
}

interface BlockProps {
  readonly text: string
  readonly block: SpanBlock
  readonly words: (passage: Passage) => React.ReactNode
}

function Block({ text, block, words }: BlockProps) {
  switch (block.kind) {
    case 'heading':
      return <div className="notice-span-heading">{words(block)}</div>
    case 'paragraph':
      // A definition that opens in it is no part of a paragraph.
      return <div>{words(block)}</div>
    case 'items':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item.start}>{words(item)}</li>
          ))}
        </ul>
      )
    case 'table':
      return <TextTable text={text} rows={block.rows} />
  }
}

interface WordsProps {
  readonly notice: NoticePage
  readonly text: string
  readonly passage: Passage
  readonly places: readonly TermPlace[]
}

/** Words with the terms among them that open a definition. */
function Words({ notice, text, passage, places }: WordsProps) {
  const own = places.filter(({ start, end }) => start >= passage.start && end <= passage.end)
  const definition = (term: string) => notice.words?.definitions.find((each) => each.term === term)
  return (
    <>
      {own.map((place, at) => {
        const found = definition(place.term)
        const written = text.slice(place.start, place.end)
        return (
          <Fragment key={place.start}>
            {text.slice(own[at - 1]?.end ?? passage.start, place.start)}
            {found ? (
              <DefinedTerm term={found.term} written={written}>
                <NoticeSpan notice={notice} span={found.span} />
              </DefinedTerm>
            ) : (
              written
            )}
          </Fragment>
        )
      })}
      {text.slice(own.at(-1)?.end ?? passage.start, passage.end)}
    </>
  )
}

/** Each term once, where it stands first: who goes through a page by Tab meets it once. */
function firsts(places: readonly TermPlace[], from: number): readonly TermPlace[] {
  const met = new Set<string>()
  return places.flatMap(({ start, end, term }) => {
    if (met.has(term)) return []
    met.add(term)
    return [{ start: start + from, end: end + from, term }]
  })
}
