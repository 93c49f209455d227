import { useState } from 'react'
import { meetingGroups } from '../../../../shared/assignment/connected.ts'
import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import { Blockers } from '../../../ui/blockers.tsx'
import { Button } from '../../../ui/button.tsx'
import { Refused } from '../../../room/refused.tsx'
import { Leaving } from '../../leaving.tsx'
import { SavedMeanwhile } from '../saved-meanwhile.tsx'
import type { Desk } from './desk.ts'
import { retitled, withNewPanel } from './draft.ts'
import { Origin } from './origin.tsx'
import { PanelCard } from './panel-card.tsx'
import { PickDialog, type Pick } from './pick-dialog.tsx'
import { placeApplication } from './picks.ts'
import { RenameDialog } from './rename-dialog.tsx'
import type { Drafting } from './use-draft.ts'
import { groupsInWords, listed, loadInWords } from './words.ts'

interface DraftPartProps {
  readonly setUp: SetUpPage
  readonly desk: Desk
  readonly drafting: Drafting
}

/** The panels as they are now: what stands against them, what they carry, and how they are changed by hand. */
export function DraftPart({ setUp, desk, drafting }: DraftPartProps) {
  const { draft, unsaved, overtaken, goOn, last, change, undo, putAway, save, saving, refused } = drafting
  const [pick, setPick] = useState<Pick | null>(null)
  const [renamed, setRenamed] = useState<string | null>(null)
  const renaming = draft.panels.find(({ id }) => id === renamed)
  const titles = new Map(draft.panels.map(({ id, title }) => [id, title]))
  const unplaced = desk.page.applications.filter(({ id }) => draft.places[id] === undefined)

  return (
    <section className="panels-section" aria-labelledby="panels-draft">
      <h2 id="panels-draft" className="t-heading">
        Who reads what
      </h2>
      <Origin setUp={setUp} desk={desk} unsaved={unsaved} />
      {overtaken && <SavedMeanwhile what="Other panels were" onKeep={goOn} onDrop={putAway} />}
      <div className="panels-tools">
        <Button kind={unsaved ? 'primary' : 'plain'} pending={saving} onClick={() => unsaved && void save()}>
          {unsaved ? 'Save the draft' : 'Nothing to save'}
        </Button>
        <Button icon="plus" onClick={() => change(withNewPanel(draft), 'A panel is added')}>
          New panel
        </Button>
        {last !== null && (
          <Button kind="quiet" onClick={undo}>
            Undo: {last}
          </Button>
        )}
        {unsaved && (
          <Button kind="quiet" onClick={putAway}>
            Show what is saved
          </Button>
        )}
      </div>
      <Refused sentence={refused} />
      {draft.panels.length === 0 ? (
        <p className="second">There are no panels yet. Draw them above, or add them one by one.</p>
      ) : (
        <>
          <Blockers
            title="Against the rules"
            things={desk.faults.map(({ sentence, panel }) => ({
              sentence,
              ...(panel !== null && { onPress: () => document.getElementById(`panel-${panel}`)?.focus() }),
            }))}
          />
          <Load desk={desk} titles={titles} />
        </>
      )}
      {unplaced.length > 0 && draft.panels.length > 0 && (
        <div className="panels-unplaced">
          <h3 className="t-subheading">With no panel: {unplaced.length}</h3>
          <ul>
            {unplaced.map(({ id }) => (
              <li key={id}>
                <Button
                  size="small"
                  aria-label={`Choose a panel for ${desk.name(id)}`}
                  onClick={() => setPick(placeApplication(desk, id))}
                >
                  {desk.name(id)}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="panels-cards">
        {draft.panels.map((panel) => (
          <PanelCard
            key={panel.id}
            desk={desk}
            panel={panel}
            setUp={setUp}
            onPick={setPick}
            onRename={() => setRenamed(panel.id)}
          />
        ))}
      </div>
      {pick && (
        <PickDialog
          pick={{
            ...pick,
            onPick: (choice) => {
              setPick(null)
              pick.onPick(choice)
            },
          }}
          onClose={() => setPick(null)}
        />
      )}
      {renaming && (
        <RenameDialog
          title={renaming.title}
          others={draft.panels.filter(({ id }) => id !== renaming.id).map(({ title }) => title)}
          onName={(title) => {
            setRenamed(null)
            change(retitled(draft, renaming.id, title), `${renaming.title} is called ${title}`)
          }}
          onClose={() => setRenamed(null)}
        />
      )}
      <Leaving asks={unsaved} title="Leave without saving?" stay="Stay with the panels" leave="Leave">
        The panels as they are here are not saved. Leaving puts your changes away.
      </Leaving>
    </section>
  )
}

function Load({ desk, titles }: { readonly desk: Desk; readonly titles: ReadonlyMap<string, string> }) {
  const { draft, load, page } = desk
  const groups = meetingGroups(draft)
  const idle = page.reviewers.filter(({ id }) => (desk.loadOn(id)?.panels ?? 0) === 0)
  return (
    <div className="panels-load">
      <p>{loadInWords(load)}</p>
      {idle.length > 0 && idle.length < page.reviewers.length && (
        <details>
          <summary>
            {idle.length === 1 ? '1 reviewer sits' : `${idle.length} reviewers sit`} on no panel
          </summary>
          <p className="second">{listed(idle.map(({ id }) => desk.name(id)))}</p>
        </details>
      )}
      <p>{groupsInWords(groups)}</p>
      {groups.length > 1 && (
        <details>
          <summary>Which panels meet</summary>
          <ul className="second">
            {groups.map(({ panels }) => (
              <li key={panels.join()}>{listed(panels.map((id) => titles.get(id) ?? id))}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
