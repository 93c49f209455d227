import { memo, type PointerEvent, type ReactNode } from 'react'
import type { DocumentText } from '../../shared/application/document-text.ts'
import type { Place } from '../../shared/application/places.ts'
import { PageNumber, TextBlocks } from '../reading/text-blocks.tsx'
import { BorderHandle } from './border-handle.tsx'
import type { Step } from './bordered-text.tsx'
import type { Border } from './borders.ts'
import { together, type PageOfPieces, type Piece } from './stops.ts'

export interface Handles {
  readonly text: DocumentText
  readonly stops: readonly number[]
  readonly locked: boolean
  readonly onStep: (border: Border, by: Step) => void
  readonly onGrab: (border: Border, event: PointerEvent) => void
  readonly onFocus: (border: Border) => void
}

interface BorderedPageProps extends Handles {
  readonly page: PageOfPieces
  /** Those that stand on this page. */
  readonly borders: readonly Border[]
  /** The part that one is at, where it reaches onto this page. */
  readonly own: Place | null
}

/** One page of the text with its borders; drawn again only when something on it has changed. */
export const BorderedPage = memo(function BorderedPage(props: BorderedPageProps) {
  const { page, borders, own, ...handles } = props
  const { text } = handles
  const segments = segmentsOf(page.pieces, borders)
  return (
    <section className="bordered-page" data-page={page.page}>
      {segments.map(({ border, pieces }, index) => {
        const start = pieces[0]?.start ?? 0
        return [
          border && <BorderHandle key={`border ${keyOf(border)}`} border={border} {...handles} />,
          pieces.length > 0 && (
            <Segment
              key={start}
              text={text}
              pieces={pieces}
              own={own !== null && own.start <= start && start < own.end}
              number={index === 0 && page.numbered ? <PageNumber text={text} page={page.page} /> : null}
            />
          ),
        ]
      })}
    </section>
  )
}, sameOnPage)

interface SegmentProps {
  readonly text: DocumentText
  readonly pieces: readonly Piece[]
  readonly own: boolean
  readonly number: ReactNode
}

function Segment({ text, pieces, own, number }: SegmentProps) {
  return (
    <div className="text-page" data-filled data-own={own || undefined}>
      {number}
      <TextBlocks text={text} drawn={together(pieces)} />
    </div>
  )
}

interface SegmentOf {
  readonly border: Border | null
  readonly pieces: readonly Piece[]
}

/** What stands between borders. */
function segmentsOf(pieces: readonly Piece[], borders: readonly Border[]): readonly SegmentOf[] {
  const segments: { border: Border | null; pieces: Piece[] }[] = [{ border: null, pieces: [] }]
  for (const piece of pieces) {
    const border = borders.find(({ at }) => at === piece.start)
    if (border) segments.push({ border, pieces: [] })
    segments.at(-1)?.pieces.push(piece)
  }
  return segments.filter((segment) => segment.border !== null || segment.pieces.length > 0)
}

function keyOf({ ends, begins }: Border): string {
  return `${ends.join(' ')}|${begins.join(' ')}`
}

function sameOnPage(before: BorderedPageProps, after: BorderedPageProps): boolean {
  return (
    before.page === after.page &&
    before.text === after.text &&
    before.stops === after.stops &&
    before.locked === after.locked &&
    before.own?.start === after.own?.start &&
    before.own?.end === after.own?.end &&
    before.borders.length === after.borders.length &&
    before.borders.every((border, at) => {
      const other = after.borders[at]
      return other !== undefined && border.at === other.at && keyOf(border) === keyOf(other)
    })
  )
}
