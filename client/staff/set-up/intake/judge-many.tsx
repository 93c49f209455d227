import { useState } from 'react'
import type { SetUpApplication, SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import { counted } from '../../../room/number-words.ts'
import { announce } from '../../../ui/announce.tsx'
import { Select } from '../../../ui/select.tsx'
import { useSetUpCommand } from '../use-set-up.ts'
import { JudgeForm, type Outcome } from './judge-form.tsx'

interface JudgeManyProps {
  readonly setUp: SetUpPage
  /** The applications that are chosen. */
  readonly applications: readonly SetUpApplication[]
  readonly onSent: (application: string, item: string) => void
  readonly onDone: () => void
}

/** One item judged for all applications that are chosen, on one basis: for all of them, or for none. */
export function JudgeMany({ setUp, applications, onSent, onDone }: JudgeManyProps) {
  const sent = useSetUpCommand()
  const [item, setItem] = useState('')
  const [asked, setAsked] = useState(false)
  const check = setUp.checklist.find(({ id }) => id === item)
  if (applications.length === 0) return null

  async function judge(outcome: Outcome, basis: string): Promise<void> {
    setAsked(true)
    if (!check) return
    const judged = applications.map(({ id }) => id)
    for (const id of judged) onSent(id, check.id)
    const done = await sent.run({
      kind: 'intake.judge',
      ...{ applications: judged, item: check.id, outcome, basis },
    })
    if (!done) return
    setAsked(false)
    announce(`${counted(judged.length, 'application')} judged: ${check.title}.`)
    onDone()
  }

  return (
    <section className="judge-many" aria-label="Judge many at once">
      <p className="judge-many-count">{counted(applications.length, 'application')} chosen</p>
      <Select
        label="Item"
        value={item}
        placeholder="Choose an item"
        options={setUp.checklist.map(({ id, title }, at) => ({ value: id, label: `${at + 1}. ${title}` }))}
        invalid={asked && !check ? 'Choose what is judged.' : undefined}
        onChange={setItem}
      />
      <JudgeForm
        save={`Judge ${counted(applications.length, 'application')}`}
        pending={sent.pending}
        refused={sent.refused}
        onCancel={onDone}
        onJudge={judge}
      />
    </section>
  )
}
