import { announce } from '../ui/announce.tsx'

/** How long sentences are collected before they are said, in milliseconds. */
const pauseMs = 1_500

let waiting: string[] = []
let timer: ReturnType<typeof setTimeout> | undefined

/** Says it politely to screen readers, together with what else happens within a moment: one announcement would cut off the other. */
export function sayTogether(sentence: string): void {
  waiting = [...waiting, sentence]
  timer ??= setTimeout(() => {
    announce(waiting.join(' '))
    waiting = []
    timer = undefined
  }, pauseMs)
}
