import * as Y from 'yjs'
import { updateFrame } from './frames.ts'

/** An update as it is handed on, and whom it came from, if it came from a socket of this process. */
export interface Authored<C> {
  readonly update: Uint8Array
  readonly from: C | null
}

/**
 * One frame for each reader: all updates of a delivery but the reader's own, which that copy has. Readers who wrote none of
 * them get the same frame, encoded once.
 */
export function framesFor<C>(
  readers: Iterable<C>,
  updates: readonly Authored<C>[],
): ReadonlyMap<C, Uint8Array> {
  const frames = new Map<C, Uint8Array>()
  const authors = new Set(updates.map(({ from }) => from))
  let forAll: Uint8Array | null = null
  for (const reader of readers) {
    if (!authors.has(reader)) {
      forAll ??= merged(updates)
      frames.set(reader, forAll)
      continue
    }
    const others = updates.filter(({ from }) => from !== reader)
    if (others.length > 0) frames.set(reader, merged(others))
  }
  return frames
}

function merged(updates: readonly Authored<unknown>[]): Uint8Array {
  const [first, ...more] = updates.map(({ update }) => update)
  if (!first) throw new Error('There is no update to hand on.')
  return updateFrame(more.length === 0 ? first : Y.mergeUpdates([first, ...more]))
}
