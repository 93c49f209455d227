import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { RubricDraft } from './use-rubric-draft.ts'

/** Somebody else saved the rubric while it was being changed here: nobody's work goes without a word. */
export function Overtaken({ draft }: { readonly draft: RubricDraft }) {
  return (
    <div className="rubric-overtaken" role="status">
      <p>
        <Icon name="warning" size="small" /> The rubric was saved elsewhere meanwhile. What you have changed
        here began from the one before.
      </p>
      <p className="rubric-overtaken-answers">
        <Button size="small" onClick={draft.keep}>
          Go on with mine
        </Button>
        <Button size="small" kind="removing" onClick={draft.startOver}>
          Drop mine, take the saved one
        </Button>
      </p>
    </div>
  )
}
