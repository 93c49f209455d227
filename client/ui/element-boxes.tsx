import { useId } from 'react'
import { shownPoints } from '../../shared/rubric/shown-points.ts'
import { shownEnd, type Scaled } from '../../shared/rubric/told-points.ts'
import { Checkbox } from './checkbox.tsx'
import { Icon } from './icon.tsx'
import './element-boxes.css'

export interface ElementBoxesProps {
  rubric: Scaled
  /** "Elements of (C)(1)" */
  label: string
  elements: readonly { readonly id: string; readonly title: string }[]
  checked: ReadonlySet<string>
  /** Points of one element, and of the row, in units. */
  each: number
  max: number
  onToggle?: ((id: string, checked: boolean) => void) | undefined
}

/** The elements of a row that is scored by counting them, each with its title. Without `onToggle` they are only read. */
export function ElementBoxes({ rubric, label, elements, checked, each, max, onToggle }: ElementBoxesProps) {
  const sum = useId()
  return (
    <fieldset className="element-boxes" aria-describedby={sum}>
      <legend className="element-boxes-label">{label}</legend>
      <ol className="element-boxes-list">
        {elements.map(({ id, title }, index) => (
          <li key={id} className="element-boxes-element">
            {onToggle ? (
              <Checkbox checked={checked.has(id)} onChange={(now) => onToggle(id, now)}>
                <Title place={index + 1} title={title} />
              </Checkbox>
            ) : (
              <span className="element-boxes-read">
                <Box filled={checked.has(id)} />
                <span>
                  <Title place={index + 1} title={title} />
                  <span className="visually-hidden">{checked.has(id) ? ', in place' : ', not in place'}</span>
                </span>
              </span>
            )}
          </li>
        ))}
      </ol>
      <p className="element-boxes-sum" id={sum}>
        <strong>{shownPoints(rubric, checked.size * each)}</strong> of {shownEnd(rubric, max)}: {checked.size}{' '}
        of the {elements.length} elements
      </p>
    </fieldset>
  )
}

/** The same boxes in one line without titles, for comparing people. Say the sum beside it. */
export function ElementRow({ elements, checked }: Pick<ElementBoxesProps, 'elements' | 'checked'>) {
  return (
    <span className="element-row" aria-hidden>
      {elements.map(({ id }) => (
        <Box key={id} filled={checked.has(id)} />
      ))}
    </span>
  )
}

function Title({ place, title }: { place: number; title: string }) {
  return (
    <>
      <span className="element-boxes-place">{place}</span> {title}
    </>
  )
}

function Box({ filled }: { filled: boolean }) {
  return (
    <span className="element-box" data-filled={filled || undefined} aria-hidden>
      {filled && <Icon name="check" size="small" />}
    </span>
  )
}
