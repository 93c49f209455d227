import { useMemo, useState } from 'react'
import type { ApplicationReading } from '../../shared/application/reading.ts'
import type { ReviewView } from '../../shared/competition/view.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { useDocumentTexts } from '../live/read.ts'
import { Button } from '../ui/button.tsx'
import { Column, Columns } from '../ui/columns.tsx'
import { Empty } from '../ui/empty.tsx'
import { placedItems, placesFor } from './placed-items.ts'
import { PlacesDesk } from './places-desk.tsx'
import { settled } from './stops.ts'

interface PlacesWorkProps {
  readonly review: ReviewView
  readonly rubric: Rubric
  readonly application: ApplicationReading
}

/** The places of an application with the texts that they lie in, and those that somebody looks into. */
export function PlacesWork({ review, rubric, application }: PlacesWorkProps) {
  const { id, documents, places } = application
  const items = useMemo(() => placedItems(rubric), [rubric])
  const [visited, setVisited] = useState<readonly string[]>([])
  const found = placesFor(items, places, documents)
  const proposed = placesFor(items, application.proposed ?? {}, documents)
  const needed = documents.filter(
    (document, at) =>
      at === 0 ||
      visited.includes(document.id) ||
      items.some((item) => found[item.id]?.document === document.id),
  )
  const readings = useDocumentTexts(
    id,
    needed.map((document) => document.id),
    review.application.edition,
  )
  const texts = new Map(
    needed.flatMap((document, at) => {
      const reading = readings[at]
      return reading?.is === 'read' ? [[document.id, reading.value] as const] : []
    }),
  )
  const failed = readings.find((reading) => reading.is === 'failed')
  const open = needed.every((document) => visited.includes(document.id) || texts.has(document.id))
  if (open) {
    return (
      <PlacesDesk
        review={review}
        items={items}
        application={application}
        server={settled(found, texts)}
        proposed={settled(proposed, texts)}
        texts={texts}
        onVisit={(document) =>
          setVisited((before) => (before.includes(document) ? before : [...before, document]))
        }
      />
    )
  }
  return (
    <Columns layout="single">
      <Column kind="read" label="Where each criterion is answered">
        {failed ? (
          <Empty title={failed.sentence} sentence="The borders stay as they are.">
            <Button onClick={failed.again}>Try again</Button>
          </Empty>
        ) : (
          <p className="third">Reading the documents.</p>
        )}
      </Column>
    </Columns>
  )
}
