import { useEffect, useRef, useState } from 'react'
import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import type { View } from '../../../../shared/competition/view.ts'
import { intakeStanding } from '../../../../shared/set-up-words/intake-standing.ts'
import { setUpPath } from '../../../pages.ts'
import { counted } from '../../../room/number-words.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { ChecklistEditor } from './checklist-editor.tsx'
import { IntakeOpen } from './intake-open.tsx'
import { IntakeTable } from './intake-table.tsx'
import { JudgeMany } from './judge-many.tsx'
import './intake.css'

export interface IntakePartProps {
  readonly view: View
  readonly setUp: SetUpPage
  /** The application that is open, from the address; null for none. */
  readonly item: string | null
}

type Shown = 'all' | 'open' | 'notMet'

/** What is checked of every application before it is reviewed, or before an award: all of them, and one that is open beside them. */
export function IntakePart({ setUp, item }: IntakePartProps) {
  const [editing, setEditing] = useState(false)
  const [shown, setShown] = useState<Shown>('all')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const table = useRef<HTMLDivElement>(null)
  const { checklist, applications } = setUp
  const open = applications.find(({ id }) => id === item) ?? null
  const openId = open?.id ?? null
  const wasOpen = useRef(openId)
  // Closed, the focus goes back to where it was opened.
  useEffect(() => {
    const before = wasOpen.current
    wasOpen.current = openId
    if (before !== null && openId === null)
      table.current?.querySelector<HTMLElement>(`[data-application="${before}"] a`)?.focus()
  }, [openId])

  if (editing || checklist.length === 0) return <ChecklistEditor setUp={setUp} onEditing={setEditing} />
  const lines = applications.map((application) => ({
    application,
    standing: intakeStanding(checklist, application),
  }))
  const lists: Readonly<Record<Shown, typeof lines>> = {
    all: lines,
    open: lines.filter(({ standing }) => standing.open.length > 0),
    notMet: lines.filter(({ standing }) => standing.notMet.length > 0),
  }
  // What is judged for many is what is seen to be chosen.
  const picked = lists[shown].filter(({ application }) => chosen.has(application.id))
  const next = lists.open.find(({ application }) => application.id !== openId)?.application ?? null

  return (
    <div className="intake" data-open={open !== null || undefined}>
      <div className="intake-all" ref={table}>
        <div className="intake-tools">
          <Segmented
            label="Which applications are shown"
            value={shown}
            options={[
              { value: 'all', label: `All (${lists.all.length})` },
              { value: 'open', label: `Not judged (${lists.open.length})` },
              { value: 'notMet', label: `Not met (${lists.notMet.length})` },
            ]}
            onChange={setShown}
          />
          <Button size="small" onClick={() => setEditing(true)}>
            Change the checklist
          </Button>
        </div>
        {applications.length === 0 ? (
          <Empty title="No applications yet." sentence="Once they are entered, each is checked here.">
            <ButtonLink href={setUpPath('applications')}>Enter applications</ButtonLink>
          </Empty>
        ) : (
          <>
            <details className="intake-key">
              <summary>What is checked: {counted(checklist.length, 'item')}</summary>
              <ol className="intake-key-items">
                {checklist.map(({ id, title, before }) => (
                  <li key={id}>
                    {title}
                    {before === 'award' && <span className="third"> Before an award.</span>}
                  </li>
                ))}
              </ol>
            </details>
            {lists[shown].length === 0 ? (
              <Empty
                title={shown === 'open' ? 'Everything is judged.' : 'Everything that was judged is met.'}
                sentence="All applications are listed under All."
              />
            ) : (
              <IntakeTable
                checklist={checklist}
                lines={lists[shown]}
                open={openId}
                chosen={chosen}
                onChoose={setChosen}
              />
            )}
            {picked.length > 0 && (
              <JudgeMany
                setUp={setUp}
                applications={picked.map(({ application }) => application)}
                onChooseNone={() => setChosen(new Set())}
              />
            )}
          </>
        )}
      </div>
      {open && <IntakeOpen key={open.id} setUp={setUp} application={open} next={next} />}
    </div>
  )
}
