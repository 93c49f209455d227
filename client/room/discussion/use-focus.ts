import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { goTo, reviewPath, usePath } from '../../pages.ts'
import { announce } from '../../ui/announce.tsx'
import type { OpenRoom } from '../open-room.tsx'
import { isAtWork, untilRested } from './busy.ts'
import { topicName, topicPath, topicTitle } from './discussion-words.ts'
import { changeFollowing, followingOf, useFollowing } from './following.ts'

export interface Focus {
  /** What is in focus: a row or a priority. Null while nothing is. */
  readonly topic: string | null
  /** Whether this page shows it. */
  readonly here: boolean
  /** Whether one has gone elsewhere on purpose. */
  readonly elsewhere: boolean
  /** Something has come into focus while one was at work: it is offered, and nothing has moved. */
  readonly offered: boolean
  readonly comeBack: () => void
  readonly lookElsewhere: () => void
  readonly decline: () => void
}

/**
 * Follows what the monitor brings everybody to. Who is in the room goes there by themselves once they rest; who writes, reads the
 * application, votes or has gone elsewhere stays where they are and is offered to come. The monitor is moved by nobody.
 */
export function useFocus({ review, rubric, view }: OpenRoom): Focus {
  const { id, discussion } = review
  const path = usePath()
  const { elsewhere, seen } = useFollowing(id)
  const [offer, setOffer] = useState<string | null>(null)
  const topic = discussion?.focus?.row ?? null
  const target = topic === null ? null : topicPath(id, rubric, topic)
  const key = discussion?.focus ? `${discussion.focus.row} ${discussion.focus.at}` : null
  const here = target !== null && decodeURIComponent(path) === decodeURIComponent(target)
  const follows = view.me.role === 'reviewer'
  // Whoever opens the page of another row has gone there on purpose.
  const [found] = useState(key)

  const bring = useEffectEvent((): boolean => {
    if (target === null || key === null || followingOf(id).seen === key) return true
    if (here) {
      changeFollowing(id, { seen: key })
      return true
    }
    const rows = reviewPath(id, 'room')
    if (key === found && path.startsWith(`${rows}/`)) {
      changeFollowing(id, { seen: key, elsewhere: true })
      return true
    }
    const atRows = path.startsWith(rows)
    const beside = document.querySelector('[data-beside]') !== null
    if (followingOf(id).elsewhere || !atRows || beside || isAtWork()) {
      changeFollowing(id, { seen: key })
      setOffer(key)
      return true
    }
    if (untilRested() > 0) return false
    changeFollowing(id, { seen: key })
    announce(`In focus for everyone: ${topicName(topic ?? '')}, ${topicTitle(rubric, topic ?? '')}.`)
    goTo(target)
    return true
  })

  // Nothing is moved under somebody's hands: what comes into focus waits until they rest.
  useEffect(() => {
    if (!follows || key === null) return
    let timer: ReturnType<typeof setTimeout>
    const attempt = (): void => {
      if (!bring()) timer = setTimeout(attempt, Math.max(50, untilRested()))
    }
    attempt()
    return () => clearTimeout(timer)
  }, [follows, key])

  useGoneElsewhere(id, { here, key, follows })

  return {
    topic,
    here,
    elsewhere,
    offered: offer !== null && offer === key && seen === key && !here,
    comeBack: () => {
      if (target === null || topic === null) return
      changeFollowing(id, { elsewhere: false })
      goTo(target)
      announce(`You are back on ${topicName(topic)}, ${topicTitle(rubric, topic)}, with the panel.`)
    },
    lookElsewhere: () => {
      changeFollowing(id, { elsewhere: true })
      goTo(reviewPath(id, 'room'))
    },
    decline: () => setOffer(null),
  }
}

/** Whoever leaves by themselves what is in focus is elsewhere; whoever comes to it follows again, as does everybody once nothing is. */
function useGoneElsewhere(
  review: string,
  { here, key, follows }: { readonly here: boolean; readonly key: string | null; readonly follows: boolean },
): void {
  const was = useRef({ here, key })
  useEffect(() => {
    const before = was.current
    was.current = { here, key }
    if (here || key === null) changeFollowing(review, { elsewhere: false })
    else if (follows && before.here && before.key === key) changeFollowing(review, { elsewhere: true })
  }, [review, here, key, follows])
}
