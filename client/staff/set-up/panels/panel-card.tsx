import { numberOf } from '../../../../shared/assignment/bars.ts'
import type { DraftPanel } from '../../../../shared/assignment/problem.ts'
import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import { reviewPath } from '../../../pages.ts'
import { FieldSentence } from '../../../ui/field-sentence.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { Menu, type MenuChoice } from '../../../ui/menu.tsx'
import type { Desk } from './desk.ts'
import { led, placed, unseated, withoutPanel } from './draft.ts'
import { addApplication, addReviewer, chooseMonitor, moveReviewer, placeApplication } from './picks.ts'
import type { Pick } from './pick-dialog.tsx'

export interface PanelCardProps {
  readonly desk: Desk
  readonly panel: DraftPanel
  readonly setUp: SetUpPage
  readonly onPick: (pick: Pick) => void
  readonly onRename: () => void
}

/** One panel: who leads it, who sits on it, what it reads, and what the rules have against that at its place. */
export function PanelCard(props: PanelCardProps) {
  const { desk, panel, setUp } = props
  const { draft, faults, isAtWork, isKept, loadOn, from, page } = desk
  const working = isAtWork(panel.id)
  const reads = page.applications.filter(({ id }) => draft.places[id] === panel.id)
  const own = faults.filter((fault) => fault.panel === panel.id && fault.person === null)
  return (
    <section
      className="panels-card"
      aria-labelledby={`panel-${panel.id}`}
      data-at-work={working || undefined}
    >
      <div className="panels-card-head">
        <h3 id={`panel-${panel.id}`} className="t-heading" tabIndex={-1}>
          {panel.title}
        </h3>
        <span className="panels-card-count">
          {working ? (
            <>
              <Icon name="lock" size="small" /> {isKept(panel.id) ? 'Kept' : 'At work'}
            </>
          ) : (
            `${numberOf(panel.reviewers.length, 'reviewer')}, ${numberOf(reads.length, 'application')}`
          )}
        </span>
        <PanelMenu {...props} working={working} />
      </div>
      {isKept(panel.id) && (
        <p className="panels-note">
          It reads an application that you are recused from, and keeps its members. Another of program staff
          changes them.
        </p>
      )}
      <Faults id={`panel-${panel.id}-faults`} sentences={own.map(({ sentence }) => sentence)} />
      <h4 className="panels-card-part">Monitor</h4>
      <ul className="panels-lines">
        {panel.monitor === null ? (
          <li className="panels-line third">Nobody leads it.</li>
        ) : (
          <PersonLine {...props} person={panel.monitor} more={from(panel.monitor)} working={working} leads />
        )}
      </ul>
      <h4 className="panels-card-part">Reviewers</h4>
      <ul className="panels-lines">
        {panel.reviewers.length === 0 && <li className="panels-line third">Nobody sits on it.</li>}
        {panel.reviewers.map((person) => {
          const { panels = 0, applications = 0 } = loadOn(person) ?? {}
          const load = `${panels > 1 ? `${panels} panels, ` : ''}reads ${applications}`
          const more = [from(person), load].filter(Boolean).join(' · ')
          return <PersonLine key={person} {...props} person={person} more={more} working={working} />
        })}
      </ul>
      <h4 className="panels-card-part">Applications</h4>
      <ul className="panels-lines">
        {reads.length === 0 && <li className="panels-line third">It reads nothing.</li>}
        {reads.map(({ id }) => (
          <ApplicationLine key={id} {...props} application={id} review={reviewOf(setUp, id)} />
        ))}
      </ul>
    </section>
  )
}

function reviewOf({ applications }: SetUpPage, application: string): string {
  return applications.find(({ id }) => id === application)?.review ?? ''
}

function PanelMenu({
  desk,
  panel,
  onPick,
  onRename,
  working,
}: PanelCardProps & { readonly working: boolean }) {
  const choices: readonly (MenuChoice<PanelAct> | false)[] = [
    !working && { id: 'reviewer', label: 'Add a reviewer …' },
    { id: 'application', label: 'Add an application …' },
    !working && { id: 'monitor', label: 'Choose the monitor …' },
    !working && { id: 'rename', label: 'Rename …' },
    !working && { id: 'remove', label: 'Remove the panel' },
  ]
  return (
    <Menu
      label={`Change ${panel.title}`}
      look="sign"
      choices={choices.filter((choice) => choice !== false)}
      onPick={(act) => {
        if (act === 'reviewer') onPick(addReviewer(desk, panel))
        else if (act === 'application') onPick(addApplication(desk, panel))
        else if (act === 'monitor') onPick(chooseMonitor(desk, panel))
        else if (act === 'rename') onRename()
        else desk.change(withoutPanel(desk.draft, panel.id), `${panel.title} is removed`)
      }}
    >
      <Icon name="chevron-down" size="small" />
    </Menu>
  )
}

type PanelAct = 'reviewer' | 'application' | 'monitor' | 'rename' | 'remove'

interface PersonLineProps extends PanelCardProps {
  readonly person: string
  readonly more: string
  readonly working: boolean
  readonly leads?: boolean
}

function PersonLine({ desk, panel, onPick, person, more, working, leads = false }: PersonLineProps) {
  const { draft, change, faults, name } = desk
  const own = faults.filter(
    (fault) => fault.person === person && (fault.panel === null || fault.panel === panel.id),
  )
  const choices = [
    { id: 'move', label: leads ? 'Choose another …' : 'Move to another panel …' },
    { id: 'off', label: 'Take off the panel' },
  ] as const
  return (
    <li className="panels-line">
      <span className="panels-line-name">
        {name(person)}
        {more !== '' && <span className="panels-line-more">{more}</span>}
      </span>
      {!working && (
        <Menu
          label={`Change ${name(person)} on ${panel.title}`}
          look="sign"
          choices={choices}
          onPick={(act) => {
            if (act === 'move') onPick(leads ? chooseMonitor(desk, panel) : moveReviewer(desk, person, panel))
            else
              change(
                leads ? led(draft, panel.id, null) : unseated(draft, person, panel.id),
                `${name(person)} is taken off ${panel.title}`,
              )
          }}
        >
          <Icon name="chevron-down" size="small" />
        </Menu>
      )}
      <Faults id={`panel-${panel.id}-${person}`} sentences={own.map(({ sentence }) => sentence)} />
    </li>
  )
}

interface ApplicationLineProps extends PanelCardProps {
  readonly application: string
  readonly review: string
}

function ApplicationLine({ desk, panel, onPick, application, review }: ApplicationLineProps) {
  const { draft, change, isOpen, name } = desk
  if (isOpen(application))
    return (
      <li className="panels-line">
        <Link className="panels-line-name" look="quiet" href={reviewPath(review, 'lock')}>
          {name(application)}
        </Link>
      </li>
    )
  return (
    <li className="panels-line">
      <span className="panels-line-name">{name(application)}</span>
      <Menu
        label={`Change ${name(application)} with ${panel.title}`}
        look="sign"
        choices={[
          { id: 'move', label: 'Move to another panel …' },
          { id: 'off', label: 'Take off the panel' },
        ]}
        onPick={(act) => {
          if (act === 'move') onPick(placeApplication(desk, application))
          else change(placed(draft, application, null), `${name(application)} is taken off ${panel.title}`)
        }}
      >
        <Icon name="chevron-down" size="small" />
      </Menu>
    </li>
  )
}

function Faults({ id, sentences }: { readonly id: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <div className="panels-line-faults">
      {sentences.map((sentence) => (
        <FieldSentence key={sentence} id={id} kind="warning">
          {sentence}
        </FieldSentence>
      ))}
    </div>
  )
}
