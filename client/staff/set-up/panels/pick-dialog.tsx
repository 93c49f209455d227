import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'

/** Somebody, or a place, that could be picked. */
export interface PickChoice {
  readonly id: string
  readonly label: string
  readonly hint: string
  /** Why it cannot be picked; null where it can. */
  readonly whyNot: string | null
}

export interface Pick {
  readonly title: string
  readonly choices: readonly PickChoice[]
  readonly onPick: (choice: PickChoice) => void
}

/** With more than these, one looks for them by what they are called. */
const manyChoices = 12

/** One of many, for whom it is said who cannot be picked, and why. */
export function PickDialog({ pick, onClose }: { readonly pick: Pick; readonly onClose: () => void }) {
  const [wanted, setWanted] = useState('')
  const found = pick.choices.filter(({ label, hint }) =>
    `${label} ${hint}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  )
  const free = found.filter(({ whyNot }) => whyNot === null)
  const barred = found.filter(({ whyNot }) => whyNot !== null)
  return (
    <Dialog open onClose={onClose} title={pick.title} wide answers={<Button onClick={onClose}>Close</Button>}>
      {pick.choices.length > manyChoices && (
        <TextField
          label="Find"
          hiddenLabel
          icon="search"
          placeholder="Find by name, State or organization"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      )}
      {free.length === 0 && (
        <p>{found.length === 0 ? 'Nothing is called that.' : 'None of these can be picked.'}</p>
      )}
      {free.length > 0 && (
        <ul className="panels-pick">
          {free.map((choice) => (
            <li key={choice.id}>
              <button type="button" className="panels-pick-choice" onClick={() => pick.onPick(choice)}>
                <span className="strong">{choice.label}</span> <span className="second">{choice.hint}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {barred.length > 0 && (
        <>
          <h3 className="t-subheading">Cannot be picked</h3>
          <ul className="panels-pick">
            {barred.map(({ id, label, whyNot }) => (
              <li key={id} className="panels-pick-barred">
                <span className="strong">{label}</span> <span className="second">{whyNot}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
