import { Icon } from './icon.tsx'
import './message.css'

export interface MessageProps {
  /** One sentence: what happened. */
  children: string
  action?: { label: string; onPress: () => void } | undefined
  onDismiss: () => void
}

/** A short message on a line of its own above the foot line. It covers nothing and stays until read. */
export function Message({ children, action, onDismiss }: MessageProps) {
  return (
    <div className="message">
      <p className="message-sentence" role="status">
        {children}
      </p>
      {action && (
        <button type="button" className="message-action" onClick={action.onPress}>
          {action.label}
        </button>
      )}
      <button type="button" className="message-dismiss" aria-label="Dismiss" onClick={onDismiss}>
        <Icon name="close" size="small" />
      </button>
    </div>
  )
}
