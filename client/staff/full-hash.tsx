import { Fragment } from 'react'
import './full-hash.css'

/** The whole hash, set in groups to be compared by eye; selecting takes it without the gaps. */
export function FullHash({ hash }: { hash: string }) {
  const groups = hash.match(/.{1,8}/g) ?? []
  return (
    <span className="full-hash">
      {groups.map((group, index) => (
        <Fragment key={index}>
          <span className="full-hash-group">{group}</span>
          <wbr />
        </Fragment>
      ))}
    </span>
  )
}
