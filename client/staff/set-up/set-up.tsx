import type { View } from '../../../shared/competition/view.ts'
import { type SetUpPart, setUpPages } from '../../pages.ts'
import { HomeFrame } from '../../review-frame.tsx'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import type { Audience } from '../../ui/frame.tsx'
import { Link } from '../../ui/link.tsx'
import { ApplicationsPart } from './applications/applications-part.tsx'
import { ConflictsPart } from './conflicts/conflicts-part.tsx'
import { IntakePart } from './intake/intake-part.tsx'
import { NoticePart } from './notice/notice-part.tsx'
import { PanelsPart } from './panels/panels-part.tsx'
import { PeoplePart } from './people/people-part.tsx'
import { RubricPart } from './rubric/rubric-part.tsx'
import { SamplePart } from './sample/sample-part.tsx'
import { SettingsPart } from './settings/settings-part.tsx'
import { SetUpNav } from './set-up-nav.tsx'
import { StartPart } from './start/start-part.tsx'
import { useSetUp } from './use-set-up.ts'
import './set-up.css'

interface SetUpProps {
  readonly view: View
  readonly part: SetUpPart
  readonly item: string | null
}

/** Where program staff set a competition up: its parts at the left, the one that is open beside them. */
export function SetUp({ view, part, item }: SetUpProps) {
  const reading = useSetUp(view)
  return (
    <HomeFrame view={view} title={`Set up: ${setUpPages[part]}`} who={staffOnly}>
      <div className="set-up">
        <div className="set-up-side">
          <p className="set-up-back">
            <Link look="quiet" href="/">
              Competition
            </Link>
          </p>
          <SetUpNav setUp={reading.is === 'read' ? reading.value : null} part={part} />
        </div>
        <section className="set-up-part" aria-labelledby="set-up-title">
          <h1 id="set-up-title" className="t-title" tabIndex={-1}>
            {setUpPages[part]}
          </h1>
          {reading.is === 'reading' && <p className="set-up-reading">Reading the set-up …</p>}
          {reading.is === 'failed' && (
            <Empty title="The set-up is not here." sentence={reading.sentence}>
              <Button onClick={reading.again}>Try again</Button>
            </Empty>
          )}
          {reading.is === 'read' && <Part view={view} setUp={reading.value} part={part} item={item} />}
        </section>
      </div>
    </HomeFrame>
  )
}

const staffOnly: Audience = {
  icon: 'lock',
  sentence: 'Program staff see this page. What you set here is on record, with your name.',
  short: 'Program staff',
}

function Part({ part, ...props }: { readonly part: SetUpPart } & Parameters<typeof StartPart>[0]) {
  switch (part) {
    case 'start':
      return <StartPart {...props} />
    case 'rubric':
      return <RubricPart {...props} />
    case 'notice':
      return <NoticePart {...props} />
    case 'settings':
      return <SettingsPart {...props} />
    case 'people':
      return <PeoplePart {...props} />
    case 'applications':
      return <ApplicationsPart {...props} />
    case 'intake':
      return <IntakePart {...props} />
    case 'conflicts':
      return <ConflictsPart {...props} />
    case 'panels':
      return <PanelsPart {...props} />
    case 'sample':
      return <SamplePart {...props} />
  }
}
