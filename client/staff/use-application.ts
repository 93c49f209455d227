import { useState } from 'react'
import type { ApplicationReading } from '../../shared/application/reading.ts'
import type { ReviewView } from '../../shared/competition/view.ts'
import { useRead, type Reading } from '../live/read.ts'

export interface ApplicationNow {
  readonly reading: Reading<ApplicationReading>
  /** The last that was read: what is shown while a newer one is on its way. */
  readonly shown: ApplicationReading | null
  /** Whether what is shown is how the documents and places stand now. */
  readonly current: boolean
}

/** The documents and places of a review's application, read anew whenever they have changed. */
export function useApplicationNow({ application: { id, edition } }: ReviewView): ApplicationNow {
  // The edition is in the address alone: it makes another one of it.
  const path = `/api/applications/${encodeURIComponent(id)}?edition=${edition ?? ''}`
  const reading = useRead<ApplicationReading>(path, 'The application')
  const [shown, setShown] = useState<ApplicationReading | null>(null)
  if (reading.is === 'read' && reading.value !== shown) setShown(reading.value)
  return {
    reading,
    shown: reading.is === 'read' ? reading.value : shown,
    current: reading.is === 'read',
  }
}
