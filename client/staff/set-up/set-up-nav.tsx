import type { SetUpPage } from '../../../shared/competition/set-up-page.ts'
import { type SetUpPart, setUpPages, setUpPath } from '../../pages.ts'
import { Link } from '../../ui/link.tsx'
import { partsLacking } from './parts-lacking.ts'

/** The parts of the set-up; where something is missing in one, that many. */
export function SetUpNav({ setUp, part }: { readonly setUp: SetUpPage | null; readonly part: SetUpPart }) {
  const lacking = setUp && partsLacking(setUp)
  return (
    <nav aria-label="Parts of the set-up">
      <ol className="set-up-nav">
        {(Object.keys(setUpPages) as SetUpPart[]).map((each) => {
          const missing = lacking?.[each] ?? 0
          return (
            <li key={each} data-here={each === part || undefined}>
              <Link look="quiet" href={setUpPath(each)} aria-current={each === part ? 'page' : undefined}>
                {setUpPages[each]}
              </Link>
              {missing > 0 && <span className="set-up-nav-missing">{missing} missing</span>}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
