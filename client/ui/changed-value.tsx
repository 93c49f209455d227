import './changed-value.css'

export interface ChangedValueProps {
  value: number | string | null
  /** What it was; left away where nothing changed. */
  was?: number | string | undefined
  yours?: boolean | undefined
  /** What can be had, following in the third voice: "of 45". */
  of?: string | undefined
  size?: 'score' | 'body' | 'small' | undefined
}

/** A value with the one it replaced struck beside it. Nothing given is –. */
export function ChangedValue({ value, was, yours, of, size = 'score' }: ChangedValueProps) {
  return (
    <span className="changed-value" data-size={size} data-yours={yours || undefined}>
      {was !== undefined && was !== value && (
        <del className="changed-value-was">
          <span className="visually-hidden">before: </span>
          {was}
        </del>
      )}
      <ins className="changed-value-now">{value ?? '–'}</ins>
      {of !== undefined && <span className="changed-value-of">{of}</span>}
    </span>
  )
}

export interface ChangeReasonProps {
  /** The kind of reason: "Re-read the evidence". */
  reason: string
  /** The line the reviewer wrote under it. */
  line?: string | undefined
}

/** Why it was changed: the reason in the form's voice, the line in the writer's. */
export function ChangeReason({ reason, line }: ChangeReasonProps) {
  return (
    <p className="change-reason">
      <strong>{line ? `${reason}.` : reason}</strong> {line}
    </p>
  )
}
