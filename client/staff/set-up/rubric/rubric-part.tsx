import { useState } from 'react'
import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import type { View } from '../../../../shared/competition/view.ts'
import { useRubric } from '../../../live/read.ts'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { RubricEditor } from './rubric-editor.tsx'
import type { SavedRubric } from './use-rubric-draft.ts'

export interface RubricPartProps {
  readonly view: View
  readonly setUp: SetUpPage
  /** What in it is open, from the address; null for the whole. */
  readonly item: string | null
}

/** Where the competition's rubric is made and changed. */
export function RubricPart(props: RubricPartProps) {
  const { name } = props.setUp.rubric
  const reading = useRubric(name)
  const [held, setHeld] = useState<SavedRubric | null>(null)
  // While the next version is on its way the one before stays, and with it what is being changed.
  const { edition } = props.setUp
  if (reading.is === 'read' && (held?.name !== name || held.edition !== edition))
    setHeld({ name, rubric: reading.value, edition })
  if (held) return <RubricEditor {...props} saved={held} />
  if (reading.is === 'failed')
    return (
      <Empty title="The rubric is not here." sentence={reading.sentence}>
        <Button onClick={reading.again}>Try again</Button>
      </Empty>
    )
  return <p className="third">Reading the rubric …</p>
}
