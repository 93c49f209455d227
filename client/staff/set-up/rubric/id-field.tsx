import { useState } from 'react'
import { idFault, renamed } from '../../../../shared/rubric/edit/changed.ts'
import type { RubricPlace } from '../../../../shared/rubric/rubric-place.ts'
import { longestId } from '../../../../shared/rubric/rubric-limits.ts'
import { TextField } from '../../../ui/text-field.tsx'
import type { Editing } from './editing.ts'

interface IdFieldProps {
  readonly editing: Editing
  readonly place: Exclude<RubricPlace, { readonly of: 'whole' }>
}

/** What a part is called everywhere else; taken on leaving the field, as long as nothing else is called so. */
export function IdField({ editing, place }: IdFieldProps) {
  const { rubric, edit, open, isKept } = editing
  const [typed, setTyped] = useState<string | null>(null)
  const fault = typed === null ? null : idFault(rubric, place, typed.trim())
  if (place.of !== 'area' && isKept(place.id))
    return <TextField label="Id" readOnly value={place.id} hint="Answers are kept under it, so it stays." />

  function take(): void {
    const id = typed?.trim() ?? place.id
    setTyped(null)
    if (id === place.id || fault !== null) return
    edit(renamed(rubric, place, id), `the id of ${place.id}`)
    open({ of: place.of, id })
  }

  return (
    <TextField
      label="Id"
      value={typed ?? place.id}
      maxLength={longestId}
      autoComplete="off"
      invalid={fault ?? undefined}
      onChange={({ target: { value } }) => setTyped(value)}
      onBlur={take}
      onKeyDown={({ key }) => {
        if (key === 'Enter') take()
        if (key === 'Escape') setTyped(null)
      }}
    />
  )
}
