import { useEffect, useRef } from 'react'
import type { View } from '../../shared/competition/view.ts'
import { Dated } from '../reviewer/dated.tsx'
import { announce } from '../ui/announce.tsx'
import { Icon } from '../ui/icon.tsx'
import { ResumeAction } from './pause-action.tsx'
import './pause.css'

/** On every page while everything is paused: by whom, since when, why, and what that means. Draws nothing otherwise. */
export function PauseBanner({ view }: { readonly view: View }) {
  const { paused, me } = view
  useSaid(paused !== null)
  if (!paused) return null
  const staff = me.role === 'staff'
  return (
    <section className="pause-banner" aria-label="Everything is paused">
      <Icon name="pause" />
      <div className="pause-banner-words">
        <p>
          <strong>Everything is paused</strong> by {paused.by} since <Dated at={paused.at} />:{' '}
          <span className="pause-banner-reason">{paused.reason}</span>
        </p>
        <p className="pause-banner-means">
          {staff
            ? 'Everybody can read on. Until it is resumed, nobody but program staff writes or decides anything, and clocks stand.'
            : 'What you typed is kept, and you can read on. Until program staff resume, nothing is written or decided, and clocks stand.'}
        </p>
      </div>
      {staff && <ResumeAction />}
    </section>
  )
}

/** That it begins and ends is said aloud on pages that are open. */
function useSaid(paused: boolean): void {
  const before = useRef(paused)
  useEffect(() => {
    if (before.current === paused) return
    before.current = paused
    announce(paused ? 'Program staff have paused everything. What you typed is kept.' : 'Everything goes on.')
  }, [paused])
}
