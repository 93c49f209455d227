import { useEffect, useRef, useState } from 'react'
import { documentTitleSchema } from '../../shared/application/document.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import './title-field.css'

interface TitleFieldProps {
  readonly title: string
  /** Told the new title, or null where it stays. */
  readonly onKeep: (title: string | null) => void
}

/** A title that is being changed: Enter keeps it, Escape leaves it as it was. */
export function TitleField({ title, onKeep }: TitleFieldProps) {
  const [value, setValue] = useState(title)
  const [invalid, setInvalid] = useState(false)
  const box = useRef<HTMLFormElement>(null)
  useEffect(() => box.current?.querySelector('input')?.select(), [])

  return (
    <form
      ref={box}
      className="title-field"
      onSubmit={(event) => {
        event.preventDefault()
        const asked = documentTitleSchema.safeParse(value)
        setInvalid(!asked.success)
        if (asked.success) onKeep(asked.data)
      }}
    >
      <TextField
        label={`Title of ${title}`}
        hiddenLabel
        value={value}
        invalid={invalid ? 'A title has 1 to 120 characters.' : undefined}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onKeep(null)
        }}
      />
      <Button type="submit" size="small">
        Keep
      </Button>
      <Button kind="quiet" size="small" onClick={() => onKeep(null)}>
        Leave it
      </Button>
    </form>
  )
}
