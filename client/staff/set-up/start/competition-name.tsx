import { type FormEvent, useState } from 'react'
import { Refused } from '../../../room/refused.tsx'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useSetUpCommand } from '../use-set-up.ts'

/** What the competition is called, on every page and in every letter. */
export function CompetitionName({ title }: { readonly title: string }) {
  const [typed, setTyped] = useState(title)
  const { pending, refused, run } = useSetUpCommand()
  const name = typed.trim()
  const another = name !== title

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!another || name === '') return
    if (await run({ kind: 'competition.name', title: name })) announce(`The competition is called ${name}.`)
  }

  return (
    <form className="start-name" onSubmit={(event) => void save(event)}>
      <TextField
        label="Name of the competition"
        value={typed}
        maxLength={120}
        autoComplete="off"
        hint="On every page, and in every letter."
        invalid={name === '' ? 'It needs a name.' : undefined}
        onChange={({ target: { value } }) => setTyped(value)}
      />
      {another && name !== '' && (
        <p>
          <Button type="submit" pending={pending}>
            Call it so
          </Button>
        </p>
      )}
      <Refused sentence={refused} />
    </form>
  )
}
