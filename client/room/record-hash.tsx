import './record-hash.css'

/** The hash of a locked record, shortened; all of it one step away. */
export function RecordHash({ hash }: { hash: string }) {
  return (
    <details className="record-hash">
      <summary>
        Record <span className="record-hash-short">{hash.slice(0, 12)}</span>
      </summary>
      <p className="record-hash-whole">{hash}</p>
      <p className="record-hash-note">SHA-256 of the record as it was locked.</p>
    </details>
  )
}
