import type { View } from '../../shared/competition/view.ts'
import { certifyPath, usePage } from '../pages.ts'
import { counted } from '../room/number-words.ts'
import { ButtonLink } from '../ui/button.tsx'
import './certify-call.css'

/** At the head of everybody's first page: how many applications wait for their word on conflicts. Draws nothing where none does. */
export function CertifyCall({ view: { certify } }: { readonly view: View }) {
  const { page } = usePage()
  if (page !== 'home' || !certify || certify.open === 0) return null
  return (
    <section className="certify-call" aria-label="Conflicts of interest">
      <p>
        <strong>{counted(certify.open, 'application')} to certify.</strong>{' '}
        <span className="second">
          Before anybody is assigned, everybody says whether they have a conflict of interest.
        </span>
      </p>
      <ButtonLink kind="primary" size="small" href={certifyPath}>
        Certify
      </ButtonLink>
    </section>
  )
}
