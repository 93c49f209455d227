import { Icon } from './icon.tsx'
import './field.css'

/** What is wrong, at its field. `warning` says something and blocks nothing. */
export function FieldSentence({
  id,
  kind,
  children,
}: {
  id: string
  kind: 'fault' | 'warning'
  children: string
}) {
  return (
    <p className={`field-${kind}`} id={id} role={kind === 'fault' ? 'alert' : undefined}>
      <Icon name="warning" size="small" />
      <span>{children}</span>
    </p>
  )
}
