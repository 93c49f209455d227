import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import { setUpPages, setUpPath } from '../../../pages.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'

/** What is still missing, in the order in which a competition is set up, each with the way there. */
export function MissingParts({ setUp }: { readonly setUp: SetUpPage }) {
  const { missing } = setUp
  return (
    <section>
      <h2 className="start-title">
        {missing.length === 0 ? 'Nothing is missing' : `Missing: ${missing.length}`}
      </h2>
      {missing.length === 0 ? (
        <p>
          <Icon name="check" size="small" /> All parts are set, and every application is open to its panel.
        </p>
      ) : (
        <ol className="start-missing">
          {missing.map(({ sentence, at }) => {
            const part = at === 'rules' ? 'settings' : at
            return (
              <li key={sentence}>
                <span>{sentence}</span>
                <Link href={setUpPath(part)}>{setUpPages[part]}</Link>
              </li>
            )
          })}
        </ol>
      )}
    </section>
  )
}
