import { Icon } from './icon.tsx'
import { Link } from './link.tsx'
import './blockers.css'

export interface Blocker {
  /** "(D)(4)(ii) has no points" */
  sentence: string
  href?: string | undefined
  onPress?: (() => void) | undefined
}

export interface BlockersProps {
  /** "Not ready yet"; the number of things is added. */
  title: string
  things: readonly Blocker[]
}

/** What stops you, each thing a link that leads to it. Draws nothing where nothing does. */
export function Blockers({ title, things }: BlockersProps) {
  if (things.length === 0) return null
  return (
    <section className="blockers">
      <Icon name="warning" />
      <div className="blockers-words">
        <h3 className="blockers-title">
          {title}: {things.length === 1 ? '1 thing' : `${things.length} things`}
        </h3>
        <ul className="blockers-list" data-long={things.length > 8 || undefined}>
          {things.map(({ sentence, href, onPress }) => (
            <li key={sentence}>
              {href !== undefined ? (
                <Link href={href} onClick={onPress}>
                  {sentence}
                </Link>
              ) : onPress ? (
                <Link onClick={onPress}>{sentence}</Link>
              ) : (
                sentence
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
