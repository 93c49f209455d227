import './keycap.css'

/** The key that does the same, set beside the words of a control. */
export function Keycap({ children }: { children: string }) {
  return <kbd className="keycap">{children}</kbd>
}
