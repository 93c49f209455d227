import type { View } from '../../shared/competition/view.ts'
import { PauseAction } from '../pause/pause-action.tsx'
import { outcomePath, questionsPath, rankingPath, setUpPath } from '../pages.ts'
import { HomeFrame } from '../review-frame.tsx'
import { capitalized, numberWord } from '../room/number-words.ts'
import { useNarrow } from '../room/use-narrow.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { Link } from '../ui/link.tsx'
import { BoardLines } from './board/board-lines.tsx'
import { NeedsList } from './board/needs-list.tsx'
import { ExportLinks } from './export-links.tsx'
import { needsOf, unanswered } from './needs.ts'
import { SavingRisk } from './saving-risk.tsx'
import { sealed } from './sealed.ts'
import { StepCounts } from './step-counts.tsx'
import './board.css'

/** Every review at once: what waits for staff, how many are at each step, and who is how far. */
export function Board({ view }: { view: View }) {
  const needs = needsOf(view)
  const isEmpty = view.reviews.length === 0 && !view.competition.rehearsal
  const narrow = useNarrow()
  return (
    <HomeFrame
      view={view}
      title="Competition"
      who={sealed}
      headActions={narrow ? undefined : <Acts view={view} />}
    >
      <div className="board">
        <SavingRisk view={view} />
        <section className="board-band" aria-labelledby="needs">
          <div>
            <h1 id="needs" className="t-title">
              {isEmpty && needs.length === 0 ? 'Begin with the set-up' : headline(needs.length)}
            </h1>
            <NeedsList needs={needs} />
            <Questions view={view} />
            <OutcomeLine view={view} />
            {narrow && (
              <div className="board-acts">
                <Acts view={view} />
              </div>
            )}
          </div>
          <StepCounts reviews={view.reviews} />
        </section>
        {view.reviews.length === 0 ? <NothingYet view={view} /> : <BoardLines view={view} />}
        <section className="board-export" aria-labelledby="export">
          <h2 id="export" className="t-heading">
            Export
          </h2>
          <ExportLinks />
        </section>
      </div>
    </HomeFrame>
  )
}

/** What concerns the whole competition: its set-up, and pausing all of it. */
function Acts({ view: { competition, paused } }: { view: View }) {
  return (
    <>
      {!competition.rehearsal && (
        <ButtonLink size="small" href={setUpPath()}>
          Set up
        </ButtonLink>
      )}
      {paused === null && <PauseAction paused={false} />}
    </>
  )
}

/** An empty competition says what comes first, and leads there. */
function NothingYet({ view: { competition } }: { view: View }) {
  return (
    <div className="board-empty">
      {competition.rehearsal ? (
        <Empty
          title="No applications yet."
          sentence="When the competition opens, its applications stand here."
        />
      ) : (
        <Empty
          title="Nothing is set up yet."
          sentence="First name the competition and choose what it scores by. Then come people, applications and panels; each application stands here once it is in."
        >
          <ButtonLink kind="primary" href={setUpPath()}>
            Begin to set up
          </ButtonLink>
        </Empty>
      )}
    </div>
  )
}

/** Where nothing is asked, the page about it is reached all the same. */
function Questions({ view: { questions } }: { view: View }) {
  if (unanswered(questions) > 0) return null
  return (
    <p className="board-questions">
      <Link href={questionsPath}>Questions of reviewers</Link>: none unanswered
    </p>
  )
}

/** The way to what the outcome hangs on, and whether it is sealed. */
function OutcomeLine({ view }: { view: View }) {
  const tier = view.tiers?.at(-1)
  if (!tier) return null
  return (
    <p className="board-questions">
      <Link href={outcomePath()}>What the outcome hangs on</Link>:{' '}
      {tier.locked ? `tier ${tier.tier} is locked` : `sealed until tier ${tier.tier} is locked`}
      {tier.locked && (
        <>
          {' '}
          · <Link href={rankingPath}>Ranking</Link>
        </>
      )}
    </p>
  )
}

function headline(needs: number): string {
  if (needs === 0) return 'Nothing needs you now'
  return needs === 1 ? 'One thing needs you' : `${capitalized(numberWord(needs))} things need you`
}
