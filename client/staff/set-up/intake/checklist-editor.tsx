import { useLayoutEffect, useRef, useState } from 'react'
import { checklist2010 } from '../../../../shared/competition/checklists.ts'
import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import { canonicalJson } from '../../../../shared/record/canonical.ts'
import { Refused } from '../../../room/refused.tsx'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Leaving } from '../../leaving.tsx'
import { SavedMeanwhile } from '../saved-meanwhile.tsx'
import { useBegun } from '../use-begun.ts'
import { useSetUpCommand } from '../use-set-up.ts'
import { checksOf, draftOf, withOffered, type DraftCheck } from './checklist-draft.ts'
import { ChecklistItem } from './checklist-item.tsx'
import './checklist.css'

interface ChecklistEditorProps {
  readonly setUp: SetUpPage
  /** It holds what is not saved, or is done with. */
  readonly onEditing: (editing: boolean) => void
}

const most = 60

/** The checklist of every application: items added, changed, put in order, and saved together. */
export function ChecklistEditor({ setUp, onEditing }: ChecklistEditorProps) {
  const sent = useSetUpCommand()
  const [draft, setDraft] = useState<readonly DraftCheck[] | null>(null)
  const [asked, setAsked] = useState(false)
  const [added, setAdded] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  /** What is to have the focus once the list is drawn anew. */
  const focus = useRef<string | null>(null)
  const items = draft ?? draftOf(setUp.checklist)
  const begun = useBegun({
    isDrafting: draft !== null,
    saved: canonicalJson(setUp.checklist),
    edition: setUp.edition,
    differs: (before, now) => before !== now,
  })
  const order = items.map(({ key }) => key).join(' ')
  useLayoutEffect(() => {
    const { current: at } = focus
    focus.current = null
    if (at !== null) form.current?.querySelector<HTMLElement>(`[data-act="${CSS.escape(at)}"]`)?.focus()
  }, [order])

  const judged = new Set(setUp.applications.flatMap(({ intake }) => Object.keys(intake)))
  const offers = checklist2010.some(({ id }) => !items.some((item) => item.id === id))

  function change(next: readonly DraftCheck[]): void {
    onEditing(true)
    setDraft(next)
  }

  function move(key: string, by: -1 | 1): void {
    const at = items.findIndex((item) => item.key === key)
    const item = items[at]
    if (!item || at + by < 0 || at + by >= items.length) return
    const next = items.filter((each) => each !== item)
    next.splice(at + by, 0, item)
    focus.current = `${by} ${key}`
    announce(`${item.title} is number ${at + by + 1}.`)
    change(next)
  }

  async function save(): Promise<void> {
    setAsked(true)
    const checks = checksOf(items)
    if (!checks) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    if (!(await sent.run({ kind: 'checklist.set', items: checks, since: begun.since }))) return
    setDraft(null)
    setAsked(false)
    announce('The checklist is saved.')
    onEditing(false)
  }

  return (
    <form
      ref={form}
      className="checklist"
      aria-label="Checklist"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <p className="checklist-about">
        Every application is judged by this list: met or not met, by whom, when and on what basis. What is not
        met before review keeps an application from every panel.
      </p>
      {items.length === 0 ? (
        <Empty
          title="No checklist yet."
          sentence="Begin with that of 2010 and change it, or add items of your own."
        />
      ) : (
        <ol className="checklist-items" aria-label="Items of the checklist">
          {items.map((item, at) => (
            <ChecklistItem
              key={item.key}
              item={item}
              number={at + 1}
              asked={asked}
              judged={item.id !== null && judged.has(item.id)}
              onChange={(next) => change(items.map((each) => (each.key === item.key ? next : each)))}
              onMove={(by) => move(item.key, by)}
              onRemove={() => {
                const after = items[at + 1] ?? items[at - 1]
                focus.current = after ? `title ${after.key}` : null
                announce(`${item.title === '' ? 'The item' : item.title} is off the list.`)
                change(items.filter(({ key }) => key !== item.key))
              }}
            />
          ))}
        </ol>
      )}
      <div className="checklist-add">
        {items.length < most && (
          <Button
            size="small"
            icon="plus"
            onClick={() => {
              const key = `new ${added}`
              setAdded(added + 1)
              focus.current = `title ${key}`
              change([...items, { key, id: null, title: '', source: '', before: 'review' }])
            }}
          >
            Add an item
          </Button>
        )}
        {offers && items.length + checklist2010.length <= most && (
          <Button
            size="small"
            icon="plus"
            onClick={() => {
              announce('The items of 2010 are on the list.')
              change(withOffered(items, checklist2010))
            }}
          >
            Add the checklist of 2010
          </Button>
        )}
      </div>
      {begun.overtaken && !sent.pending && (
        <SavedMeanwhile what="The checklist was" onKeep={begun.goOn} onDrop={() => setDraft(null)} />
      )}
      <div className="checklist-foot">
        <Refused sentence={sent.refused} />
        {(setUp.checklist.length > 0 || draft) && (
          <Button
            onClick={() => {
              setDraft(null)
              onEditing(false)
            }}
          >
            {draft ? 'Discard changes' : 'Back to the applications'}
          </Button>
        )}
        {draft && (
          <Button kind="primary" type="submit" pending={sent.pending}>
            Save the checklist
          </Button>
        )}
      </div>
      <Leaving
        asks={draft !== null}
        title="Leave without saving the checklist?"
        stay="Stay here"
        leave="Leave without saving"
      >
        What you changed of the checklist is only on this page. Leave, and it stays as it was saved.
      </Leaving>
    </form>
  )
}
