import { type ReactNode, useRef } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import './list-fields.css'

interface ListFieldsProps<T> {
  readonly legend: string
  readonly items: readonly T[]
  /** What is added. */
  readonly fresh: () => T
  /** "Add an element" */
  readonly add: string
  /** "Element": what one of them is called, with its number. */
  readonly one: string
  readonly onChange: (items: readonly T[]) => void
  /** What cannot be taken away. */
  readonly stays?: ((item: T) => boolean) | undefined
  readonly children: (item: T, set: (item: T) => void, name: string) => ReactNode
}

/** Some things in an order, each with its fields: added, moved and taken away by buttons. */
export function ListFields<T>(props: ListFieldsProps<T>) {
  const { legend, items, fresh, add, one, onChange, stays = () => false, children } = props
  const list = useRef<HTMLOListElement>(null)

  function addOne(): void {
    onChange([...items, fresh()])
    requestAnimationFrame(() =>
      list.current?.lastElementChild?.querySelector<HTMLElement>('input, textarea')?.focus(),
    )
  }

  return (
    <fieldset className="list-fields">
      <legend className="field-label">{legend}</legend>
      {items.length > 0 && (
        <ol ref={list} className="list-fields-items">
          {items.map((item, index) => {
            const name = `${one} ${index + 1}`
            return (
              // One is told from another by its place alone.
              <li key={name} className="list-fields-item">
                <div className="list-fields-one">
                  {children(item, (next) => onChange(items.with(index, next)), name)}
                </div>
                <div className="list-fields-tools">
                  <Tool
                    label={`${name}: earlier`}
                    icon="chevron-up"
                    off={index === 0}
                    onPress={() => onChange(exchanged(items, index - 1))}
                  />
                  <Tool
                    label={`${name}: later`}
                    icon="chevron-down"
                    off={index === items.length - 1}
                    onPress={() => onChange(exchanged(items, index))}
                  />
                  {!stays(item) && (
                    <Tool
                      label={`${name}: take out`}
                      icon="close"
                      off={false}
                      onPress={() => onChange(items.toSpliced(index, 1))}
                    />
                  )}
                </div>
              </li>
            )
          })}
        </ol>
      )}
      <p>
        <Button kind="quiet" size="small" icon="plus" onClick={addOne}>
          {add}
        </Button>
      </p>
    </fieldset>
  )
}

interface ToolProps {
  readonly label: string
  readonly icon: 'chevron-up' | 'chevron-down' | 'close'
  readonly off: boolean
  readonly onPress: () => void
}

function Tool({ label, icon, off, onPress }: ToolProps) {
  return (
    <button
      type="button"
      className="list-fields-tool"
      aria-label={label}
      aria-disabled={off || undefined}
      onClick={() => {
        if (!off) onPress()
      }}
    >
      <Icon name={icon} size="small" />
    </button>
  )
}

/** The thing there and the one after it, the other way round. */
function exchanged<T>(items: readonly T[], index: number): readonly T[] {
  const two = items.slice(index, index + 2)
  return items.toSpliced(index, 2, ...two.toReversed())
}
