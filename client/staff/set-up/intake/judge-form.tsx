import { useEffect, useId, useRef, useState } from 'react'
import { limits } from '../../../../shared/protocol/limits.ts'
import { Refused } from '../../../room/refused.tsx'
import { Button } from '../../../ui/button.tsx'
import { FieldSentence } from '../../../ui/field-sentence.tsx'
import { Leaving } from '../../leaving.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import './judge-form.css'

export type Outcome = 'met' | 'notMet'

interface JudgeFormProps {
  readonly save: string
  readonly pending: boolean
  readonly refused: string | null
  /** It came by a press: the focus goes into it. */
  readonly byPress?: boolean
  readonly cancel: { readonly says: string; readonly onPress: () => void } | null
  readonly onJudge: (outcome: Outcome, basis: string) => Promise<void>
}

/** Met or not met, and on what basis: both are asked for. */
export function JudgeForm({ save, pending, refused, byPress, cancel, onJudge }: JudgeFormProps) {
  const [outcome, setOutcome] = useState<Outcome | ''>('')
  const [basis, setBasis] = useState('')
  const [asked, setAsked] = useState(false)
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (byPress) form.current?.querySelector('input')?.focus()
  }, [byPress])

  function judge(): void {
    setAsked(true)
    const said = basis.trim()
    if (outcome === '') form.current?.querySelector('input')?.focus()
    else if (said === '') form.current?.querySelector<HTMLInputElement>('input[type="text"]')?.focus()
    else void onJudge(outcome, said)
  }

  return (
    <form
      ref={form}
      className="judge-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!pending) judge()
      }}
    >
      <div>
        <Segmented<Outcome | ''>
          label="Judged as"
          value={outcome}
          options={[
            { value: 'met', label: 'Met' },
            { value: 'notMet', label: 'Not met' },
          ]}
          onChange={setOutcome}
        />
        {asked && outcome === '' && (
          <FieldSentence id={id} kind="fault">
            Choose met or not met.
          </FieldSentence>
        )}
      </div>
      <TextField
        label="On what basis"
        face="wrote"
        value={basis}
        maxLength={limits.reasonLength}
        invalid={asked && basis.trim() === '' ? 'Say on what basis. It stays on record.' : undefined}
        onChange={(event) => setBasis(event.target.value)}
      />
      <div className="judge-form-buttons">
        <Button type="submit" size="small" pending={pending}>
          {save}
        </Button>
        {cancel && (
          <Button kind="quiet" size="small" onClick={cancel.onPress}>
            {cancel.says}
          </Button>
        )}
      </div>
      <Refused sentence={refused} />
      <Leaving
        asks={basis.trim() !== ''}
        title="Leave without judging?"
        stay="Stay with the application"
        leave="Leave"
      >
        The basis that you have written is not saved: it is kept with the judgment.
      </Leaving>
    </form>
  )
}
