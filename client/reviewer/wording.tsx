import './wording.css'

interface WordingProps {
  readonly summary: string
  readonly parts: readonly { readonly label: string; readonly text: string }[]
}

/** What a row or priority asks, in one paragraph with its lettered parts. */
export function Wording({ summary, parts }: WordingProps) {
  return (
    <p className="wording t-notice">
      {summary}
      {parts.map(({ label, text }, index) => (
        <span key={label}>
          {' '}
          <strong>{label}</strong> {text}
          {index === parts.length - 1 ? '.' : ';'}
        </span>
      ))}
    </p>
  )
}
