import { useId, useState } from 'react'
import type { AskedApplication } from '../../shared/competition/certify-page.ts'
import { involvedKinds, type InvolvedKind } from '../../shared/competition/involved.ts'
import { Link } from '../ui/link.tsx'

/** As many names stand there at once; the search finds the others as well. */
const namesAtOnce = 4

/** Who has a part in an application besides the applicant. A long list folds. */
export function Parties({ involved }: Pick<AskedApplication, 'involved'>) {
  const kinds = involvedKinds.filter((kind) => involved[kind].trim() !== '')
  if (kinds.length === 0) return <p className="third">Nobody else is named in it.</p>
  return (
    <dl className="parties">
      {kinds.map((kind) => (
        <Names
          key={kind}
          kind={kind}
          names={involved[kind]
            .split('\n')
            .map((name) => name.trim())
            .filter(Boolean)}
        />
      ))}
    </dl>
  )
}

function Names({ kind, names }: { readonly kind: InvolvedKind; readonly names: readonly string[] }) {
  const [whole, setWhole] = useState(false)
  const id = useId()
  const folds = names.length > namesAtOnce + 1
  const listed = folds && !whole ? names.slice(0, namesAtOnce) : names
  return (
    <div>
      <dt>{headings[kind]}</dt>
      <dd id={id}>
        {listed.join(' · ')}
        {folds && (
          <>
            {' '}
            <Link
              look="quiet"
              aria-expanded={whole}
              aria-controls={id}
              aria-label={
                whole
                  ? `Fewer ${headings[kind].toLowerCase()}`
                  : `All ${names.length} ${headings[kind].toLowerCase()}`
              }
              onClick={() => setWhole(!whole)}
            >
              {whole ? 'Fewer' : `All ${names.length}`}
            </Link>
          </>
        )}
      </dd>
    </div>
  )
}

const headings: Readonly<Record<InvolvedKind, string>> = {
  districts: 'Districts',
  partners: 'Partners',
  consultants: 'Consultants',
  signatories: 'Signatories',
}
