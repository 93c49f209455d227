import { useSyncExternalStore } from 'react'
import { closeSentences } from '../../shared/protocol/close-codes.ts'
import { currentConnection, onConnection } from '../live/connection.ts'

/**
 * What says that one is signed out, over a page that stays: a sheet, or, once that was put aside, a bar. `none` while somebody is
 * signed in, and where the page is shut for another reason.
 */
export type Said = 'none' | 'sheet' | 'bar'

let said: Said = 'none'
const listeners = new Set<() => void>()

export function useSaid(): Said {
  return useSyncExternalStore(subscribe, () => said)
}

/** Puts the sheet aside, to go on reading and typing. */
export function putAside(): void {
  if (said === 'sheet') become('bar')
}

/** Brings the sheet back. */
export function bringBack(): void {
  if (said === 'bar') become('sheet')
}

/** Why a page is shut though its person may be signed in: signing in again does not help. */
export function isShutOtherwise(sentence: string): boolean {
  return sentence === closeSentences.oldPage || sentence === closeSentences.tooMany
}

onConnection(() => {
  const { view, signedOut } = currentConnection()
  const out = view !== null && signedOut !== null && !isShutOtherwise(signedOut)
  if (!out) become('none')
  else if (said === 'none') become('sheet')
})

function become(next: Said): void {
  if (next === said) return
  said = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
