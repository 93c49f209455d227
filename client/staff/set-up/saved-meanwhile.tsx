import { usePath } from '../../pages.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import './saved-meanwhile.css'

interface SavedMeanwhileProps {
  /** “The rubric was”, “The dates were”. */
  readonly what: string
  readonly onKeep: () => void
  readonly onDrop: () => void
}

/** Somebody else saved what is being changed here: nobody's work goes without a word. What they saved opens in a page beside this one. */
export function SavedMeanwhile({ what, onKeep, onDrop }: SavedMeanwhileProps) {
  const path = usePath()
  return (
    <div className="saved-meanwhile" role="status">
      <p>
        <Icon name="warning" size="small" /> {what} saved elsewhere meanwhile. What you have changed here is
        not saved over it unless you say so.
      </p>
      <p className="saved-meanwhile-answers">
        <Link href={path} target="_blank">
          See what was saved
        </Link>
        <Button size="small" onClick={onKeep}>
          Go on with mine
        </Button>
        <Button size="small" kind="removing" onClick={onDrop}>
          Drop mine, take the saved one
        </Button>
      </p>
    </div>
  )
}
