import { standing, type Clock, type Discussion } from './discussion.ts'
import type { Competition } from './state.ts'

/** The competition from the moment at which staff pause everything: every panel's clocks stand. */
export function talksPaused(state: Competition, at: number): Competition {
  return withTalks(state, (talk) => paused(talk, at))
}

/** The competition once staff resume: what ran in each panel goes on with what was left of it. */
export function talksResumed(state: Competition, at: number): Competition {
  return withTalks(state, (talk) => resumed(talk, at))
}

/** A review whose talk stays as it is stays the same object. */
function withTalks(state: Competition, change: (talk: Discussion) => Discussion): Competition {
  const reviews = state.reviews.map((review) => {
    const discussion = change(review.discussion)
    return discussion === review.discussion ? review : { ...review, discussion }
  })
  return { ...state, reviews }
}

function paused(before: Discussion, at: number): Discussion {
  const ran = { timer: runs(before.timer), slot: runs(before.slot), focus: before.focusRuns !== null }
  return ran.timer || ran.slot || ran.focus ? { ...standing(before, at), paused: ran } : before
}

function resumed(before: Discussion, at: number): Discussion {
  const { paused: ran, timer, slot, focusRuns } = before
  if (!ran) return before
  return {
    ...before,
    paused: null,
    timer: timer && ran.timer ? { ...timer, runsSince: at } : timer,
    slot: slot && ran.slot ? { ...slot, runsSince: at } : slot,
    focusRuns: ran.focus ? at : focusRuns,
  }
}

function runs(clock: Clock | null): boolean {
  return clock !== null && clock.runsSince !== null
}
