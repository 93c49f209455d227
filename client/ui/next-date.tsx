import { toldMoment } from '../../shared/dates/zoned.ts'
import './next-date.css'

interface NextDateProps {
  /** What the competition tells everybody; null where it keeps no dates. */
  readonly kept: {
    readonly zone: string
    readonly dates: readonly { readonly id: string; readonly title: string; readonly at: number }[]
  } | null
  /** The server's time, in milliseconds since 1970. */
  readonly now: number
}

/** The date that comes next, in the competition's time zone; draws nothing once all have passed. */
export function NextDate({ kept, now }: NextDateProps) {
  const next = kept?.dates.filter(({ at }) => at >= now).toSorted((left, right) => left.at - right.at)[0]
  if (!kept || !next) return null
  return (
    <p className="next-date">
      Next: <strong>{next.title}</strong>,{' '}
      <time dateTime={new Date(next.at).toISOString()}>{toldMoment(next.at, kept.zone)}</time>{' '}
      <span className="third">({kept.zone.replaceAll('_', ' ')} time)</span>
    </p>
  )
}
