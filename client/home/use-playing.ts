import { useState } from 'react'
import type { Pace } from '../../shared/rehearsal/paces.ts'
import { announce } from '../ui/announce.tsx'
import { playSeats, setPace, stopPlaying } from './play.ts'
import { takenSentence } from './played-words.ts'

/** The program's play of seats, as the list of seats asks for it. */
export interface Playing {
  readonly play: (people: readonly string[]) => Promise<void>
  readonly stop: (people: readonly string[]) => Promise<void>
  readonly setPace: (pace: Pace) => Promise<void>
  readonly pending: boolean
  /** Why the last wish was not fulfilled as a whole. */
  readonly refused: string | null
}

/** `onChanged`: the list is to be read again. */
export function usePlaying(onChanged: () => void): Playing {
  const [pending, setPending] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)

  async function ask(wish: () => Promise<string | null>, done: string): Promise<void> {
    setPending(true)
    const sentence = await wish()
    setPending(false)
    setRefused(sentence)
    if (sentence === null) announce(done)
    onChanged()
  }

  return {
    play: (people) =>
      ask(
        async () => {
          const answer = await playSeats(people)
          return 'sentence' in answer ? answer.sentence : takenSentence(answer.taken)
        },
        people.length === 1 ? 'The seat is played.' : 'The seats are played.',
      ),
    stop: (people) =>
      ask(
        () => stopPlaying(people),
        people.length === 1 ? 'The seat is no longer played.' : 'No seat is played any more.',
      ),
    setPace: (pace) => ask(() => setPace(pace), 'The pace is set.'),
    pending,
    refused,
  }
}
