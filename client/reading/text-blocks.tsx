import type { DocumentText } from '../../shared/application/document-text.ts'
import { pageName } from './parts.ts'
import type { Drawn, Run } from './text-layout.ts'
import { TextTable } from './text-table.tsx'

/** What stands on a page of a document, each word where `rangesOf` finds it. */
export function TextBlocks({ text, drawn }: { text: DocumentText; drawn: readonly Drawn[] }) {
  return drawn.map((one) => <OneDrawn key={one.key} text={text} one={one} />)
}

function OneDrawn({ text, one }: { text: DocumentText; one: Drawn }) {
  switch (one.kind) {
    case 'border':
      return <p className="reading-border">{one.words}</p>
    case 'heading':
      return <Words text={text} runs={one.runs} as={headingOf(text, one.level)} level={one.level} />
    case 'paragraph':
      return <Words text={text} runs={one.runs} as="p" />
    case 'aside':
      return (
        <div className="text-aside">
          <strong>Not told, or not legible.</strong> <Words text={text} runs={one.runs} as="span" />
        </div>
      )
    case 'items':
      return (
        <ul className="text-items">
          {one.items.map((runs) => (
            <Words
              key={runs[0]?.start}
              text={text}
              runs={runs}
              as="li"
              marked={ownMark.test(text.text.slice(runs[0]?.start, (runs[0]?.start ?? 0) + 12))}
            />
          ))}
        </ul>
      )
    case 'table':
      return <TextTable text={text.text} rows={one.rows} />
  }
}

/** Headings of a document stand under the heading that names it. */
const headings = ['h3', 'h4', 'h5', 'h6', 'h6', 'h6'] as const

const levels = new WeakMap<DocumentText, readonly number[]>()

/** A document that uses some levels only has no gaps between them. */
function headingOf(text: DocumentText, level: number): (typeof headings)[number] {
  const used =
    levels.get(text) ??
    [
      ...new Set(text.blocks.flatMap((block) => (block.kind === 'heading' ? [block.level ?? 1] : []))),
    ].toSorted((left, right) => left - right)
  levels.set(text, used)
  return headings[used.indexOf(level)] ?? 'h6'
}

/** An item that brings its own sign or number. */
const ownMark = /^(\p{Po}|\p{So}|\p{Pd}|[o·]|\(?[\p{L}\d]{1,4}[.)])\s/u

interface WordsProps {
  readonly text: DocumentText
  readonly runs: readonly Run[]
  readonly as: 'p' | 'li' | 'span' | (typeof headings)[number]
  readonly level?: number
  readonly marked?: boolean
}

function Words({ text, runs, as: As, level, marked }: WordsProps) {
  const [first] = runs
  if (!first) return null
  const look = { 'data-level': level, 'data-marked': marked || undefined }
  if (runs.length === 1) {
    return (
      <As data-start={first.start} {...look}>
        {text.text.slice(first.start, first.end)}
      </As>
    )
  }
  return (
    <As {...look}>
      {runs.map((run) => [
        run.page !== null && <PageNumber key={`page ${run.page}`} text={text} page={run.page} />,
        <span key={run.start} data-start={run.start}>
          {text.text.slice(run.start, run.end)}
        </span>,
      ])}
    </As>
  )
}

/** In the margin: the page that begins here. */
export function PageNumber({ text, page }: { text: DocumentText; page: number }) {
  return (
    <span className="page-number">
      <span className="visually-hidden">Page </span>
      {pageName(text, page)}
    </span>
  )
}
