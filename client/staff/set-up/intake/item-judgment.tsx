import { useEffect, useRef, useState } from 'react'
import type { JudgmentView, SetUpApplication, SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import type { Check } from '../../../../shared/competition/set-up.ts'
import { factOf } from '../../../../shared/set-up-words/intake-facts.ts'
import { Dated } from '../../../reviewer/dated.tsx'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSetUpCommand } from '../use-set-up.ts'
import { JudgeForm } from './judge-form.tsx'

interface ItemJudgmentProps {
  /** Its place on the checklist, from 1. */
  readonly number: number
  readonly check: Check
  readonly setUp: SetUpPage
  readonly application: SetUpApplication
}

/** One item of one application: how it was judged, what was judged before that, or what judges it. */
export function ItemJudgment({ number, check, setUp, application }: ItemJudgmentProps) {
  const sent = useSetUpCommand()
  const judged = application.intake[check.id]
  /** The judgment that is being replaced: once another one stands, it has been. */
  const [replacing, setReplacing] = useState<number | null>(null)
  const wasSent = useRef(false)
  const again = useRef<HTMLButtonElement>(null)
  const settled = check.before === 'review' && application.opened
  const isAnew = judged !== undefined && replacing === judged.at
  const fact = factOf(check, application, setUp)
  // What was pressed is gone with its form.
  useEffect(() => {
    if (!wasSent.current || judged === undefined) return
    wasSent.current = false
    again.current?.focus()
  }, [judged?.at, judged])

  return (
    <div className="intake-item" role="group" aria-label={`${number}. ${check.title}`}>
      <p className="intake-item-title">
        <span className="third">{number}.</span> {check.title}
      </p>
      {check.source !== '' && <p className="intake-item-source">{check.source}</p>}
      {fact !== null && <p className="intake-item-fact">{fact}</p>}
      {judged && judged.former.length > 0 && (
        <ol className="intake-former" aria-label="Judged before">
          {judged.former.map((before, place) => (
            <li key={place}>
              <del>
                <Judged judged={before} />
              </del>
            </li>
          ))}
        </ol>
      )}
      {judged && !isAnew && (
        <div className="intake-judged">
          <Judged judged={judged} />
          {!settled && (
            <Button ref={again} kind="quiet" size="small" onClick={() => setReplacing(judged.at)}>
              Judge anew
            </Button>
          )}
        </div>
      )}
      {!judged && settled && <p className="third">Not judged.</p>}
      {(!judged || isAnew) && !settled && (
        <JudgeForm
          byPress={isAnew}
          pending={sent.pending}
          refused={sent.refused}
          save="Judge"
          cancel={isAnew ? { says: 'Leave it', onPress: () => setReplacing(null) } : null}
          onJudge={async (outcome, basis) => {
            wasSent.current = await sent.run({
              kind: 'intake.judge',
              ...{ applications: [application.id], item: check.id, outcome, basis },
            })
            if (wasSent.current) announce(`${check.title}: ${outcome === 'met' ? 'met' : 'not met'}.`)
          }}
        />
      )}
    </div>
  )
}

function Judged({ judged: { outcome, at, by, basis } }: { readonly judged: JudgmentView }) {
  return (
    <span className="intake-judgment">
      <strong data-outcome={outcome}>{outcome === 'met' ? 'Met' : 'Not met'}</strong>{' '}
      <span className="third">
        {by}, <Dated at={at} />
      </span>
      <span className="intake-basis">{basis}</span>
    </span>
  )
}
