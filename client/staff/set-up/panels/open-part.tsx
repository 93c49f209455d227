import { useState } from 'react'
import { numberOf } from '../../../../shared/assignment/bars.ts'
import type { SetUpApplication, SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import { Refused } from '../../../room/refused.tsx'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Link } from '../../../ui/link.tsx'
import { useSetUpCommand } from '../use-set-up.ts'

interface OpenPartProps {
  readonly setUp: SetUpPage
  /** The applications that can be assigned at all. */
  readonly assignable: ReadonlySet<string>
  /** Whether panels were changed that are not on record yet: what is opened is what was saved. */
  readonly unsaved: boolean
}

/** Opens applications to the panels that they are drafted to: the ready ones, unless staff leave some out. */
export function OpenPart({ setUp, assignable, unsaved }: OpenPartProps) {
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  /** The edition in which it was asked: what is opened is what stood there then. */
  const [asked, setAsked] = useState<number | null>(null)
  const { pending, refused, run } = useSetUpCommand()
  const { draft } = setUp
  const drafted = setUp.applications.filter(
    ({ id, opened }) => !opened && assignable.has(id) && draft?.places[id] !== undefined,
  )
  if (drafted.length === 0) {
    return setUp.applications.some(({ opened }) => opened) ? (
      <p className="panels-note">
        What is open is read and scored now. <Link href="/">How far each panel is</Link>
      </p>
    ) : null
  }
  const titleOf = ({ id }: SetUpApplication): string =>
    draft?.panels.find((panel) => panel.id === draft.places[id])?.title ?? ''
  const ready = drafted.filter(({ blockers }) => blockers.length === 0)
  const blocked = drafted.filter(({ blockers }) => blockers.length > 0)
  const chosen = ready.filter(({ id }) => !leftOut.has(id))

  async function open(): Promise<void> {
    const since = asked ?? setUp.edition
    const ids = chosen.map(({ id }) => id)
    if (!(await run({ kind: 'assignment.open', applications: ids, since }))) return
    setAsked(null)
    setLeftOut(new Set())
    announce(`${numberOf(chosen.length, 'application')} opened.`)
  }

  return (
    <section className="panels-section" aria-labelledby="panels-open">
      <h2 id="panels-open" className="t-heading">
        Open to their panels
      </h2>
      <p className="second">
        {unsaved
          ? 'Save the draft first: what is opened is what was saved.'
          : `${ready.length} of ${numberOf(drafted.length, 'application')} can be opened. Until then nobody on a panel knows what they will read.`}
      </p>
      {ready.length > 0 && !unsaved && (
        <>
          <fieldset>
            <legend className="t-subheading">Ready</legend>
            <ul className="panels-ready">
              {ready.map((application) => (
                <li key={application.id}>
                  <Checkbox
                    small
                    checked={!leftOut.has(application.id)}
                    hint={titleOf(application)}
                    onChange={(checked) => setLeftOut((before) => without(before, application.id, checked))}
                  >
                    {application.applicant}
                  </Checkbox>
                </li>
              ))}
            </ul>
          </fieldset>
          <div className="panels-tools">
            <Button
              kind={chosen.length === 0 ? 'cannotYet' : 'primary'}
              onClick={() => chosen.length > 0 && setAsked(setUp.edition)}
            >
              {chosen.length === 0 ? 'Choose an application to open' : `Open ${toPanels(chosen.length)}`}
            </Button>
          </div>
        </>
      )}
      {blocked.length > 0 && (
        <details open={ready.length === 0}>
          <summary>Not ready: {blocked.length}</summary>
          <ul className="panels-blocked">
            {blocked.map((application) => (
              <li key={application.id}>
                <BlockedLine application={application} title={titleOf(application)} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <Dialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        grave
        title={`Open ${toPanels(chosen.length)}?`}
        answers={
          <>
            <Button onClick={() => setAsked(null)}>Not now</Button>
            <Button kind="primary" pending={pending} onClick={() => void open()}>
              Open {chosen.length === 1 ? 'to its panel' : 'to their panels'}
            </Button>
          </>
        }
      >
        <p>Their reviewers and monitors can read them from now on, and reviewers can score.</p>
        {!setUp.frozen && (
          <p>The rubric is frozen with this: a later change makes a new version, and says whom it touches.</p>
        )}
        <p>
          This cannot be taken back. These panels stay as they are; somebody is excused or replaced on the
          application’s own page.
        </p>
        <Refused sentence={refused} />
      </Dialog>
    </section>
  )
}

function toPanels(count: number): string {
  return `${numberOf(count, 'application')} to ${count === 1 ? 'its panel' : 'their panels'}`
}

function without(before: ReadonlySet<string>, id: string, checked: boolean): ReadonlySet<string> {
  const next = new Set(before)
  if (checked) next.delete(id)
  else next.add(id)
  return next
}

/** One thing is said outright, more are folded. */
function BlockedLine({
  application,
  title,
}: {
  readonly application: SetUpApplication
  readonly title: string
}) {
  const { applicant, blockers } = application
  const [first] = blockers
  if (blockers.length === 1)
    return (
      <p>
        <span className="strong">{applicant}</span> <span className="third">{title}</span>
        <span className="panels-blocker">{first}</span>
      </p>
    )
  return (
    <details>
      <summary>
        <span className="strong">{applicant}</span> <span className="third">{title}</span> {blockers.length}{' '}
        things
      </summary>
      <ul className="second">
        {blockers.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  )
}
