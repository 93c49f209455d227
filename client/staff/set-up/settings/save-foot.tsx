import { Refused } from '../../../room/refused.tsx'
import { Button } from '../../../ui/button.tsx'
import { SavedMeanwhile } from '../saved-meanwhile.tsx'
import type { Begun } from '../use-begun.ts'
import type { SentSetUp } from '../use-set-up.ts'

interface SaveFootProps {
  /** What is changed and not saved; null where nothing is. */
  readonly sentence: string | null
  readonly save: string
  readonly discard: string
  /** It can be saved although nothing was changed. */
  readonly always?: boolean
  /** Why it cannot be taken as it is typed. */
  readonly fault?: string | null
  readonly sent: SentSetUp
  readonly begun: Begun
  /** “The dates were”: what somebody else may have saved meanwhile. */
  readonly what: string
  readonly onDiscard: () => void
}

/** Stays in view as long as something on a page is changed and not saved. Saving submits the form that it stands in. */
export function SaveFoot(props: SaveFootProps) {
  const { sentence, save, discard, always, fault = null, sent, begun, what, onDiscard } = props
  if (sentence === null && !always) return null
  return (
    <div className="save-foot" data-changed={sentence !== null || undefined}>
      {begun.overtaken && <SavedMeanwhile what={what} onKeep={begun.goOn} onDrop={onDiscard} />}
      {sentence !== null && <p className="save-foot-sentence">{sentence}</p>}
      <Refused sentence={fault ?? sent.refused} />
      <div className="save-foot-buttons">
        {sentence !== null && (
          <Button aria-label={discard} onClick={onDiscard}>
            Discard
          </Button>
        )}
        <Button kind="primary" type="submit" pending={sent.pending}>
          {save}
        </Button>
      </div>
    </div>
  )
}
