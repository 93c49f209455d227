import { TextField } from '../../../ui/text-field.tsx'
import { ListFields } from './list-fields.tsx'
import { WordsField } from './words-field.tsx'

interface Lettered {
  readonly label: string
  readonly text: string
}

interface PartsFieldsProps {
  readonly parts: readonly Lettered[]
  readonly onChange: (parts: readonly Lettered[]) => void
}

/** The lettered parts of what is asked: "(a) Terms and conditions". */
export function PartsFields({ parts, onChange }: PartsFieldsProps) {
  return (
    <ListFields
      legend="Lettered parts"
      items={parts}
      fresh={() => ({
        label: `(${'abcdefghijklmnopqrstuvwxyz'[parts.length] ?? parts.length + 1})`,
        text: '',
      })}
      add="Add a part"
      one="Part"
      onChange={onChange}
    >
      {(part, set, name) => (
        <div className="rubric-fields-lettered">
          <TextField
            label={`${name}: letter`}
            hiddenLabel
            value={part.label}
            maxLength={60}
            onChange={({ target: { value } }) => set({ ...part, label: value })}
          />
          <WordsField
            label={`${name}: words`}
            hiddenLabel
            rows={1}
            value={part.text}
            onChange={(text) => set({ ...part, text })}
          />
        </div>
      )}
    </ListFields>
  )
}
