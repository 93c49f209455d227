import { useId } from 'react'
import { FieldSentence } from '../ui/field-sentence.tsx'

/** Why the server did not do it, under what was pressed. Draws nothing where it did. */
export function Refused({ sentence }: { sentence: string | null }) {
  const id = useId()
  if (sentence === null) return null
  return (
    <FieldSentence id={id} kind="fault">
      {sentence}
    </FieldSentence>
  )
}
