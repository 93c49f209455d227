import type { AbsoluteView } from '../../shared/competition/absolute-view.ts'
import { countSentence } from '../official/standing.ts'
import { Dated } from '../reviewer/dated.tsx'
import './locked.css'

/** After the lock: what the panel says of an absolute priority, and the selecting official's decision in writing, once there is one. */
export function LockedAbsolute({ absolute }: { absolute: AbsoluteView }) {
  const { decided } = absolute
  return (
    <div className="locked-vote">
      <h3 className="locked-label">Absolute priority</h3>
      <p>{countSentence(absolute)}</p>
      {decided ? (
        <>
          <p>
            <strong>Decided: {decided.outcome === 'met' ? 'Met' : 'Not met'}</strong>, by {decided.by},{' '}
            <Dated at={decided.at} />
          </p>
          <p className="locked-reasons">{decided.reasons}</p>
        </>
      ) : (
        <p className="second">The selecting official has not decided yet.</p>
      )}
    </div>
  )
}
