import { useLayoutEffect, useRef } from 'react'
import type { Rubric } from '../../../../shared/rubric/rubric.ts'
import { rowsOf } from '../../../../shared/rubric/rubric.ts'
import { nameOf } from '../../../../shared/set-up-words/told-rule.ts'
import { announce } from '../../../ui/announce.tsx'
import { ListTool } from '../../../ui/list-tool.tsx'
import { Select } from '../../../ui/select.tsx'

interface TieBreakSettingProps {
  readonly chosen: readonly string[]
  readonly rubric: Rubric
  readonly onChange: (chosen: string[]) => void
}

const most = 20

/** Criteria and rows of the rubric in the order in which they break a tie. */
export function TieBreakSetting({ chosen, rubric, onChange }: TieBreakSettingProps) {
  const list = useRef<HTMLOListElement>(null)
  const pressed = useRef<string | null>(null)
  const order = chosen.join(' ')
  // What is put elsewhere in the page loses the focus that it had.
  useLayoutEffect(() => {
    const { current: at } = pressed
    pressed.current = null
    if (at !== null) list.current?.querySelector<HTMLElement>(`[data-act="${CSS.escape(at)}"]`)?.focus()
  }, [order])

  const ids = rubric.criteria.flatMap((criterion) => [
    criterion.id,
    ...criterion.rows.map(({ id }) => id).filter((id) => id !== criterion.id),
  ])
  const known = new Set([...ids, ...rowsOf(rubric).map(({ id }) => id)])
  const left = ids.filter((id) => !chosen.includes(id))

  function move(id: string, by: -1 | 1): void {
    const at = chosen.indexOf(id)
    const to = at + by
    if (to < 0 || to >= chosen.length) return
    const next = chosen.filter((each) => each !== id)
    next.splice(to, 0, id)
    pressed.current = `${by} ${id}`
    announce(`${nameOf(rubric, id)} is number ${to + 1}.`)
    onChange(next)
  }

  return (
    <div className="tie-break">
      {chosen.length > 0 && (
        <ol className="tie-break-list" aria-label="Breaks a tie, in this order" ref={list}>
          {chosen.map((id, at) => (
            <li key={id} className="tie-break-item">
              <span className="tie-break-number">{at + 1}</span>
              <span data-unknown={!known.has(id) || undefined}>{nameOf(rubric, id)}</span>
              <span className="tie-break-tools">
                <ListTool
                  act={`-1 ${id}`}
                  icon="chevron-up"
                  label={`Move ${id} up`}
                  onPress={() => move(id, -1)}
                />
                <ListTool
                  act={`1 ${id}`}
                  icon="chevron-down"
                  label={`Move ${id} down`}
                  onPress={() => move(id, 1)}
                />
                <ListTool
                  act={`off ${id}`}
                  icon="close"
                  label={`Take ${id} off the list`}
                  onPress={() => {
                    const next = chosen.filter((each) => each !== id)
                    pressed.current = next[at] === undefined ? null : `off ${next[at]}`
                    announce(`${nameOf(rubric, id)} is off the list.`)
                    onChange(next)
                  }}
                />
              </span>
            </li>
          ))}
        </ol>
      )}
      {chosen.length < most && (
        <Select
          label="Add a criterion or row"
          value=""
          placeholder={chosen.length === 0 ? 'Nothing breaks a tie' : 'Choose one'}
          options={left.map((id) => ({ value: id, label: nameOf(rubric, id) }))}
          onChange={(id) => onChange([...chosen, id])}
        />
      )}
    </div>
  )
}
