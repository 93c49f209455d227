import { boxId } from '../../../../shared/rubric/answered.ts'
import type { RowChange } from '../../../../shared/rubric/edit/changed.ts'
import { stretchedBands } from '../../../../shared/rubric/edit/row-bands.ts'
import {
  leastOf,
  type ChoiceRule,
  type ElementsRule,
  type Row,
  type Rubric,
  type Rule,
} from '../../../../shared/rubric/rubric.ts'
import { unitsPerPoint } from '../../../../shared/rubric/shown-points.ts'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { GuidanceFields } from './guidance-fields.tsx'
import { ListFields } from './list-fields.tsx'
import { PointsField } from './points-field.tsx'
import { WordsField } from './words-field.tsx'

interface RuleFieldsProps {
  readonly rubric: Rubric
  readonly row: Row
  /** Whether something may be kept under this id: a box that may be ticked stays. */
  readonly isKept: (id: string) => boolean
  readonly change: (what: string, to: RowChange) => void
}

type Kind = Rule['kind'] | 'none'

const kinds: readonly { readonly value: Kind; readonly label: string }[] = [
  { value: 'none', label: 'None: any points of its range' },
  { value: 'guidance', label: 'Guidance, which never blocks' },
  { value: 'choice', label: 'A choice: only these points' },
  { value: 'elements', label: 'Elements: points for each one in place' },
]

/** The rule of a row: what fixes its points, or what guides them. */
export function RuleFields({ rubric, row, isKept, change }: RuleFieldsProps) {
  const { rule } = row
  const stays = (element: ElementsRule['elements'][number]): boolean => isKept(boxId(row.id, element.id))
  const ticked = rule?.kind === 'elements' && rule.elements.some(stays)
  return (
    <fieldset className="rubric-fields-group">
      <legend className="field-label">Rule</legend>
      {ticked ? (
        <p className="rubric-fields-said">
          Elements: points for each one in place. Boxes may be ticked already, so it stays so.
        </p>
      ) : (
        <Select<Kind>
          label="How its points are given"
          hiddenLabel
          value={rule?.kind ?? 'none'}
          options={kinds}
          onChange={(kind) => change('the rule', { rule: ruleOf(rubric, row, kind) })}
        />
      )}
      {rule && (
        <WordsField
          label="The rule in words"
          value={rule.text}
          onChange={(text) => change('the words of the rule', { rule: { ...rule, text } })}
        />
      )}
      {rule?.kind === 'guidance' && (
        <GuidanceFields row={row} rule={rule} onChange={(next) => change('the guidance', { rule: next })} />
      )}
      {rule?.kind === 'choice' && (
        <ChoiceFields
          rubric={rubric}
          row={row}
          rule={rule}
          onChange={(next) => change('the choices', { rule: next })}
        />
      )}
      {rule?.kind === 'elements' && (
        <ElementsFields
          rubric={rubric}
          rule={rule}
          onChange={(next) => change('the elements', withElements(rubric, row, next))}
          stays={stays}
        />
      )}
    </fieldset>
  )
}

function ruleOf(rubric: Rubric, row: Row, kind: Kind): Rule | null {
  const text = row.rule?.text ?? ''
  switch (kind) {
    case 'none':
      return null
    case 'guidance':
      return { kind, text, bands: [] }
    case 'choice':
      return {
        kind,
        text,
        choices: [
          { points: row.max, when: '' },
          { points: leastOf(row), when: '' },
        ],
      }
    case 'elements':
      return { kind, text, each: unitsPerPoint(rubric), elements: [] }
  }
}

/** The maximum of a row that is scored by elements is what they give together. */
function withElements(rubric: Rubric, row: Row, rule: ElementsRule): RowChange {
  const max = rule.each * rule.elements.length
  return max === 0 ? { rule } : { rule, max, bands: stretchedBands(rubric, row.bands, { ...row, max }) }
}

interface ChoiceFieldsProps {
  readonly rubric: Rubric
  readonly row: Row
  readonly rule: ChoiceRule
  readonly onChange: (rule: ChoiceRule) => void
}

function ChoiceFields({ rubric, row, rule, onChange }: ChoiceFieldsProps) {
  return (
    <ListFields
      legend="Choices"
      items={rule.choices}
      fresh={() => ({ points: leastOf(row), when: '' })}
      add="Add a choice"
      one="Choice"
      onChange={(choices) => onChange({ ...rule, choices })}
    >
      {(choice, set, name) => (
        <div className="rubric-fields-choice">
          <PointsField
            label={`${name}: points`}
            rubric={rubric}
            units={choice.points}
            onChange={(points) => points !== null && set({ ...choice, points })}
          />
          <WordsField
            label={`${name}: when`}
            rows={1}
            value={choice.when}
            onChange={(when) => set({ ...choice, when })}
          />
        </div>
      )}
    </ListFields>
  )
}

interface ElementsFieldsProps {
  readonly stays: (element: ElementsRule['elements'][number]) => boolean
  readonly rubric: Rubric
  readonly rule: ElementsRule
  readonly onChange: (rule: ElementsRule) => void
}

function ElementsFields({ rubric, rule, stays, onChange }: ElementsFieldsProps) {
  return (
    <>
      <PointsField
        label="Points for each element"
        rubric={rubric}
        units={rule.each}
        onChange={(each) => each !== null && onChange({ ...rule, each })}
      />
      <ListFields
        legend="Elements"
        items={rule.elements}
        fresh={() => ({ id: freeElement(rule), title: '' })}
        add="Add an element"
        one="Element"
        stays={stays}
        onChange={(elements) => onChange({ ...rule, elements })}
      >
        {(element, set, name) => (
          <TextField
            label={name}
            hiddenLabel
            value={element.title}
            maxLength={300}
            onChange={({ target: { value } }) => set({ ...element, title: value })}
          />
        )}
      </ListFields>
    </>
  )
}

/** Ticks are kept under an element's id, so one that is added later gets one that none has had here. */
function freeElement({ elements }: ElementsRule): string {
  const numbers = elements.map(({ id }) => Number(/\d+$/.exec(id)?.[0] ?? 0))
  return `e${Math.max(0, ...numbers) + 1}`
}
