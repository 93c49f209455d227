import { useState } from 'react'
import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import type { ListedPerson } from '../../../../shared/protocol/people-page.ts'
import { answersTo, type Answer } from '../../../certify/marks.ts'
import { counted } from '../../../room/number-words.ts'
import { Refused } from '../../../room/refused.tsx'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FieldSentence } from '../../../ui/field-sentence.tsx'
import { Select } from '../../../ui/select.tsx'
import { ReasonField, useReason } from '../../reason-field.tsx'
import { calledIn } from '../people/people-words.ts'
import { useSetUpCommand } from '../use-set-up.ts'

interface RecordPaperProps {
  readonly setUp: SetUpPage
  readonly people: readonly ListedPerson[]
}

/** Puts on record what somebody answered elsewhere: on paper, by mail. */
export function RecordPaper(props: RecordPaperProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" icon="plus" onClick={() => setOpen(true)}>
        Record from paper …
      </Button>
      {open && <RecordDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

function RecordDialog({ setUp, people, onClose }: RecordPaperProps & { readonly onClose: () => void }) {
  const [person, setPerson] = useState('')
  const [answer, setAnswer] = useState<Answer>('certified')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [fault, setFault] = useState<string | null>(null)
  const written = useReason()
  const { pending, refused, run } = useSetUpCommand()
  const whom = people.find((each) => each.person === person)
  const listed = setUp.applications.filter(
    ({ opened, recused, declared }) =>
      !opened &&
      !recused &&
      whom &&
      answersTo({ status: declared[person]?.status ?? 'open' }).includes(answer),
  )
  const picked = listed.filter(({ id }) => chosen.has(id))

  async function record(): Promise<void> {
    setFault(null)
    if (!whom || picked.length === 0) {
      setFault(whom ? 'Choose the applications that it is about.' : 'Choose whose answer it is.')
      return
    }
    const reason = written.take()
    if (reason === null) return
    const answers = picked.map(({ id }) => ({ application: id, person, answer, reason }))
    if (!(await run({ kind: 'conflict.record', answers }))) return
    announce(`Recorded for ${calledIn(whom)}: ${counted(picked.length, 'application')}.`)
    onClose()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      grave
      wide
      title="Record what somebody answered on paper"
      answers={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button pending={pending} onClick={() => void record()}>
            Record {picked.length > 0 && counted(picked.length, 'answer')}
          </Button>
        </>
      }
    >
      <div className="conflicts-record">
        <Select
          label="Whose answer"
          value={person}
          placeholder="Choose a person"
          options={people.map((each) => ({
            value: each.person,
            label: each.name === null ? each.label : `${each.name}, ${each.label}`,
          }))}
          onChange={setPerson}
        />
        <Choice<Answer>
          label="What they answered"
          across
          value={answer}
          onChange={setAnswer}
          options={[
            { value: 'certified', label: 'No conflict' },
            { value: 'recused', label: 'Recused' },
            { value: 'unsure', label: 'Not sure' },
          ]}
        />
        {whom && (
          <fieldset className="conflicts-record-list">
            <legend>About which applications</legend>
            {listed.length === 0 ? (
              <p className="conflicts-note">
                They have answered for all of them, so that this cannot be recorded.
              </p>
            ) : (
              <>
                <Checkbox
                  checked={picked.length === listed.length}
                  onChange={(all) => setChosen(new Set(all ? listed.map(({ id }) => id) : []))}
                >
                  All {listed.length} that this can be recorded for
                </Checkbox>
                <div className="conflicts-record-each">
                  {listed.map(({ id, applicant }) => (
                    <Checkbox
                      key={id}
                      small
                      checked={chosen.has(id)}
                      onChange={(on) => {
                        const next = new Set(chosen)
                        if (on) next.add(id)
                        else next.delete(id)
                        setChosen(next)
                      }}
                    >
                      {applicant}
                    </Checkbox>
                  ))}
                </div>
              </>
            )}
          </fieldset>
        )}
        <p className="conflicts-note">
          As your reason say where it stands: “Signed form of November 3, on file.”
        </p>
        <ReasonField reason={written} />
        {fault !== null && (
          <FieldSentence id="record-fault" kind="fault">
            {fault}
          </FieldSentence>
        )}
        <Refused sentence={refused} />
      </div>
    </Dialog>
  )
}
