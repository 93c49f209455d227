import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { limits } from '../../../shared/protocol/limits.ts'
import { Button } from '../../ui/button.tsx'
import { FieldSentence } from '../../ui/field-sentence.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { useCommand } from '../use-command.ts'

export interface EditMessageProps {
  readonly review: string
  readonly message: number
  readonly text: string
  readonly onDone: () => void
}

/** Changes one's own message in its place. What stood there stays readable. */
export function EditMessage({ review, message, text, onDone }: EditMessageProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [lacking, setLacking] = useState(false)
  const { pending, refused, run } = useCommand()
  // What one presses to change a message leads into it.
  useEffect(() => field.current?.focus(), [])

  async function save(): Promise<void> {
    const next = field.current?.value.trim() ?? ''
    setLacking(next === '')
    if (next === '') return field.current?.focus()
    if (next === text.trim() || (await run({ kind: 'thread.edit', review, message, text: next }))) onDone()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') onDone()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
    else return
    event.preventDefault()
  }

  return (
    <div className="thread-edit">
      <TextArea
        ref={field}
        label="Your message"
        rows={3}
        most={limits.reasonLength}
        defaultValue={text}
        invalid={lacking ? 'A message has words.' : undefined}
        onKeyDown={onKeyDown}
      />
      {refused !== null && (
        <FieldSentence id={`refused-${message}`} kind="fault">
          {refused}
        </FieldSentence>
      )}
      <div className="thread-edit-acts">
        <Button size="small" pending={pending} onClick={() => void save()}>
          Save
        </Button>
        <Button size="small" kind="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
