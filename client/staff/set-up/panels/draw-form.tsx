import { useState } from 'react'
import type { AssignmentPage } from '../../../../shared/protocol/assignment-page.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { FieldSentence } from '../../../ui/field-sentence.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Draft } from './draft.ts'
import { most, wholeIn, wholeSizes, type Sizes, type WholeSizes } from './sizes.ts'
import { useDraw, type Drawn } from './use-draw.ts'

interface DrawFormProps {
  readonly page: AssignmentPage
  readonly draft: Draft
  readonly sizes: Sizes
  readonly onSizes: (sizes: Sizes) => void
  readonly onDrawn: (draft: Draft, what: string) => void
  /** Whether drawing is the next thing to do. */
  readonly isNext: boolean
}

/** Panels drawn at random: how many, of how many, and by which seed. */
export function DrawForm({ page, draft, sizes, onSizes, onDrawn, isNext }: DrawFormProps) {
  const [seed, setSeed] = useState('')
  const [keeps, setKeeps] = useState(false)
  const [uneven, setUneven] = useState(false)
  const { drawn, draw, giveUp } = useDraw()
  const whole = wholeSizes(sizes, page.reviewers.length)
  const working = page.atWork.panels.length
  const canKeep = draft.panels.length > working

  async function begin({ panels, seats, mostPanels }: WholeSizes): Promise<void> {
    const copied = draft.panels.map((panel) => ({ ...panel, reviewers: [...panel.reviewers] }))
    const found = await draw({
      panels,
      seats,
      mostPanels,
      ...(seed.trim() !== '' && { seed: seed.trim() }),
      ...(keeps && canKeep && { keep: { panels: copied, places: { ...draft.places } } }),
      ...(uneven && { uneven }),
    })
    // Where nothing was left to draw, the panels came about as they had before.
    const next = found && { ...found, draw: found.draw ?? draft.draw }
    if (next) onDrawn(next, keeps && canKeep ? 'What was missing is drawn' : 'Panels are drawn at random')
  }

  return (
    <section className="panels-section" aria-labelledby="panels-draw">
      <h2 id="panels-draw" className="t-heading">
        Draw panels
      </h2>
      <p className="second">
        Nobody reads an application of their own State or organization, or one that they declared a conflict
        with; load is even. {working > 0 && `${staying(page)} stay as they are. `}Every draw goes on record
        with its seed; the panels count once you save them.
      </p>
      <form
        className="panels-draw"
        onSubmit={(event) => {
          event.preventDefault()
          if (whole && drawn.is !== 'drawing') void begin(whole)
        }}
      >
        <div className="panels-draw-fields">
          <NumberOf
            label={working > 0 ? 'Panels, with those kept' : 'Panels'}
            typed={sizes.panels}
            upTo={most.panels}
            onType={(panels) => onSizes({ ...sizes, panels })}
          />
          <NumberOf
            label="Seats a panel"
            hint="2010: five"
            typed={sizes.seats}
            upTo={most.seats}
            onType={(seats) => onSizes({ ...sizes, seats })}
          />
          <NumberOf
            label="Most panels a reviewer"
            hint={`Empty: ${whole && sizes.mostPanels.trim() === '' ? whole.mostPanels : 'as few as needed'}`}
            typed={sizes.mostPanels}
            upTo={most.mostPanels}
            mayBeEmpty
            onType={(mostPanels) => onSizes({ ...sizes, mostPanels })}
          />
          <TextField
            label="Seed"
            hint="Empty: a new one. The same seed draws the same panels."
            value={seed}
            maxLength={64}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setSeed(event.target.value)}
          />
        </div>
        <div className="panels-draw-ways">
          {canKeep && (
            <Checkbox small checked={keeps} onChange={setKeeps}>
              Keep the draft, and draw what it lacks
            </Checkbox>
          )}
          <Checkbox small checked={uneven} onChange={setUneven}>
            Load may be uneven where it must
          </Checkbox>
        </div>
        <div className="panels-tools">
          <Button type="submit" kind={isNext ? 'primary' : 'plain'} pending={drawn.is === 'drawing'}>
            Draw at random
          </Button>
          {drawn.is === 'drawing' && (
            <>
              <p>
                Panels are being drawn. Most take a second; where rules leave little room it takes up to 40.
              </p>
              <Button kind="quiet" onClick={giveUp}>
                Give up
              </Button>
            </>
          )}
        </div>
      </form>
      <Ended drawn={drawn} />
    </section>
  )
}

/** Which panels no draw changes. */
function staying({ atWork, kept }: AssignmentPage): string {
  const withheld = 'that read an application that you are recused from'
  if (kept.length === 0) return 'Panels at work'
  return kept.length === atWork.panels.length
    ? `Panels ${withheld}`
    : `Panels at work, and those ${withheld},`
}

interface NumberOfProps {
  readonly label: string
  readonly hint?: string
  readonly typed: string
  readonly upTo: number
  readonly mayBeEmpty?: boolean
  readonly onType: (typed: string) => void
}

function NumberOf({ label, hint, typed, upTo, mayBeEmpty = false, onType }: NumberOfProps) {
  const isFine = (mayBeEmpty && typed.trim() === '') || wholeIn(typed, upTo) !== null
  return (
    <TextField
      label={label}
      hint={hint}
      inputMode="numeric"
      autoComplete="off"
      value={typed}
      invalid={isFine ? undefined : `A whole number from 1 to ${upTo}.`}
      onChange={(event) => onType(event.target.value)}
    />
  )
}

/** Why there are no panels; what was there before stays. */
function Ended({ drawn }: { readonly drawn: Drawn }) {
  if (drawn.is === 'failed')
    return (
      <FieldSentence id="panels-draw-failed" kind="fault">
        {drawn.sentence}
      </FieldSentence>
    )
  if (drawn.is !== 'none') return null
  return (
    <div className="panels-none" role="alert">
      <h3 className="t-subheading">
        {drawn.proven ? 'There are no such panels.' : 'No such panels were found; there may be some.'}
      </h3>
      <ul>
        {drawn.impossible.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}
