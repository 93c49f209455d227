import type { ReactNode } from 'react'
import type { NoticePage } from '../../shared/notice/notice-page.ts'
import type { Span } from '../../shared/notice/words.ts'
import { later } from '../reviewer/later.ts'
import { useNotice } from './use-notice.ts'
import { wordsOfItem, type CriteriaOf } from './words-of-item.ts'
import './item-wording.css'

interface ItemWordingProps {
  readonly rubric: CriteriaOf
  /** The row, criterion or priority. */
  readonly item: string
  /** The rubric's own summary of it, shown where the notice's words are not there. */
  readonly summary: ReactNode
  /** What the rubric knows of the evidence, shown where the notice's is not there. */
  readonly evidence?: ReactNode
  /** Stands between the wording and what opens below it. */
  readonly children?: ReactNode
}

/**
 * What is asked, in the notice's own words once staff have confirmed them: the passage with its criterion's lead-in, guidance and
 * evidence one step away. Where there is no passage it is a summary, and says so.
 */
export function ItemWording({ rubric, item, summary, evidence, children }: ItemWordingProps) {
  const reading = useNotice()
  if (reading?.is === 'reading') return <p className="third">Reading the notice.</p>
  const notice = reading?.is === 'read' ? reading.value : null
  const words = notice?.words ? wordsOfItem(notice.words, rubric, item) : null
  const asked = reading?.is === 'failed' ? `${reading.sentence} ` : ''
  const why = words ? noPassage : notAttached
  return (
    <div className="item-wording">
      {notice && words && words.passages.length > 0 ? (
        <Passages notice={notice} leadIn={words.leadIn} passages={words.passages} />
      ) : (
        <div>
          <p className="item-wording-kind">
            {asked}
            {why}
          </p>
          {summary}
        </div>
      )}
      {children}
      {notice && words && words.passages.length === 0 && (
        <Opened notice={notice} summary="What the notice says of its criterion" spans={words.leadIn} />
      )}
      {notice && words && (
        <Opened notice={notice} summary="The notice’s guidance for reviewers" spans={words.guidance} />
      )}
      {notice && words && words.evidence.length > 0 ? (
        <Opened notice={notice} summary="The evidence that the notice asks for" spans={words.evidence} />
      ) : (
        evidence
      )}
    </div>
  )
}

const notAttached = 'A summary. The notice’s own words are not attached.'
const noPassage = 'A summary: no passage of the notice is given for it.'

interface PassagesProps {
  readonly notice: NoticePage
  readonly leadIn: readonly Span[]
  readonly passages: readonly Span[]
}

function Passages({ notice, leadIn, passages }: PassagesProps) {
  return (
    <div className="item-wording-passages">
      <p className="item-wording-kind">The notice’s own words</p>
      {leadIn.length > 0 && (
        <div className="item-wording-lead">
          <Spans notice={notice} spans={leadIn} />
        </div>
      )}
      <Spans notice={notice} spans={passages} />
    </div>
  )
}

// Not needed for a first row before a notice is confirmed.
const noticeSpan = later(async () => (await import('./notice-span.tsx')).NoticeSpan)

function Spans({ notice, spans }: { readonly notice: NoticePage; readonly spans: readonly Span[] }) {
  const NoticeSpan = noticeSpan.use()
  if (!NoticeSpan) return <p className="third">Reading the notice.</p>
  return spans.map((span) => (
    <NoticeSpan key={`${span.document} ${span.start}`} notice={notice} span={span} terms />
  ))
}

interface OpenedProps {
  readonly notice: NoticePage
  readonly summary: string
  readonly spans: readonly Span[]
}

function Opened({ notice, summary, spans }: OpenedProps) {
  if (spans.length === 0) return null
  return (
    <details className="item-wording-more">
      <summary>{summary}</summary>
      <Spans notice={notice} spans={spans} />
    </details>
  )
}
