import { changeWhole, idFault } from '../../../../shared/rubric/edit/changed.ts'
import { inSteps, scaleOf, withBest, withResult } from '../../../../shared/rubric/edit/scaled.ts'
import { titleFault } from '../../../../shared/rubric/edit/untitled.ts'
import { longestId } from '../../../../shared/rubric/rubric-limits.ts'
import { wholeRubric } from '../../../../shared/rubric/rubric-place.ts'
import type { Scale } from '../../../../shared/rubric/rubric.ts'
import { useState } from 'react'
import { FieldSentence } from '../../../ui/field-sentence.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Editing } from './editing.ts'
import { PointsField } from './points-field.tsx'

const steps = [
  { value: '1', label: 'Whole points' },
  { value: '2', label: 'Halves' },
  { value: '4', label: 'Quarters' },
  { value: '10', label: 'Tenths' },
] as const

const perPoint = { 1: 1, 2: 2, 4: 4, 10: 10 } as const

const tellings = [
  { value: 'mean', label: 'Mean, in points' },
  { value: 'times1', label: 'Mean, two decimals' },
  { value: 'times10', label: 'Mean times 10, no decimals' },
] as const

type Telling = (typeof tellings)[number]['value']

const results: Readonly<Record<Telling, Scale['result'] | null>> = {
  mean: null,
  times1: { times: 1, decimals: 2 },
  times10: { times: 10, decimals: 0 },
}

/** What is so for the whole rubric: its name, its scale, and what an application must reach. */
export function WholeFields({ editing }: { readonly editing: Editing }) {
  const { rubric, frozen, edit } = editing
  const [stuck, setStuck] = useState<string | null>(null)
  const scale = scaleOf(rubric)
  const telling = tellings.find(({ value }) => JSON.stringify(results[value]) === toldAs(scale))
  return (
    <div className="rubric-fields">
      <TextField
        label="Title"
        value={rubric.title}
        invalid={titleFault(rubric.title)}
        maxLength={200}
        onChange={({ target: { value } }) => edit(changeWhole(rubric, { title: value }), 'the title')}
      />
      <TextField
        label="Id"
        hint="What exports and files call it."
        value={rubric.id}
        maxLength={longestId}
        readOnly={frozen}
        invalid={idFault(rubric, wholeRubric, rubric.id) ?? undefined}
        onChange={({ target: { value } }) => edit(changeWhole(rubric, { id: value }), 'the id')}
      />
      {frozen ? (
        <p className="rubric-fields-said">
          Points are given in{' '}
          {steps.find(({ value }) => value === String(scale.perPoint))?.label.toLowerCase()};{' '}
          {scale.best === 'high' ? 'more' : 'fewer'} points are better. Points were given on this scale, so a
          new version keeps it.
        </p>
      ) : (
        <div className="rubric-fields-line">
          <Select
            label="Points are given in"
            value={String(scale.perPoint) as (typeof steps)[number]['value']}
            options={steps}
            onChange={(step) => {
              const next = inSteps(rubric, perPoint[step])
              setStuck(typeof next === 'string' ? next : null)
              if (typeof next !== 'string') edit(next, 'the step of the scale')
            }}
          />
          <Select
            label="Better is"
            value={scale.best}
            options={[
              { value: 'high', label: 'More points' },
              { value: 'low', label: 'Fewer points' },
            ]}
            onChange={(best) => edit(withBest(rubric, best), 'the better end of the scale')}
          />
          <Select
            label="The result is told as"
            value={telling?.value ?? ''}
            options={tellings}
            placeholder={`Mean times ${scale.result?.times ?? 1}`}
            onChange={(told) => edit(withResult(rubric, results[told]), 'how the result is told')}
          />
        </div>
      )}
      {stuck !== null && (
        <FieldSentence id="rubric-step-fault" kind="fault">
          {stuck}
        </FieldSentence>
      )}
      <PointsField
        label="Threshold, if there is one"
        rubric={rubric}
        units={rubric.threshold ?? null}
        optional
        hint="What an application’s score has to reach."
        onChange={(units) => edit(changeWhole(rubric, { threshold: units ?? undefined }), 'the threshold')}
      />
    </div>
  )
}

function toldAs({ result }: Scale): string {
  return JSON.stringify(result ? { times: result.times, decimals: result.decimals } : null)
}
