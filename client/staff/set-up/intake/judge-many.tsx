import { useRef, useState } from 'react'
import type { SetUpApplication, SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import { counted } from '../../../room/number-words.ts'
import { announce } from '../../../ui/announce.tsx'
import { Select } from '../../../ui/select.tsx'
import { useSetUpCommand } from '../use-set-up.ts'
import { JudgeForm, type Outcome } from './judge-form.tsx'
import './judge-many.css'

interface JudgeManyProps {
  readonly setUp: SetUpPage
  /** The applications that are chosen: one at least. */
  readonly applications: readonly SetUpApplication[]
  readonly onChooseNone: () => void
}

/**
 * One item judged for all applications that are chosen, on one basis: for all of them, or for none. They stay chosen, for the item that
 * comes next.
 */
export function JudgeMany({ setUp, applications, onChooseNone }: JudgeManyProps) {
  const sent = useSetUpCommand()
  const [item, setItem] = useState('')
  const [asked, setAsked] = useState(false)
  /** What was judged last, as it is said; each begins an empty form. */
  const [done, setDone] = useState({ times: 0, sentence: '' })
  const region = useRef<HTMLElement>(null)
  const check = setUp.checklist.find(({ id }) => id === item)

  async function judge(outcome: Outcome, basis: string): Promise<void> {
    setAsked(true)
    if (!check) return
    const judged = applications.map(({ id }) => id)
    const accepted = await sent.run({
      kind: 'intake.judge',
      ...{ applications: judged, item: check.id, outcome, basis },
    })
    if (!accepted) return
    const sentence = `${counted(judged.length, 'application')} judged: ${check.title}.`
    announce(sentence)
    setAsked(false)
    setItem('')
    setDone({ times: done.times + 1, sentence })
    region.current?.querySelector('select')?.focus()
  }

  return (
    <section ref={region} className="judge-many" aria-label="Judge many at once">
      <p className="judge-many-count">{counted(applications.length, 'application')} chosen</p>
      <div className="judge-many-item">
        <Select
          label="Item"
          value={item}
          placeholder="Choose an item"
          options={setUp.checklist.map(({ id, title }, at) => ({
            value: id,
            label: `${at + 1}. ${title}${applications.every(({ intake }) => intake[id]) ? ' (judged)' : ''}`,
          }))}
          invalid={asked && !check ? 'Choose what is judged.' : undefined}
          onChange={setItem}
        />
        {done.sentence !== '' && item === '' && <p className="judge-many-done">{done.sentence}</p>}
      </div>
      <JudgeForm
        key={done.times}
        save={`Judge ${counted(applications.length, 'application')}`}
        pending={sent.pending}
        refused={sent.refused}
        cancel={{ says: 'Choose none', onPress: onChooseNone }}
        onJudge={judge}
      />
    </section>
  )
}
