import { useState } from 'react'
import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import { setUpPath } from '../../../pages.ts'
import { Refused } from '../../../room/refused.tsx'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { SavedMeanwhile } from '../saved-meanwhile.tsx'
import { useSetUpCommand } from '../use-set-up.ts'
import type { NoticeItem } from './notice-items.ts'
import type { WordsDraft } from './use-words-draft.ts'
import { shownKey } from './words-parts.ts'

interface NoticeFootProps {
  readonly setUp: SetUpPage
  readonly items: readonly NoticeItem[]
  readonly draft: WordsDraft
  readonly locked: boolean
}

/** Puts all words beside their rows, in one step. */
export function NoticeFoot({ setUp, items, draft, locked }: NoticeFootProps) {
  const { pending, refused, run } = useSetUpCommand()
  const [wanting, setWanting] = useState(false)
  const { words, looked, isChanged, begun } = draft
  const { confirmed } = setUp.notice
  const keys = [
    ...items.map(({ id }) => id),
    ...words.definitions.map((_, definition) => shownKey({ definition }, words)),
  ]
  const lacking = items.filter(({ id, shown }) => shown && !words.passages[id]?.length).length
  const nameless = words.definitions.some(({ term }) => term.trim() === '')
  const seen = keys.filter((key) => looked.has(key)).length

  async function confirm(): Promise<void> {
    setWanting(nameless)
    if (nameless) return
    const { since } = begun
    if (!(await run({ kind: 'notice.confirm', words, rubric: setUp.rubric.name, since }))) return
    draft.look(keys)
    announce('The notice’s words are confirmed.')
  }

  if (locked)
    return (
      <p className="notice-foot-locked">
        <Icon name="lock" size="small" />
        <span>
          Confirmed, and frozen with the rubric: reviewers score by these words. To change them, save a new
          version of the <Link href={setUpPath('rubric')}>rubric</Link>; it asks for its own words here.
        </span>
      </p>
    )
  return (
    <div className="notice-foot">
      {begun.overtaken && (
        <SavedMeanwhile what="The notice or its words were" onKeep={begun.goOn} onDrop={draft.startOver} />
      )}
      <Refused
        sentence={wanting && nameless ? 'A definition lacks its term. Give it one, or remove it.' : refused}
      />
      <div className="notice-foot-line">
        {confirmed && !isChanged ? (
          <p className="confirm-foot-done">
            <Icon name="check" /> All {keys.length} are confirmed.
          </p>
        ) : (
          <Button kind="primary" pending={pending} onClick={() => void confirm()}>
            Confirm all {keys.length}
          </Button>
        )}
        <p className="confirm-foot-rest">
          {confirmed && !isChanged ? keys.length : seen} of {keys.length}{' '}
          {confirmed && !isChanged ? 'confirmed' : 'looked at'}
          {lacking > 0 && `, ${lacking} without a passage`}
        </p>
        {isChanged && (
          <Button kind="quiet" onClick={draft.startOver}>
            Undo changes
          </Button>
        )}
      </div>
      {setUp.frozen && !confirmed && (
        <p className="notice-tools-hint">
          Applications are open: these words can be confirmed once for this version of the rubric.
        </p>
      )}
    </div>
  )
}
