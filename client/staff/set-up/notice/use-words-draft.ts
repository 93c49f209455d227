import { useState } from 'react'
import type { NoticeWords } from '../../../../shared/notice/words.ts'
import { useBegun, type Begun } from '../use-begun.ts'

export interface WordsDraft {
  readonly words: NoticeWords
  /** What somebody has looked at on this page and found right, by key. */
  readonly looked: ReadonlySet<string>
  readonly isChanged: boolean
  readonly begun: Begun
  /** Draws them otherwise; `key` is then to be looked at again. */
  readonly draw: (words: NoticeWords, key: string) => void
  readonly look: (keys: readonly string[]) => void
  /** Back to what the server has. */
  readonly startOver: () => void
}

/** The notice's words as they are being drawn on a page, from those to begin with in an edition of the set-up. Nothing of it is kept anywhere else. */
export function useWordsDraft(begin: NoticeWords, edition: number): WordsDraft {
  const fresh = { from: begin, words: begin, looked: new Set<string>() }
  const [state, setState] = useState(fresh)
  const moved = state.from !== begin
  const follows = moved && (state.words === state.from || same(state.words, begin))
  if (follows) setState({ ...fresh, looked: state.looked })
  const { from, words, looked } = follows ? { ...fresh, looked: state.looked } : state
  const isChanged = words !== from && !same(words, begin)
  const begun = useBegun({
    isDrafting: isChanged,
    saved: begin,
    edition,
    differs: (before, now) => !same(before, now),
  })
  return {
    words,
    looked,
    isChanged,
    begun,
    draw: (next, key) => {
      const still = new Set(looked)
      still.delete(key)
      setState({ from, words: next, looked: still })
    },
    look: (keys) => setState({ from, words, looked: new Set([...looked, ...keys]) }),
    startOver: () => setState(fresh),
  }
}

function same(one: NoticeWords, other: NoticeWords): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
