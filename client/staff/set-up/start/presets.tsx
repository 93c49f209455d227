import { useState } from 'react'
import { checkSchema } from '../../../../shared/competition/set-up.ts'
import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import type { OfferedPreset } from '../../../../shared/protocol/offered-preset.ts'
import { canonicalJson } from '../../../../shared/record/canonical.ts'
import { rubricSchema } from '../../../../shared/rubric/rubric-schema.ts'
import { useRead } from '../../../live/read.ts'
import { setUpPath } from '../../../pages.ts'
import { Refused } from '../../../room/refused.tsx'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { SavedMeanwhile } from '../saved-meanwhile.tsx'
import { useBegun } from '../use-begun.ts'
import { useSetUpCommand } from '../use-set-up.ts'

/** What a competition can begin with: a rubric, rules and a checklist that go together. Once something is opened, what it began with. */
export function Presets({ setUp }: { readonly setUp: SetUpPage }) {
  const reading = useRead<readonly OfferedPreset[]>('/api/presets', 'The list of presets')
  if (setUp.frozen)
    return (
      <section>
        <h2 className="start-title">Rubric and rules</h2>
        <p>
          <Icon name="lock" size="small" /> {setUp.rubric.title}, version {setUp.rubric.version}. An
          application has been opened on it, so it is changed by{' '}
          <Link href={setUpPath('rubric')}>a new version</Link> alone.
        </p>
      </section>
    )
  return (
    <section>
      <h2 className="start-title">Begin with a preset</h2>
      <p className="start-said">
        Each is a rubric with rules and a checklist for intake that go with it. All of it can be changed
        afterwards.
      </p>
      {reading.is === 'reading' && <p className="third">Reading the presets …</p>}
      {reading.is === 'failed' && (
        <p>
          {reading.sentence} <Link onClick={reading.again}>Try again</Link>
        </p>
      )}
      {reading.is === 'read' && <Chooser setUp={setUp} presets={reading.value} />}
    </section>
  )
}

interface ChooserProps {
  readonly setUp: SetUpPage
  readonly presets: readonly OfferedPreset[]
}

function Chooser({ setUp, presets }: ChooserProps) {
  const taken = presets.find(({ id }) => id === setUp.preset?.id)
  const [chosen, setChosen] = useState<string | null>(null)
  const [asks, setAsks] = useState(false)
  const { pending, refused, run } = useSetUpCommand()
  const preset = presets.find(({ id }) => id === chosen)
  const untouched = setUp.rubrics.length === 1
  const begun = useBegun({
    isDrafting: chosen !== null,
    saved: canonicalJson({ rubric: setUp.rubric.name, rules: setUp.rules, checklist: setUp.checklist }),
    edition: setUp.edition,
    differs: (before, now) => before !== now,
  })

  async function take(): Promise<void> {
    if (!preset) return
    const done = await run({
      kind: 'preset.take',
      preset: preset.id,
      rubric: rubricSchema.parse(preset.rubric),
      rules: preset.rules,
      checklist: checkSchema.array().parse(preset.checklist),
      since: begun.since,
    })
    setAsks(false)
    if (!done) return
    setChosen(null)
    announce(`The competition begins with ${preset.title}.`)
  }

  return (
    <>
      {!setUp.rubric.chosen && (
        <p className="start-none">
          <Icon name="warning" size="small" /> No rubric is chosen yet. Until then the pages show that of{' '}
          {setUp.rubric.title}.
        </p>
      )}
      {setUp.rubric.chosen && !taken && (
        <p className="start-none">This competition has a rubric of its own: {setUp.rubric.title}.</p>
      )}
      <Choice
        label="Preset"
        hiddenLabel
        value={chosen ?? taken?.id ?? null}
        options={presets.map(({ id, title, sentence, name }) => ({
          value: id,
          label: <strong>{title}</strong>,
          hint: (
            <>
              {sentence}
              {id === taken?.id && (
                <span className="start-here">
                  {name === setUp.rubric.name
                    ? 'This competition has its rubric.'
                    : 'This competition began with its rubric, and has changed it.'}
                </span>
              )}
            </>
          ),
        }))}
        onChange={setChosen}
      />
      {begun.overtaken && !pending && (
        <SavedMeanwhile
          what="The rubric, rules or checklist were"
          onKeep={begun.goOn}
          onDrop={() => setChosen(null)}
        />
      )}
      <p className="start-take">
        {preset ? (
          <Button kind="primary" pending={pending} onClick={() => (untouched ? void take() : setAsks(true))}>
            Begin with {preset.title}
          </Button>
        ) : (
          <Link href={setUpPath('rubric')}>Look at the rubric, and change it</Link>
        )}
      </p>
      <Refused sentence={refused} />
      <Dialog
        open={asks}
        onClose={() => setAsks(false)}
        grave
        title={`Begin with ${preset?.title ?? 'it'}?`}
        answers={
          <>
            <Button onClick={() => setAsks(false)}>Keep what there is</Button>
            <Button kind="removing" pending={pending} onClick={() => void take()}>
              Replace it
            </Button>
          </>
        }
      >
        <p>
          It takes the place of the rubric “{setUp.rubric.title}”, of all settings and of the checklist for
          intake. People, applications and dates stay. The rubrics that were saved before stay listed under
          Rubric.
        </p>
      </Dialog>
    </>
  )
}
