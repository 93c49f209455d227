import type { CalibrationPage } from '../../shared/competition/calibration-page.ts'
import { useRead, useRubric } from '../live/read.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { Spread } from './spread.tsx'

interface SpreadReadingProps {
  /** Another one whenever a form has become ready, or was taken back. */
  readonly edition: string
  readonly own: boolean
}

/** Reads the spread on the sample, and the rubric that it was scored by. */
export function SpreadReading({ edition, own }: SpreadReadingProps) {
  const page = useRead<CalibrationPage>('/api/calibration', 'The spread', edition)
  const rubric = useRubric(page.is === 'read' ? page.value.rubric : null)
  const failed = page.is === 'failed' ? page : rubric.is === 'failed' ? rubric : null
  if (failed)
    return (
      <Empty title="The spread is not here." sentence={failed.sentence}>
        <Button onClick={failed.again}>Try again</Button>
      </Empty>
    )
  if (page.is !== 'read' || rubric.is !== 'read') return <p className="third">Reading the spread …</p>
  return <Spread page={page.value} rubric={rubric.value} own={own} />
}
