import type { Check } from '../../../../shared/competition/set-up.ts'
import { checkId } from '../../../../shared/set-up-words/check-id.ts'

/** An item as it is being typed. A new one has no id yet. */
export interface DraftCheck {
  /** Its own among the items of this draft. */
  readonly key: string
  readonly id: string | null
  readonly title: string
  readonly source: string
  readonly before: Check['before']
}

export function draftOf(items: readonly Check[]): readonly DraftCheck[] {
  return items.map((item) => ({ ...item, key: item.id }))
}

/** Items that are offered and are not on the list yet, at its end. */
export function withOffered(draft: readonly DraftCheck[], offered: readonly Check[]): readonly DraftCheck[] {
  return [...draft, ...draftOf(offered.filter(({ id }) => !draft.some((item) => item.id === id)))]
}

/** The checklist as it would be saved; null where an item lacks its title. */
export function checksOf(draft: readonly DraftCheck[]): Check[] | null {
  const taken = draft.flatMap(({ id }) => id ?? [])
  const items = draft.map(({ id, title, source, before }) => {
    const said = title.trim()
    const own = id ?? checkId(said, taken)
    if (id === null) taken.push(own)
    return { id: own, title: said, source: source.trim(), before }
  })
  return items.every(({ title }) => title !== '') ? items : null
}
