import type { SetUpPage } from '../../../shared/competition/set-up-page.ts'
import { type SetUpPart, setUpPages, setUpPath } from '../../pages.ts'
import { partsLacking } from './parts-lacking.ts'

/** The parts of the set-up, the open one marked; where something is missing in one, how many things. */
export function SetUpNav({ setUp, part }: { readonly setUp: SetUpPage | null; readonly part: SetUpPart }) {
  const lacking = setUp && partsLacking(setUp)
  return (
    <nav aria-labelledby="set-up-parts">
      <h2 id="set-up-parts" className="set-up-nav-title">
        Set up
      </h2>
      <ol className="set-up-nav">
        {(Object.keys(setUpPages) as SetUpPart[]).map((each) => {
          const missing = lacking?.[each] ?? 0
          return (
            <li key={each}>
              <a
                className="set-up-nav-part"
                href={setUpPath(each)}
                aria-current={each === part ? 'page' : undefined}
              >
                <span>{setUpPages[each]}</span>
                {missing > 0 && (
                  <span className="set-up-nav-missing">
                    {missing} <span className="set-up-nav-word">missing</span>
                  </span>
                )}
              </a>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
