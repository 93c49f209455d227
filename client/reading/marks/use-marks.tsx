import { useCallback, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react'
import type * as Y from 'yjs'
import type { ReviewView } from '../../../shared/competition/view.ts'
import type { Rubric } from '../../../shared/rubric/rubric.ts'
import { useDocument } from '../../live/documents.ts'
import { useApplication } from '../../live/read.ts'
import type { ShownDocument } from '../passages.ts'
import type { ReadingCommands } from '../reading-column.tsx'
import type { Mark } from './marks.ts'
import { MarksFoot } from './marks-foot.tsx'
import { MarksLayer, type MarkCommands } from './marks-layer.tsx'
import { MarksList, type GoingTo } from './marks-list.tsx'
import { useMarkActs } from './use-mark-acts.ts'
import { useOwnMarks } from './use-own-marks.ts'

export interface MarksParts {
  readonly review: ReviewView
  readonly rubric: Rubric
  /** The row or priority that is being scored. */
  readonly item: string | null
  /** One's form, whose criteria pages are cited under; null where there is none. */
  readonly form: { readonly doc: Y.Doc; readonly writable: boolean } | null
  /** Of the column that they are drawn in. */
  readonly reading: RefObject<ReadingCommands | null>
}

export interface Marks {
  /** Draws them over the document that is shown. The same function until something of it changes, as is the line. */
  readonly over: (shown: ShownDocument) => ReactNode
  /** The line under the application. */
  readonly foot: ReactNode
  readonly highlightSelection: () => void
  readonly noteSelection: () => void
}

const noDocuments: readonly never[] = []

/** One's own highlights and margin notes in an application, for the reading column and the keys of its page. */
export function useMarks({ review, rubric, item, form, reading }: MarksParts): Marks {
  const { id, edition } = review.application
  const application = useApplication(id, edition)
  const documents = application.is === 'read' ? application.value.documents : noDocuments
  const open = useDocument(review.mine?.notes.name ?? null)
  const notes = open?.status.synced ? open : null
  const doc = notes?.doc ?? null
  const copy = notes?.copy ?? 0
  const marks = useOwnMarks(doc)
  const { acts, said } = useMarkActs({ doc, rubric, item, form, documents })
  const [opened, setOpened] = useState<Mark | null>(null)
  const [listed, setListed] = useState(false)
  const commands = useRef<MarkCommands>(null)

  const over = useCallback(
    (shown: ShownDocument) =>
      doc &&
      acts && (
        <MarksLayer
          shown={shown}
          doc={doc}
          copy={copy}
          marks={marks}
          acts={acts}
          opened={opened}
          onOpen={setOpened}
          commands={commands}
        />
      ),
    [doc, copy, marks, acts, opened],
  )
  const goTo = useCallback(
    ({ place, document }: GoingTo) => {
      setListed(false)
      reading.current?.passage({ document, ...place })
    },
    [reading],
  )
  const foot = useMemo(
    () =>
      doc &&
      acts && (
        <>
          <MarksFoot count={marks.length} said={said} onList={() => setListed(true)} />
          <MarksList
            open={listed}
            onClose={() => setListed(false)}
            application={id}
            edition={edition}
            documents={documents}
            marks={marks}
            doc={doc}
            onGo={goTo}
          />
        </>
      ),
    [doc, acts, marks, said, listed, id, edition, documents, goTo],
  )
  return {
    over,
    foot,
    highlightSelection: () => commands.current?.highlight(),
    noteSelection: () => commands.current?.note(),
  }
}
