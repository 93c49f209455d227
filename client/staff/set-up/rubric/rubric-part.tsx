import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import type { View } from '../../../../shared/competition/view.ts'

export interface RubricPartProps {
  readonly view: View
  readonly setUp: SetUpPage
  /** What in it is open, from the address; null for the whole. */
  readonly item: string | null
}

export function RubricPart({ setUp }: RubricPartProps) {
  return <p>{setUp.title}</p>
}
