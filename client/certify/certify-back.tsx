import type { Role } from '../../shared/competition/setup.ts'
import { Link } from '../ui/link.tsx'

/** The way back to one's first page. */
export function CertifyBack({ role }: { readonly role: Role }) {
  return (
    <p>
      <Link look="quiet" href="/">
        {homes[role]}
      </Link>
    </p>
  )
}

const homes: Readonly<Record<Role, string>> = {
  reviewer: 'My applications',
  monitor: 'All applications',
  official: 'All applications',
  staff: 'Competition',
}
