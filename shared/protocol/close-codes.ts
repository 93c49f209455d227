/**
 * Why a document's socket is closed. A y-websocket client stops at 44xx and comes back after 45xx, so a code says at once
 * whether trying again can help.
 */
export const closeCodes = {
  malformed: 4400,
  signedOut: 4401,
  notYours: 4403,
  notFound: 4404,
  unusableCopy: 4409,
  tooLarge: 4413,
  offRule: 4422,
  readOnly: 4423,
  oldPage: 4426,
  tooMany: 4429,
  notSaved: 4503,
  tooSlow: 4508,
} as const

export type CloseReason = keyof typeof closeCodes

export const closeReasons = Object.keys(closeCodes) as [CloseReason]

/** The sentence for the person, with the way out. */
export const closeSentences: { readonly [reason in CloseReason]: string } = {
  malformed: 'This page sent something the server could not read. Nothing was changed. Reload the page.',
  signedOut: 'You are signed out. Sign in again; what you typed stays here until then.',
  notYours: 'That part of the form belongs to somebody else. Nothing was changed.',
  notFound: 'There is nothing here that you can open.',
  unusableCopy:
    'This copy no longer fits the one on the server. A fresh copy is opened; what was not saved is kept beside it.',
  tooLarge: 'That is more than one form can hold. Nothing was changed.',
  offRule: 'That value is not one this row takes. Nothing was changed.',
  readOnly: 'This can no longer be written. What you typed is kept and not counted.',
  oldPage: 'Panelroom has been updated. Reload the page.',
  tooMany: 'Too many changes at once from this page. Wait a moment, then reload.',
  notSaved: 'The server cannot save at the moment. Keep this tab open; it tries again by itself.',
  tooSlow: 'The line is too slow to follow. It is opened again.',
}
