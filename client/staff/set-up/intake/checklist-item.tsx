import { ListTool } from '../../../ui/list-tool.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { DraftCheck } from './checklist-draft.ts'

interface ChecklistItemProps {
  readonly item: DraftCheck
  readonly number: number
  /** Saving was tried: what is missing is said. */
  readonly asked: boolean
  /** An application was judged by it: it stays on the list, and what it asks for and when stays as it was. */
  readonly judged: boolean
  readonly onChange: (item: DraftCheck) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

const words = { review: 'Review', award: 'An award' } as const

/** One item of the checklist as it is typed. */
export function ChecklistItem({
  item,
  number,
  asked,
  judged,
  onChange,
  onMove,
  onRemove,
}: ChecklistItemProps) {
  const { key, title, source, before } = item
  const called = title.trim() === '' ? `item ${number}` : title.trim()
  return (
    <li className="checklist-item">
      <span className="checklist-number" aria-hidden>
        {number}
      </span>
      <TextField
        label="What is asked for"
        value={title}
        maxLength={200}
        readOnly={judged}
        data-act={`title ${key}`}
        invalid={asked && title.trim() === '' ? 'Say what is asked for.' : undefined}
        onChange={(event) => onChange({ ...item, title: event.target.value })}
      />
      <TextField
        label="Where it is asked for"
        value={source}
        maxLength={200}
        onChange={(event) => onChange({ ...item, source: event.target.value })}
      />
      {judged ? (
        <TextField label="Judged before" value={words[before]} readOnly />
      ) : (
        <Select
          label="Judged before"
          value={before}
          options={[
            { value: 'review', label: words.review },
            { value: 'award', label: words.award },
          ]}
          onChange={(next) => onChange({ ...item, before: next })}
        />
      )}
      <span className="checklist-tools">
        <ListTool
          act={`-1 ${key}`}
          icon="chevron-up"
          label={`Move up: ${called}`}
          onPress={() => onMove(-1)}
        />
        <ListTool
          act={`1 ${key}`}
          icon="chevron-down"
          label={`Move down: ${called}`}
          onPress={() => onMove(1)}
        />
        {judged ? (
          <span className="checklist-judged">Judged, stays</span>
        ) : (
          <ListTool act={`off ${key}`} icon="close" label={`Remove: ${called}`} onPress={onRemove} />
        )}
      </span>
    </li>
  )
}
