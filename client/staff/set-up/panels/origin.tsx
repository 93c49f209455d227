import type { ReactNode } from 'react'
import { numberOf } from '../../../../shared/assignment/bars.ts'
import { countOf, otherwise } from '../../../../shared/assignment/by-hand.ts'
import type { HandsTold, OpenedAsTold } from '../../../../shared/competition/draft-told.ts'
import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import { Dated } from '../../../reviewer/dated.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { Desk } from './desk.ts'
import { aroundInWords, drawInWords, listed } from './words.ts'

interface OriginProps {
  readonly setUp: SetUpPage
  readonly desk: Desk
  readonly unsaved: boolean
}

/** How the panels came about, as the server has it on record; and what those had come about by that are at work. */
export function Origin({ setUp, desk, unsaved }: OriginProps) {
  const { draft, page } = desk
  const { draw } = draft
  const compared = new Set(page.applications.map(({ id }) => id))
  const changes = draw ? countOf(otherwise(draw, draft, compared)) : 0
  const onlyAtWork = draw === null && setUp.panels.length > 0 && draft.panels.length === setUp.panels.length
  // Whose hands they went through is known of what is saved.
  const saved = unsaved ? null : setUp.draft
  const said = saved?.draw === null ? saved.seed : null
  // What came about like the draft itself is not said twice.
  const opened = openedAlike(setUp).filter(
    ({ as }) => draw === null || as.draw?.at !== draw.at || as.changes !== changes,
  )
  return (
    <div className="panels-origin">
      <p>
        {draft.panels.length > 0 && !onlyAtWork && (
          <CameAbout seed={said} draw={draw} changes={changes} hands={saved?.hands ?? null} />
        )}
        {onlyAtWork && 'These panels are at work.'}
        {unsaved && <strong> Not saved yet.</strong>}
      </p>
      {draw && <p className="second">{drawInWords(draw, changes)}</p>}
      {opened.map(({ as, applicants, all }) => (
        <p key={applicants.join()} className="second">
          {all ? `Open to ${applicants.length === 1 ? 'its panel' : 'their panels'}` : listed(applicants)}:{' '}
          <CameAbout {...as} />
        </p>
      ))}
    </div>
  )
}

/** One sentence: drawn and unchanged, drawn and then changed, made by hand, or saved when nobody kept what was drawn. */
function CameAbout({ seed, draw, changes, hands }: OpenedAsTold) {
  if (draw)
    return (
      <>
        Drawn at random with the seed <Seed>{draw.seed}</Seed> by {draw.by} on <Dated at={draw.at} />
        {aroundInWords(draw.stayed)},{' '}
        {changes === 0 ? (
          'unchanged'
        ) : (
          <>
            then {numberOf(changes, 'change')} by hand
            <By hands={hands} />
          </>
        )}
        .
      </>
    )
  if (seed !== null)
    return (
      <>
        Saved with the seed <Seed>{seed}</Seed> before draws were kept on record: nothing shows that it drew
        these panels.
      </>
    )
  return (
    <>
      <Icon name="hand" size="small" /> Set by hand
      <By hands={hands} />: no seed draws these panels again.
    </>
  )
}

function By({ hands }: { readonly hands: HandsTold | null }) {
  if (!hands) return null
  return (
    <>
      {' '}
      by {listed(hands.by)}, last on <Dated at={hands.at} />
    </>
  )
}

function Seed({ children }: { readonly children: ReactNode }) {
  return <code className="panels-seed">{children}</code>
}

interface OpenedAlike {
  readonly as: OpenedAsTold
  readonly applicants: readonly string[]
  /** Whether all that are open were opened from such panels. */
  readonly all: boolean
}

/** What is open, together where it was opened from panels that came about alike. */
function openedAlike({ applications }: SetUpPage): readonly OpenedAlike[] {
  const opened = applications.flatMap(({ applicant, openedAs }) =>
    openedAs ? [{ applicant, as: openedAs }] : [],
  )
  const alike = [...Map.groupBy(opened, ({ as }) => JSON.stringify(as)).values()]
  return alike.flatMap((group) =>
    group[0]
      ? [{ as: group[0].as, applicants: group.map(({ applicant }) => applicant), all: alike.length === 1 }]
      : [],
  )
}
