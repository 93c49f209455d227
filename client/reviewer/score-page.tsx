import { useEffect, useMemo, useRef, useState } from 'react'
import type { MineView, ReviewView, View } from '../../shared/competition/view.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { useDocument, type OpenDocument } from '../live/documents.ts'
import { useApplication } from '../live/read.ts'
import { useRecord } from '../live/use-record.ts'
import { goTo, reviewPath } from '../pages.ts'
import { useMarks } from '../reading/marks/use-marks.tsx'
import { ReadingColumn, type ReadingCommands } from '../reading/reading-column.tsx'
import { ReviewFrame } from '../review-frame.tsx'
import { Column, Columns } from '../ui/columns.tsx'
import { Empty } from '../ui/empty.tsx'
import { formAudience } from './form-audience.ts'
import { itemsOf, neighbor, nextIncomplete, nextUnscored } from './form-items.ts'
import { FormTree } from './form-tree.tsx'
import { GoToRow } from './go-to-row.tsx'
import { Hint } from './hint.tsx'
import { ItemPanel } from './item-panel.tsx'
import { useNudge } from './nudge.tsx'
import { readOnlySentence } from './read-only-sentence.ts'
import { Shortcuts, useShortcuts } from './shortcuts.tsx'

interface ScorePageProps {
  readonly view: View
  readonly review: ReviewView
  readonly rubric: Rubric
  /** The row or priority that the address names; null opens the first without points. */
  readonly item: string | null
}

/** The application, the criteria and the current row side by side: where a reviewer spends the day. */
export function ScorePage({ view, review, rubric, item }: ScorePageProps) {
  const { mine } = review
  const open = useDocument(mine?.form.name ?? null)
  const notes = useDocument(mine?.notes.name ?? null)
  const readOnly = readOnlySentence(review, view)
  const nudge = useNudge(review)
  return (
    <ReviewFrame
      view={view}
      review={review}
      document={open}
      beside={notes}
      readOnly={readOnly && `${readOnly} Read only.`}
      who={formAudience(view, review)}
      message={nudge}
    >
      {mine && open?.status.synced ? (
        <Scoring view={view} review={review} rubric={rubric} item={item} mine={mine} open={open} />
      ) : (
        <Opening review={review} rubric={rubric} item={item} open={open} />
      )}
    </ReviewFrame>
  )
}

function Opening({
  review,
  rubric,
  item,
  open,
}: Omit<ScorePageProps, 'view'> & { readonly open: OpenDocument | null }) {
  const gone = open?.status.line === 'stopped'
  return (
    <Columns layout="score">
      {gone ? (
        <ReadingColumn review={review} rubric={rubric} item={item} />
      ) : (
        // What is opened here would be opened once more beside the form, a moment later.
        <Column kind="read" label="Application">
          {null}
        </Column>
      )}
      <Column kind="do" label="Your form">
        {gone ? (
          <Empty
            title="Your form is not open to you."
            sentence={open.stopped?.sentence ?? 'The server closed it.'}
          />
        ) : (
          <Empty title="Opening your form." sentence="It appears as soon as the server has sent it." />
        )}
      </Column>
    </Columns>
  )
}

interface ScoringProps extends ScorePageProps {
  readonly mine: MineView
  readonly open: OpenDocument
}

function Scoring({ view, review, rubric, item, mine, open }: ScoringProps) {
  const record = useRecord(open.doc, rubric)
  const items = itemsOf(rubric)
  const first = items[0] ?? ''
  const named = item !== null && items.includes(item) ? item : null
  const current = named ?? nextUnscored(record, rubric, items.at(-1) ?? first) ?? first
  const path = (id: string): string => reviewPath(review.id, 'score', id)
  const place = { doc: open.doc }
  const writable = mine.form.writable
  const { comments } = view.competition.rules
  const reading = useApplication(review.application.id, review.application.edition)

  const points = useRef<HTMLInputElement>(null)
  const head = useRef<HTMLDivElement>(null)
  const commands = useRef<ReadingCommands>(null)
  const [asking, setAsking] = useState(false)
  const arriving = useRef<'points' | null>(null)
  const before = useRef(current)
  /** Whoever asks for the row that they are on wants to write its points as well. */
  const [turn, setTurn] = useState(0)

  function go(id: string | null): void {
    if (id === null) return
    arriving.current = 'points'
    goTo(path(id))
    setTurn((before) => before + 1)
  }

  // The address names the row from the start, so that going back and sharing a place in the form work.
  useEffect(() => {
    if (named === null) goTo(reviewPath(review.id, 'score', current), 'replace')
  }, [named, current, review.id])

  useEffect(() => {
    if (before.current === current && arriving.current === null) return
    before.current = current
    head.current?.scrollIntoView({ block: 'start' })
    // A line of a fold goes away with it, and the focus would go nowhere.
    const gone = document.activeElement?.checkVisibility() === false
    if (arriving.current === 'points')
      (points.current ?? entryIn(head.current))?.focus({ preventScroll: true })
    else if (gone) titleIn(head.current)?.focus({ preventScroll: true })
    arriving.current = null
  }, [current, turn])

  const next = {
    unscored: nextUnscored(record, rubric, current),
    incomplete: nextIncomplete(record, rubric, current, comments),
  }
  const form = useMemo(() => ({ doc: open.doc, writable }), [open.doc, writable])
  const marks = useMarks({ review, rubric, item: current, form, reading: commands })
  const { over, foot } = marks
  const shortcuts = useShortcuts({
    n: () => go(next.unscored),
    i: () => go(next.incomplete),
    g: () => setAsking(true),
    j: () => go(neighbor(rubric, current, 1)),
    k: () => go(neighbor(rubric, current, -1)),
    s: () => focusField('Strengths'),
    w: () => focusField('Weaknesses'),
    '/': () => commands.current?.search(),
    h: marks.highlightSelection,
    m: marks.noteSelection,
    digit: () => points.current?.focus({ preventScroll: true }),
  })

  // Whoever writes changes the form with each key, and nothing of what lies beside it.
  const application = useMemo(
    () => (
      <ReadingColumn
        review={review}
        rubric={rubric}
        item={current}
        commands={commands}
        hint={<Hint name="reading" onward={() => titleIn(head.current)?.focus()} />}
        marks={over}
        foot={foot}
      />
    ),
    [review, rubric, current, over, foot],
  )

  return (
    <>
      <Columns layout="score">
        {application}
        <FormTree
          review={review}
          rubric={rubric}
          record={record}
          current={current}
          pathOf={path}
          place={place}
          comments={comments}
          rehearsal={view.competition.rehearsal && writable}
          onShortcuts={shortcuts.show}
          onGoTo={() => setAsking(true)}
        />
        <ItemPanel
          review={review}
          rubric={rubric}
          record={record}
          current={current}
          next={next}
          open={open}
          mine={mine}
          documents={reading.is === 'read' ? reading.value.documents : []}
          onOpenPage={(cited) => commands.current?.page(cited)}
          onGo={go}
          head={head}
          points={points}
        />
      </Columns>
      <GoToRow rubric={rubric} open={asking} onClose={() => setAsking(false)} onGo={go} />
      <Shortcuts rubric={rubric} {...shortcuts} />
    </>
  )
}

/** Where one writes what the row asks for, where that is no number: the first box, the answer that is given, the comment; else its title. */
function entryIn(panel: HTMLElement | null): HTMLElement | null {
  const given = panel?.querySelector<HTMLElement>('.row-panel input[type=radio]:checked:enabled')
  const first = panel?.querySelector<HTMLElement>(
    '.row-panel :is(input[type=checkbox]:enabled, input[type=radio]:enabled, textarea:read-write)',
  )
  return given ?? first ?? titleIn(panel)
}

function titleIn(panel: HTMLElement | null): HTMLElement | null {
  return panel?.querySelector('h1') ?? null
}

function focusField(label: string): void {
  const areas = [...document.querySelectorAll<HTMLTextAreaElement>('textarea')]
  areas.find((area) => area.labels[0]?.textContent?.startsWith(label))?.focus()
}
