import { type RefObject, useRef, useState } from 'react'
import { limits } from '../../shared/protocol/limits.ts'
import { TextArea } from '../ui/text-area.tsx'

export interface GivenReason {
  readonly area: RefObject<HTMLTextAreaElement | null>
  readonly missing: boolean
  readonly typed: () => void
  /** The reason as it stands; null, with the focus in the field and a sentence at it, where there is none. */
  readonly take: () => string | null
}

/** A written reason, without which nothing is decided. */
export function useReason(): GivenReason {
  const area = useRef<HTMLTextAreaElement>(null)
  const [missing, setMissing] = useState(false)
  return {
    area,
    missing,
    typed: () => setMissing(false),
    take: () => {
      const reason = area.current?.value.trim() ?? ''
      setMissing(reason === '')
      if (reason !== '') return reason
      area.current?.focus()
      return null
    },
  }
}

/** The field of a written reason. */
export function ReasonField({ reason }: { reason: GivenReason }) {
  return (
    <TextArea
      ref={reason.area}
      label="Your reason, for the record"
      most={limits.reasonLength}
      rows={3}
      invalid={reason.missing ? 'Write a reason. It stays in the record with your decision.' : undefined}
      onInput={reason.typed}
    />
  )
}
