import { useState } from 'react'
import type { SetUpApplication, SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import { limits } from '../../../../shared/protocol/limits.ts'
import { counted } from '../../../room/number-words.ts'
import { announce } from '../../../ui/announce.tsx'
import { Select } from '../../../ui/select.tsx'
import { sendSetUp } from '../use-set-up.ts'
import { JudgeForm, type Outcome } from './judge-form.tsx'

interface JudgeManyProps {
  readonly setUp: SetUpPage
  /** The applications that are chosen. */
  readonly applications: readonly SetUpApplication[]
  readonly onSent: (application: string, item: string) => void
  readonly onDone: () => void
}

/** So long a command waits for the one before: as many a second as one person may give, and some air. */
const paceMs = 1_300 / limits.commandsPerSecond

/** One item judged for all applications that are chosen, on one basis. Where one is refused it stops there and says so. */
export function JudgeMany({ setUp, applications, onSent, onDone }: JudgeManyProps) {
  const [item, setItem] = useState('')
  const [done, setDone] = useState<number | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const check = setUp.checklist.find(({ id }) => id === item)
  if (applications.length === 0) return null

  async function judge(outcome: Outcome, basis: string): Promise<void> {
    setAsked(true)
    if (!check) return
    const judged = applications
    setRefused(null)
    for (const [at, { id, applicant }] of judged.entries()) {
      setDone(at)
      onSent(id, check.id)
      const answer = await sendSetUp({
        kind: 'intake.judge',
        ...{ application: id, item: check.id, outcome, basis },
      })
      if (!('done' in answer)) {
        setDone(null)
        setRefused(`${at} of ${judged.length} are judged. ${applicant}: ${answer.sentence}`)
        return
      }
      await new Promise((resolve) => setTimeout(resolve, paceMs))
    }
    setDone(null)
    setAsked(false)
    announce(`${counted(judged.length, 'application')} judged: ${check.title}.`)
    onDone()
  }

  return (
    <section className="judge-many" aria-label="Judge many at once">
      <p className="judge-many-count">
        {done === null
          ? `${counted(applications.length, 'application')} chosen`
          : `${done} of ${applications.length} judged …`}
      </p>
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
        pending={done !== null}
        refused={refused}
        onCancel={onDone}
        onJudge={judge}
      />
    </section>
  )
}
