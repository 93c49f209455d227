import { reviewPath } from '../pages.ts'
import { counted } from '../room/number-words.ts'
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'
import type { Lacking } from './ready-items.ts'
import '../ui/blockers.css'
import './lacking-list.css'

interface LackingListProps {
  readonly review: string
  readonly parts: readonly Lacking[]
}

/** What keeps a form from being ready, criterion by criterion, each thing a link to where it is mended. Draws nothing for nothing. */
export function LackingList({ review, parts }: LackingListProps) {
  const count = parts.reduce((sum, { things }) => sum + things.length, 0)
  if (count === 0) return null
  return (
    <section className="blockers" aria-labelledby="lacking-title">
      <Icon name="warning" />
      <div className="blockers-words">
        <h2 className="blockers-title" id="lacking-title">
          Not ready yet: {counted(count, 'thing')}
        </h2>
        <dl className="lacking" data-long={count > 8 || undefined}>
          {parts.map(({ criterion, title, things }) => (
            <div key={title} className="lacking-part">
              <dt className="lacking-title">
                {criterion} {title}
              </dt>
              <dd>
                <ul>
                  {things.map(({ sentence, item }) => (
                    <li key={sentence}>
                      <Link href={reviewPath(review, 'score', item)}>{sentence}</Link>
                    </li>
                  ))}
                </ul>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  )
}
