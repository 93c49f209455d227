import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import { Dated } from '../../../reviewer/dated.tsx'
import { Link } from '../../../ui/link.tsx'
import './rubric-versions.css'

/** Every rubric that was saved, the newest first: its hash is what forms and exports name it by. */
export function RubricVersions({ setUp }: { readonly setUp: SetUpPage }) {
  return (
    <details className="rubric-versions">
      <summary>What was saved: {setUp.rubrics.length}</summary>
      <div className="rubric-versions-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Version</th>
              <th scope="col">When</th>
              <th scope="col">By</th>
              <th scope="col">Hash</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {setUp.rubrics.map(({ name, version, at, by, why }) => (
              <tr key={`${name} ${at}`}>
                <td>{version}</td>
                <td>
                  <Dated at={at} />
                </td>
                <td>{by ?? 'Began with it'}</td>
                <td>
                  <Link href={`/api/rubrics/${name}`} target="_blank">
                    {name}
                  </Link>
                </td>
                <td className="rubric-versions-why">{why ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
