import './wordmark.css'

/** Three rising blocks: the bands of a score. */
export function Wordmark({ home = '/' }: { home?: string | undefined }) {
  return (
    <a className="wordmark" href={home} aria-label="Panelroom">
      <svg className="wordmark-sign" viewBox="0 0 22 14" aria-hidden focusable="false">
        <path d="M0 9.5h6.2V14H0ZM8 5.5h6.2V14H8ZM16 0h6v14h-6Z" />
      </svg>
      <span className="wordmark-name">Panelroom</span>
    </a>
  )
}
