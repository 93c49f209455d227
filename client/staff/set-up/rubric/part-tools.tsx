import { added, aroundPlace, moved, removed, type Addition } from '../../../../shared/rubric/edit/arranged.ts'
import type { RubricPlace } from '../../../../shared/rubric/rubric-place.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import type { Editing } from './editing.ts'

interface PartToolsProps {
  readonly editing: Editing
  readonly place: RubricPlace
}

/** What can be done with the open part as a whole: moved, added to, taken out. */
export function PartTools({ editing, place }: PartToolsProps) {
  const { rubric, isKept, edit, open } = editing
  const name = place.of === 'whole' ? 'the rubric' : place.of === 'area' ? `area ${place.id}` : place.id

  function move(by: -1 | 1): void {
    const next = moved(rubric, place, by)
    if (next) edit(next, `the order of ${name}`)
    announce(
      next ? `${name} moved ${by < 0 ? 'up' : 'down'}.` : `${name} is at the ${by < 0 ? 'top' : 'end'}.`,
    )
  }

  function add(addition: Addition): void {
    const { rubric: next, at } = added(rubric, addition, isKept)
    edit(next, `what was added: ${at.of === 'whole' ? '' : at.id}`)
    open(at)
  }

  function takeOut(): void {
    edit(removed(rubric, place), `what was taken out: ${name}`)
    open(aroundPlace(rubric, place))
    announce(`${name} is taken out. It comes back with Undo.`)
  }

  return (
    <div className="rubric-open-tools">
      {additionsAt(place).map(({ words, addition }) => (
        <Button key={words} size="small" icon="plus" onClick={() => add(addition)}>
          {words}
        </Button>
      ))}
      {place.of !== 'whole' && (
        <>
          <Button size="small" icon="chevron-up" onClick={() => move(-1)}>
            Move up
          </Button>
          <Button size="small" icon="chevron-down" onClick={() => move(1)}>
            Move down
          </Button>
          {!holdsKept(editing, place) && (
            <Button size="small" kind="removing" onClick={takeOut}>
              Take out
            </Button>
          )}
        </>
      )}
    </div>
  )
}

function additionsAt(place: RubricPlace): readonly { readonly words: string; readonly addition: Addition }[] {
  switch (place.of) {
    case 'whole':
      return [
        { words: 'Area', addition: { what: 'area' } },
        { words: 'Priority', addition: { what: 'priority', kind: 'invitational' } },
      ]
    case 'area':
      return [{ words: 'Criterion', addition: { what: 'criterion', area: place.id } }]
    case 'criterion':
      return [{ words: 'Row', addition: { what: 'row', criterion: place.id } }]
    case 'row':
    case 'priority':
      return []
  }
}

/** Whether something in it may have been answered already. */
function holdsKept({ rubric, isKept }: Editing, place: RubricPlace): boolean {
  if (place.of === 'whole') return true
  if (place.of === 'area') return rubric.criteria.some(({ id, area }) => area === place.id && isKept(id))
  return isKept(place.id)
}
