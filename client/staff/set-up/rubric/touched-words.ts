import type { ReviewView } from '../../../../shared/competition/view.ts'
import { counted } from '../../../room/number-words.ts'

/**
 * Whom a new version of the rubric touches, as sentences: applications that are open and not revealed move to it, and where it asks
 * something else of a form (`asksAgain`) those who were ready say so again.
 */
export function touchedWords(
  reviews: readonly Pick<ReviewView, 'revealed' | 'ready'>[],
  asksAgain: boolean,
): readonly string[] {
  const open = reviews.filter(({ ready }) => ready !== null && ready.of > 0)
  const moving = open.filter(({ revealed }) => revealed === null)
  const staying = open.length - moving.length
  const ready = moving.reduce((sum, each) => sum + (each.ready?.count ?? 0), 0)
  return [
    moving.length === 0
      ? 'No application is being scored blind, so none moves to it.'
      : `${counted(moving.length, 'application')} not revealed yet ${moving.length === 1 ? 'moves' : 'move'} to it.`,
    ...(staying > 0
      ? [
          `${counted(staying, 'application')} already revealed ${staying === 1 ? 'stays' : 'stay'} with the version that forms were ready on.`,
        ]
      : []),
    ready === 0 || !asksAgain
      ? 'Forms that are ready stay ready.'
      : `${counted(ready, 'form')} ${ready === 1 ? 'was' : 'were'} ready: ${ready === 1 ? 'its reviewer looks' : 'their reviewers look'} again and ${ready === 1 ? 'says' : 'say'} so anew.`,
  ]
}
