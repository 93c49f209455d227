import type { LateText } from '../../shared/competition/view.ts'

/** Why something did not count, as staff read it under what was typed; null where that was not asked when it was kept. */
export function whyNotCounted(why: LateText['why']): string | null {
  return why === null ? null : sentences[why]
}

const sentences: Readonly<Record<NonNullable<LateText['why']>, string>> = {
  readOnly: 'It could no longer be written.',
  offRule: 'The row does not take such a value.',
  notYours: 'It stands in a part of somebody else.',
  notFound: 'The review was not open to them.',
  signedOut: 'They were signed out.',
  tooLarge: 'Their form held no more.',
  malformed: 'The server could not read it.',
  unusableCopy: 'Their page had a copy that no longer fitted the server’s.',
  oldPage: 'Their page was of an older version of Panelroom.',
  tooMany: 'Too many changes came at once.',
  notSaved: 'The server could not save it.',
  tooSlow: 'Their line was too slow.',
}
