import { Fragment } from 'react'
import './record-hash.css'

/** The whole hash, set in groups to be compared by eye; selecting takes it without the gaps. */
export function RecordHash({ hash }: { hash: string }) {
  const groups = hash.match(/.{1,8}/g) ?? []
  return (
    <span className="record-hash">
      {groups.map((group, index) => (
        <Fragment key={index}>
          <span className="record-hash-group">{group}</span>
          <wbr />
        </Fragment>
      ))}
    </span>
  )
}
