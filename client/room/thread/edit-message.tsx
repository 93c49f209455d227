import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { limits } from '../../../shared/protocol/limits.ts'
import { Button } from '../../ui/button.tsx'
import { FieldSentence } from '../../ui/field-sentence.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { announce } from '../../ui/announce.tsx'
import { useCommand } from '../use-command.ts'
import { isChanged, type Edited } from './kept-messages.ts'
import type { Outbox } from './outbox.ts'

export interface EditMessageProps {
  readonly review: string
  readonly message: number
  readonly edit: Edited
  readonly outbox: Outbox
  /** Whether the one who presses to change it is led into it; otherwise it is there again, and takes no focus. */
  readonly pressed: boolean
}

/** Changes one's own message in its place. What stood there stays readable; what is typed waits with its row until it is saved. */
export function EditMessage({ review, message, edit, outbox, pressed }: EditMessageProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [lacking, setLacking] = useState(false)
  const { pending, refused, run } = useCommand()
  useEffect(() => {
    if (pressed) field.current?.focus()
  }, [pressed])

  async function save(): Promise<void> {
    const next = field.current?.value.trim() ?? ''
    setLacking(next === '')
    if (next === '') return field.current?.focus()
    if (!isChanged(edit.was, next)) return outbox.endEdit(message)
    if (await run({ kind: 'thread.edit', review, message, text: next })) outbox.saved(message, next)
  }

  /** A key pressed by the way throws nothing away. */
  function leave(): void {
    if (isChanged(edit.was, field.current?.value ?? '')) announce('Not saved yet: save it or cancel it.')
    else outbox.endEdit(message)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') leave()
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
        defaultValue={edit.text}
        onInput={(event) => outbox.typeEdit(message, event.currentTarget.value)}
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
        <Button size="small" kind="quiet" onClick={() => outbox.endEdit(message)}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
