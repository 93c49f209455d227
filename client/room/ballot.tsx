import { useRef } from 'react'
import type { ReviewView } from '../../shared/competition/view.ts'
import type { VoteView } from '../../shared/competition/vote-view.ts'
import type { Answer } from '../../shared/form/form-record.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { ClockTime } from '../ui/clock-time.tsx'
import { TextArea } from '../ui/text-area.tsx'
import type { BallotDraft, BallotDrafting } from './ballot-draft.ts'
import { Refused } from './refused.tsx'
import { useCommand } from './use-command.ts'
import { answerWord } from './vote-words.ts'
import './ballot.css'

export interface BallotProps extends BallotDrafting {
  readonly review: ReviewView
  readonly vote: VoteView
}

/** One's own vote: confirm what the form says or change it with reasons, seal it, and change it until the vote closes. */
export function Ballot({ review, vote, draft, change, sealed }: BallotProps) {
  const seal = useCommand()
  const fields = useRef<HTMLDivElement>(null)
  const form = vote.mine?.form ?? null
  const ballot = vote.mine?.ballot ?? null
  const changes = draft.answer !== null && draft.answer !== form
  const same =
    ballot !== null && draft.answer === ballot.answer && (!changes || draft.reasons === ballot.reasons)

  async function cast(answer: Answer): Promise<void> {
    const reasons = changes ? draft.reasons : ''
    const done = await seal.run({ kind: 'ballot.cast', review: review.id, answer, reasons })
    if (!done) return
    sealed()
    announce(`Your vote is sealed: ${answerWord(answer)}.`)
  }

  function press(): void {
    if (draft.answer === null) fields.current?.querySelector('input')?.focus()
    else if (changes && draft.reasons.trim() === '') fields.current?.querySelector('textarea')?.focus()
    else void cast(draft.answer)
  }

  const missing =
    draft.answer === null
      ? 'choose Yes or No'
      : changes && draft.reasons.trim() === ''
        ? 'reasons needed'
        : null
  return (
    <section className="ballot-paper" aria-label="Your vote">
      <h2 className="t-heading">Your vote</h2>
      <p className="second">
        {form === null ? (
          'Your form has no answer. Your vote needs your reasons.'
        ) : (
          <>
            On your form you said <strong>{answerWord(form)}</strong>. Confirm it or change it; a change needs
            your reasons.
          </>
        )}
      </p>
      <div className="ballot-paper-fields" ref={fields}>
        <Choice<Answer>
          label="Your vote"
          hiddenLabel
          across
          value={draft.answer}
          onChange={(answer) => change({ answer })}
          options={[
            { value: 'yes', label: option('Yes', ', it should have them'), hint: hint('yes', form) },
            { value: 'no', label: option('No', ', it should not'), hint: hint('no', form) },
          ]}
        />
        {changes && (
          <TextArea
            label="Your reasons for the change"
            defaultValue={draft.reasons}
            most={limits.textLength}
            rows={3}
            onInput={(event) => change({ reasons: event.currentTarget.value })}
          />
        )}
      </div>
      <div className="ballot-paper-seal">
        <div className="ballot-paper-bar">
          {same ? (
            <p className="ballot-paper-sealed">
              <strong>Your vote is sealed: {answerWord(ballot.answer)}</strong>, <ClockTime at={ballot.at} />.
            </p>
          ) : (
            <Button
              kind={missing === null ? 'primary' : 'cannotYet'}
              icon={missing === null ? 'envelope' : undefined}
              pending={seal.pending}
              onClick={press}
            >
              {sealWords(draft, missing, ballot !== null)}
            </Button>
          )}
        </div>
        <p className="ballot-paper-note">
          You can change it until the vote closes.
          {!ballot && form !== null && ` If you do not vote, your form counts: ${answerWord(form)}.`}
        </p>
        <Refused sentence={seal.refused} />
      </div>
    </section>
  )
}

function sealWords({ answer }: BallotDraft, missing: string | null, again: boolean): string {
  if (answer === null || missing !== null) return `Seal my vote: ${missing ?? 'choose Yes or No'}`
  return `${again ? 'Seal my changed vote' : 'Seal my vote'}: ${answerWord(answer)}`
}

function option(word: string, rest: string) {
  return (
    <>
      <strong>{word}</strong>
      {rest}
    </>
  )
}

function hint(answer: Answer, form: Answer | null): string | undefined {
  if (form === null) return undefined
  return answer === form ? 'confirms your form' : 'changes your form'
}
