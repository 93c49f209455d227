import type { SetUpPage } from '../../../shared/competition/set-up-page.ts'
import type { SetUpPart } from '../../pages.ts'

/** How many things are missing in each part of the set-up. */
export function partsLacking({ missing }: SetUpPage): Partial<Record<SetUpPart, number>> {
  const lacking: Partial<Record<SetUpPart, number>> = {}
  for (const { at } of missing) {
    const part = at === 'rules' ? 'settings' : at
    lacking[part] = (lacking[part] ?? 0) + 1
  }
  return lacking
}
