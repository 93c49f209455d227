import { useMemo, useState } from 'react'
import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import type { View } from '../../../../shared/competition/view.ts'
import { answeredIds } from '../../../../shared/rubric/answered.ts'
import { differences } from '../../../../shared/rubric/edit/differences.ts'
import { untitled } from '../../../../shared/rubric/edit/untitled.ts'
import { placedFaults } from '../../../../shared/rubric/rubric-faults.ts'
import {
  partAt,
  placeFrom,
  placeText,
  shownAt,
  type RubricPlace,
} from '../../../../shared/rubric/rubric-place.ts'
import type { Rubric } from '../../../../shared/rubric/rubric.ts'
import { goTo, pageOf, setUpPath } from '../../../pages.ts'
import { Blockers } from '../../../ui/blockers.tsx'
import { Link } from '../../../ui/link.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { Leaving } from '../../leaving.tsx'
import { SavedMeanwhile } from '../saved-meanwhile.tsx'
import type { Editing } from './editing.ts'
import { OpenPart } from './open-part.tsx'
import { Preview } from './preview.tsx'
import { RubricLine } from './rubric-line.tsx'
import { RubricTree } from './rubric-tree.tsx'
import { RubricVersions } from './rubric-versions.tsx'
import { useRubricDraft, type SavedRubric } from './use-rubric-draft.ts'
import './rubric-editor.css'

interface RubricEditorProps {
  readonly view: View
  readonly setUp: SetUpPage
  readonly item: string | null
  readonly saved: SavedRubric
}

/** The whole rubric: its parts at the left, one of them open, and beside it how a reviewer sees that. */
export function RubricEditor({ view, setUp, item, saved }: RubricEditorProps) {
  const draft = useRubricDraft(saved)
  const [shows, setShows] = useState<'fields' | 'seen'>('fields')
  const { rubric, base } = draft
  const place = placeFrom(rubric, item)
  const faults = useMemo(() => [...placedFaults(rubric), ...untitled(rubric)], [rubric])
  const changes = useMemo(() => differences(base, rubric), [base, rubric])
  const changed = useMemo(
    () => new Set(changes.map(({ at }) => placeText(shownAt(rubric, at)))),
    [changes, rubric],
  )
  const kept = useMemo(() => new Set(setUp.frozen ? answeredIds(base) : []), [setUp.frozen, base])
  const here = placeText(place)
  const own = faults.filter(({ at }) => placeText(shownAt(rubric, at)) === here)

  const editing: Editing = {
    rubric,
    frozen: setUp.frozen,
    isKept: (id) => kept.has(id),
    edit: (next, what) => draft.edit(next, what, here),
    open: (to) => goTo(pathTo(to)),
  }

  return (
    <div className="rubric-editor">
      <RubricLine view={view} setUp={setUp} draft={draft} faults={faults} changes={changes} />
      {draft.overtaken && (
        <SavedMeanwhile what="The rubric was" onKeep={draft.keep} onDrop={draft.startOver} />
      )}
      {faults.length > 0 && (
        <div>
          <h2 className="visually-hidden">What does not fit</h2>
          <Blockers
            title="Before it can be saved"
            things={faults.map(({ at, sentence }) => ({ sentence, href: pathTo(existing(rubric, at)) }))}
          />
        </div>
      )}
      <div className="rubric-columns" data-open={place.of !== 'whole' || undefined} data-shows={shows}>
        <div className="rubric-tree-box">
          <RubricTree rubric={rubric} here={place} faults={faults} changed={changed} />
        </div>
        <div className="rubric-work">
          <p className="rubric-back">
            <Link look="quiet" href={pathTo({ of: 'whole' })}>
              All parts of the rubric
            </Link>
          </p>
          <div className="rubric-switch">
            <Segmented
              label="What is shown of it"
              value={shows}
              options={[
                { value: 'fields', label: 'Edit' },
                { value: 'seen', label: 'As the reviewer sees it' },
              ]}
              onChange={setShows}
            />
          </div>
          <OpenPart editing={editing} place={place} faults={own.map(({ sentence }) => sentence)} />
        </div>
        <div className="rubric-seen">
          <Preview rubric={rubric} place={place} faulty={own.length > 0} />
        </div>
      </div>
      <RubricVersions setUp={setUp} />
      <Leaving
        asks={draft.changed}
        title="Leave without saving?"
        stay="Stay here"
        leave="Leave without it"
        within={isOfRubric}
      >
        The rubric as you have changed it is on this page alone. It is gone when you leave.
      </Leaving>
    </div>
  )
}

/** Every page of the editor holds the same draft. */
function isOfRubric(path: string): boolean {
  const page = pageOf(path)
  return page.page === 'setUp' && page.part === 'rubric'
}

function pathTo(place: RubricPlace): string {
  return place.of === 'whole' ? setUpPath('rubric') : setUpPath('rubric', placeText(place))
}

/** Where a fault is looked at; one in a part that is not there is the whole rubric's. */
function existing(rubric: Rubric, place: RubricPlace): RubricPlace {
  return partAt(rubric, place) ? shownAt(rubric, place) : { of: 'whole' }
}
