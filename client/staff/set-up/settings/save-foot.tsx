import { Refused } from '../../../room/refused.tsx'
import { Button } from '../../../ui/button.tsx'
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
  readonly onDiscard: () => void
}

/** Stays in view as long as something on a page is changed and not saved. Saving submits the form that it stands in. */
export function SaveFoot({ sentence, save, discard, always, fault = null, sent, onDiscard }: SaveFootProps) {
  if (sentence === null && !always) return null
  return (
    <div className="save-foot" data-changed={sentence !== null || undefined}>
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
