import { useState } from 'react'
import type { SetUpApplication, SetUpPage } from '../../../../shared/competition/set-up-page.ts'

export type Judgment = SetUpApplication['intake'][string]

/** Judgments that were replaced while this page was open. The journal holds all of them; the page is sent the newest. */
export interface Former {
  readonly of: (application: string, item: string) => Judgment | null
  /** What stands now is about to be replaced. */
  readonly note: (application: string, item: string) => void
}

export function useFormer({ applications }: SetUpPage): Former {
  const [replaced, setReplaced] = useState<Readonly<Record<string, Judgment>>>({})
  const newest = (application: string, item: string) =>
    applications.find(({ id }) => id === application)?.intake[item]
  return {
    of: (application, item) => {
      const before = replaced[`${application} ${item}`]
      return before && before.at !== newest(application, item)?.at ? before : null
    },
    note: (application, item) => {
      const standing = newest(application, item)
      if (standing) setReplaced((all) => ({ ...all, [`${application} ${item}`]: standing }))
    },
  }
}
