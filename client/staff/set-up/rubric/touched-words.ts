import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import type { ReviewView } from '../../../../shared/competition/view.ts'
import { counted } from '../../../room/number-words.ts'

/**
 * Whom a new version of the rubric touches, as sentences: what is open and has not been shown to those who score it moves to it, and
 * where it asks something else of a form (`asksAgain`) those who were ready say so again.
 */
export function touchedWords(
  reviews: readonly Pick<ReviewView, 'id' | 'tier' | 'revealed' | 'ready'>[],
  calibration: SetUpPage['calibration'],
  asksAgain: boolean,
): readonly string[] {
  const open = reviews.filter(({ ready }) => ready !== null && ready.of > 0)
  const moving = open.filter(
    ({ id, revealed }) => revealed === null && !(calibration?.review === id && calibration.shownAt !== null),
  )
  const revealed = open.filter((each) => each.revealed !== null).length
  const shown = open.length - moving.length - revealed
  const ready = moving.reduce((sum, each) => sum + (each.ready?.count ?? 0), 0)
  const sample = moving.some(({ tier }) => tier === 0) ? ', the sample among them,' : ''
  return [
    moving.length === 0
      ? 'No application is being scored blind, so none moves to it.'
      : `${counted(moving.length, 'application')} not revealed yet${sample} ${moving.length === 1 ? 'moves' : 'move'} to it.`,
    ...(shown > 0
      ? ['The sample, whose spread is open, stays with the version that its forms were ready on.']
      : []),
    ...(revealed > 0
      ? [
          `${counted(revealed, 'application')} already revealed ${revealed === 1 ? 'stays' : 'stay'} with the version that forms were ready on.`,
        ]
      : []),
    readyWords(ready, asksAgain),
  ]
}

function readyWords(ready: number, asksAgain: boolean): string {
  if (ready === 0) return 'No form of theirs is ready yet.'
  if (!asksAgain) return 'It asks the same of a form, so those that are ready stay ready.'
  return ready === 1
    ? '1 form was ready: its reviewer looks again and says so anew.'
    : `${ready} forms were ready: their reviewers look again and say so anew.`
}
