import { type ComponentProps, type KeyboardEvent, useId } from 'react'
import { FieldSentence } from './field-sentence.tsx'
import { Icon } from './icon.tsx'
import { type NumberEntry, useNumberEntry } from './number-entry.ts'
import './number-field.css'

/** How the numbers of a field are written and read, where they are not what is written: points that are counted in halves. */
export interface NumberWords {
  readonly shown: (value: number) => string
  /** What was typed, or null where it is no number yet. */
  readonly read: (typed: string) => number | null
  /** What of the keyboard's input can stand in the field. */
  readonly typable: (typed: string) => string
  /** Of the written numbers, as a program is told them. */
  readonly told: (value: number) => number
  readonly decimals: boolean
}

const wholeNumbers: NumberWords = {
  shown: String,
  read: (typed) => (typed === '' ? null : Number(typed)),
  typable: (typed) => typed.replace(/\D/gu, ''),
  told: (value) => value,
  decimals: false,
}

export interface NumberFieldProps {
  /** "Points, of 25". */
  label: string
  value: number | null
  /** The least that can be given; 0 where it is left out. */
  min?: number | undefined
  max: number
  /** How numbers are written and read; whole ones in digits where it is left out. */
  words?: NumberWords | undefined
  /** Where only some numbers can be given (10, 5 or 0), the arrows go from one to the next. */
  choices?: readonly number[] | undefined
  step?: number | undefined
  /** The number that this one replaces, as it is written, struck beside it. */
  was?: string | undefined
  /** Why a number cannot be given, or null. Without it: whole numbers from 0 to the maximum. */
  check?: ((value: number) => string | null) | undefined
  /** What somebody else has to say against the committed number (a refusal by the server). */
  invalid?: string | undefined
  warning?: string | undefined
  /** After Enter, on leaving, or after a second's rest; never a number that `check` refuses. */
  onCommit: (value: number | null) => void
  /** At each change, for a picture that follows the hand. */
  onDraft?: ((value: number | null) => void) | undefined
  readOnly?: boolean | undefined
  /** The id of what describes it besides, such as the rule that it follows. */
  describedBy?: string | undefined
  ref?: ComponentProps<'input'>['ref']
  id?: string | undefined
}

/** A number with its stepper, holding what is entered by itself. */
export function NumberField({ value, onCommit, onDraft, check, ...rest }: NumberFieldProps) {
  const { max } = rest
  const ownCheck = (points: number) => (points <= max ? null : `Whole numbers from 0 to ${max}.`)
  return (
    <NumberBox {...rest} entry={useNumberEntry({ value, onCommit, onDraft, check: check ?? ownCheck })} />
  )
}

export type NumberBoxProps = Omit<NumberFieldProps, 'value' | 'onCommit' | 'onDraft' | 'check'> & {
  entry: NumberEntry
}

/** The same on an entry that others share. Arrow keys one up and down, Page keys five, Escape takes back what is not yet said. */
export function NumberBox(props: NumberBoxProps) {
  const {
    label,
    min = 0,
    max,
    words = wholeNumbers,
    choices,
    step = 1,
    was,
    invalid,
    warning,
    readOnly = false,
    ref,
    entry,
    describedBy,
  } = props
  const own = useId()
  const id = props.id ?? own
  const fault = entry.fault ?? invalid
  const written = entry.entered === null ? '' : words.shown(entry.entered)
  const shown = entry.typed ?? written

  function move(by: number): void {
    if (readOnly) return
    entry.enter(next(entry.entered, by, { min, max, step, choices }))
  }

  function onKeyDown(event: KeyboardEvent): void {
    const by = { ArrowUp: 1, ArrowDown: -1, PageUp: 5, PageDown: -5 }[event.key]
    if (by !== undefined) {
      event.preventDefault()
      move(by)
    } else if (event.key === 'Enter') entry.commit()
    else if (event.key === 'Escape') entry.discard()
  }

  return (
    <div className="number-field">
      <label className="field-label number-field-label" htmlFor={id}>
        {label}
      </label>
      <div
        className="number-field-box"
        data-invalid={fault ? true : undefined}
        data-readonly={readOnly || undefined}
        data-decimals={words.decimals || undefined}
      >
        {was !== undefined && <del className="number-field-was">{was}</del>}
        <input
          ref={ref}
          id={id}
          className="number-field-input"
          type="text"
          inputMode={words.decimals ? 'decimal' : 'numeric'}
          autoComplete="off"
          role="spinbutton"
          aria-valuemin={words.told(min)}
          aria-valuemax={words.told(max)}
          aria-valuenow={entry.entered === null ? undefined : words.told(entry.entered)}
          aria-valuetext={entry.entered === null ? 'no points' : shown}
          aria-invalid={fault ? true : undefined}
          aria-describedby={
            [fault && `${id}-fault`, warning && `${id}-warning`, describedBy].filter(Boolean).join(' ') ||
            undefined
          }
          aria-readonly={readOnly || undefined}
          readOnly={readOnly}
          maxLength={words.decimals ? 6 : 4}
          placeholder={readOnly ? '–' : undefined}
          value={shown}
          onChange={(event) => {
            const typed = words.typable(event.target.value)
            entry.enter(words.read(typed), words.decimals ? typed : null)
          }}
          onKeyDown={onKeyDown}
          onFocus={(event) => event.target.select()}
          onBlur={entry.commit}
        />
        {!readOnly && (
          <span className="number-field-stepper">
            <Stepper label={`One more: ${label}`} icon="plus" onPress={() => move(1)} />
            <Stepper label={`One less: ${label}`} icon="minus" onPress={() => move(-1)} />
          </span>
        )}
      </div>
      {fault && (
        <FieldSentence id={`${id}-fault`} kind="fault">
          {fault}
        </FieldSentence>
      )}
      {warning && !fault && (
        <FieldSentence id={`${id}-warning`} kind="warning">
          {warning}
        </FieldSentence>
      )}
    </div>
  )
}

// The arrow keys of the field do the same, so the stepper is for pointers and stays out of the order of Tab.
function Stepper({ label, icon, onPress }: { label: string; icon: 'plus' | 'minus'; onPress: () => void }) {
  return (
    <button type="button" className="number-field-step" tabIndex={-1} aria-label={label} onClick={onPress}>
      <Icon name={icon} size="small" />
    </button>
  )
}

type Scale = { min: number; max: number; step: number; choices: readonly number[] | undefined }

function next(from: number | null, by: number, { min, max, step, choices }: Scale): number {
  if (choices) {
    const sorted = choices.toSorted((a, b) => a - b)
    const onward =
      by > 0
        ? sorted.find((c) => from === null || c > from)
        : sorted.findLast((c) => from === null || c < from)
    return onward ?? from ?? 0
  }
  // Nothing counts as 0: one step up from there, and where 0 cannot be given the least.
  if (from === null) return by > 0 ? Math.min(Math.max(step, min), max) : min
  // From between two steps to the next of them.
  const on = Number.isInteger(from) ? from + by * step : by > 0 ? Math.ceil(from) : Math.floor(from)
  return Math.max(min, Math.min(max, on))
}
