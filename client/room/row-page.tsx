import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import type { Cited } from '../../shared/form/cited.ts'
import { findRow, type Row } from '../../shared/rubric/rubric.ts'
import { moreIsBetter } from '../../shared/rubric/shown-points.ts'
import { onlyExplains, reachInWords, shownReach } from '../../shared/rubric/told-points.ts'
import { ScoreStrip } from '../charts/score-strip.tsx'
import { useApplication } from '../live/read.ts'
import { Answers } from '../reviewer/answers.tsx'
import { RowWording } from '../reviewer/row-wording.tsx'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Column, Columns } from '../ui/columns.tsx'
import { Empty } from '../ui/empty.tsx'
import { Flag } from '../ui/flag.tsx'
import { BoxesCompared } from './boxes-compared.tsx'
import { CommentColumns } from './comment-columns.tsx'
import { HandButton, useHand } from './discussion/hand-button.tsx'
import { Disclosure } from './disclosure.tsx'
import { PagesStrip } from './evidence/pages-strip.tsx'
import { ReadingBeside, useBeside } from './evidence/reading-beside.tsx'
import type { OpenRoom } from './open-room.tsx'
import { RowPager } from './row-pager.tsx'
import { rememberListed } from './row-order.ts'
import { rowScores, type RowScores } from './row-scores.ts'
import { apartSentence, awaySentence, beforeSentence, stripPoints } from './score-words.ts'
import { Thread } from './thread/thread.tsx'
import { useNarrow } from './use-narrow.ts'
import { useRising } from './use-rising.ts'
import { YourComments } from './your-comments.tsx'
import { SummaryLink } from './summary/summary-link.tsx'
import { YourScore } from './your-score.tsx'
import './row-page.css'

/** One row as the panel has scored it: the strip, what each wrote, why scores moved, and one's own column to change. */
export function RowPage({ room, item }: { room: OpenRoom; item: string }) {
  const row = findRow(room.rubric, item)
  if (!row) {
    return (
      <Columns layout="single">
        <Column kind="read" label="Row">
          <Empty title={`The rubric has no row ${item}.`} sentence="All rows stand in the panel room." />
        </Column>
      </Columns>
    )
  }
  return <KnownRow room={room} row={row} />
}

function KnownRow({ room, row }: { room: OpenRoom; row: Row }) {
  const { review, rubric, columns, document, mine } = room
  const scores = rowScores(rubric, row, columns, room.view.competition.rules.flags)
  const page = useRef<HTMLDivElement>(null)
  const work = useRef<HTMLElement>(null)
  useEffect(() => rememberListed(review.id, { last: row.id }), [review.id, row.id])
  useArrival(scores, page)
  const beside = useBeside()
  const { id, edition } = review.application
  const application = useApplication(id, edition)
  const documents = application.is === 'read' ? application.value.documents : []
  const hand = useHand(review)
  const openPage = (cited: Cited): void => beside.open({ cited })

  return (
    <div className="row-page" ref={page} data-beside={beside.wanted ? true : undefined}>
      <Columns layout={beside.wanted ? 'halves' : mine || review.discussion ? 'room' : 'single'}>
        <Column kind="read" label="The panel’s scores" head={<RowPager room={room} row={row.id} />}>
          <article className="room-row">
            <RowHead scores={scores} summary={<SummaryLink room={room} criterion={scores.criterion.id} />} />
            <Disclosure summary={`What ${row.id} asks`}>
              <RowWording rubric={rubric} row={row} />
            </Disclosure>
            <Answers item={row.id} />
            <RowStrip key={row.id} review={room.review} scores={scores} />
            <BoxesCompared row={row} columns={columns} onLookUp={(element) => beside.open({ element })} />
            <PagesStrip
              criterion={scores.criterion.id}
              columns={columns}
              documents={documents}
              flagged={scores.found?.flag != null}
              onOpen={openPage}
            />
            <CommentColumns
              columns={columns}
              scores={scores}
              documents={documents}
              onOpenPage={openPage}
              review={review}
            />
          </article>
        </Column>
        {beside.wanted && (
          <ReadingBeside room={room} row={row.id} wanted={beside.wanted} onClose={beside.close} />
        )}
        {!beside.wanted && (mine || review.discussion) && (
          <Column
            kind="do"
            label={mine ? 'Your column' : 'What the panel writes'}
            ground={mine ? 'sheet' : 'inset'}
            foot={
              mine?.writable && (
                <>
                  {hand && <HandButton hand={hand} />}
                  <Button kind="primary" wide onClick={() => goToField(work.current)}>
                    Change my score
                  </Button>
                </>
              )
            }
          >
            <div className="row-side" key={`${document.copy} ${row.id}`}>
              {mine && <YourScore ref={work} room={room} mine={mine} scores={scores} />}
              {review.discussion && <Thread review={review} row={row.id} />}
              {mine && (
                <YourComments
                  room={room}
                  mine={mine}
                  scores={scores}
                  documents={documents}
                  onOpenPage={openPage}
                />
              )}
            </div>
          </Column>
        )}
      </Columns>
    </div>
  )
}

function RowHead({ scores, summary }: { scores: RowScores; summary: ReactNode }) {
  const { rubric, row, criterion, found, label } = scores
  const worth = moreIsBetter(rubric) ? `${shownReach(rubric, row)} points` : reachInWords(rubric, row)
  return (
    <header className="room-row-head">
      <p className="room-row-where">
        <span>{row.id}</span> {row.id === criterion.id ? worth : `in ${criterion.id} ${criterion.title}`}
        {criterion.counted === false && `, ${onlyExplains}`} {summary}
      </p>
      <h1 className="t-title">{row.title}</h1>
      <div className="room-row-apart">
        {found?.flag && (
          <p className="room-row-flags">
            <Flag kind={found.flag} />
            {label === 'one differs' && <Flag kind="one-differs" />}
          </p>
        )}
        <p>
          <span className="room-row-now">{apartSentence(scores)}</span> {beforeSentence(scores)}
        </p>
        <p>{awaySentence(scores)}</p>
      </div>
    </header>
  )
}

function RowStrip({ review, scores }: { review: OpenRoom['review']; scores: RowScores }) {
  const { rubric, row, found } = scores
  const rising = useRising(review)
  const narrow = useNarrow()
  return (
    <ScoreStrip
      label={row.id}
      rubric={rubric}
      row={row}
      flag={found?.flag ?? undefined}
      {...(narrow ? {} : stripPoints(scores))}
      rising={rising}
      scores={scores.scores.flatMap(({ seat, points, attested, yours, excused }) =>
        points === null || excused ? [] : [{ reviewer: seat, points, was: attested ?? undefined, yours }],
      )}
    />
  )
}

/** Each row is read from its top. Going from row to row leaves the focus where it is, so the row that came is said. */
function useArrival(scores: RowScores, page: RefObject<HTMLElement | null>): void {
  const { row } = scores
  const before = useRef<string | null>(null)
  useEffect(() => {
    if (before.current === row.id) return
    if (before.current !== null) announce(`${row.id}, ${row.title}. ${apartSentence(scores)}`)
    before.current = row.id
    for (const column of page.current?.querySelectorAll('.column-body') ?? []) column.scrollTo(0, 0)
    page.current?.closest('main')?.scrollTo(0, 0)
  })
}

function goToField(section: HTMLElement | null): void {
  section?.scrollIntoView({ block: 'start' })
  section?.querySelector<HTMLElement>('input:not([readonly])')?.focus({ preventScroll: true })
}
