import { Link } from '../../../ui/link.tsx'

interface PartWaysProps {
  readonly label: string
  readonly ways: readonly { readonly title: string; readonly href: string; readonly here: boolean }[]
}

/** The pages within a part of the set-up: its list, and what comes in as files. */
export function PartWays({ label, ways }: PartWaysProps) {
  return (
    <nav aria-label={label}>
      <ul className="part-ways">
        {ways.map(({ title, href, here }) => (
          <li key={href} data-here={here || undefined}>
            <Link look="quiet" href={href} aria-current={here ? 'page' : undefined}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
