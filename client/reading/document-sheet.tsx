import { lazy, type ReactNode, Suspense } from 'react'
import type { DocumentText } from '../../shared/application/document-text.ts'
import type { ApplicationReading, ReadingDocument } from '../../shared/application/reading.ts'
import { documentFilePath, type Reading } from '../live/read.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import type { Border } from './parts.ts'
import type { Showing } from './position.ts'
import type { SheetEvents, Target } from './sheet.ts'
import { TextSheet } from './text-sheet.tsx'
import { whenIdle } from './when-idle.ts'

// Costs nothing before somebody opens a PDF, and then lets the row that one scores come first.
const PdfSheet = lazy(async () => {
  await new Promise<void>((resolve) => whenIdle(resolve))
  return { default: (await import('./pdf-sheet.tsx')).PdfSheet }
})

interface DocumentSheetProps extends SheetEvents {
  readonly application: ApplicationReading
  readonly document: ReadingDocument
  readonly text: Reading<DocumentText>
  readonly showing: Showing
  readonly borders: readonly Border[]
  readonly target: Target | null
  readonly zoom: number
  readonly onAsText: () => void
  /** What is drawn over it. */
  readonly marks: ReactNode
}

/** The document that is read, as its pages or as text, or why it cannot be. */
export function DocumentSheet(props: DocumentSheetProps) {
  const { application, document, text, showing, marks, onAsText, zoom, ...sheet } = props
  const { id, type } = document
  if (text.is === 'reading') return <p className="third">Reading the document.</p>
  if (text.is === 'failed') {
    return (
      <Empty title={text.sentence} sentence="Your form works without it.">
        <Button onClick={text.again}>Try again</Button>
      </Empty>
    )
  }
  return (
    <div className="reader-paper">
      {type === 'pdf' && showing === 'pages' ? (
        <Suspense fallback={<p className="third">Opening the pages.</p>}>
          <PdfSheet
            key={id}
            path={documentFilePath(application.id, id)}
            text={text.value}
            zoom={zoom}
            onAsText={onAsText}
            {...sheet}
          />
        </Suspense>
      ) : (
        <TextSheet
          key={id}
          text={text.value}
          foot={type === 'digest' && application.about && <About about={application.about} />}
          {...sheet}
        />
      )}
      {marks}
    </div>
  )
}

function About({ about }: { about: NonNullable<ApplicationReading['about']> }) {
  return (
    <footer className="reader-about t-least">
      {about.document}, {about.phase}. {about.about}
    </footer>
  )
}
