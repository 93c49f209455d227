import { formHash, readForm } from '../../../shared/form/form-record.ts'
import { beatMs, type Pace } from '../../../shared/rehearsal/paces.ts'
import { steadyShare } from '../../../shared/rehearsal/invented-scores.ts'
import { askServer } from './ask-server.ts'
import { openDrawers, type Desk } from './desk.ts'
import { openLiveLine } from './live-line.ts'
import type { Move } from './move.ts'
import { lookOf } from './look-of.ts'
import { movesOf } from './moves-of.ts'
import type { ServerAt } from './said.ts'

/** A seat while the program plays it. */
export interface PlayedSeat {
  /** Gets up: signs out, and says so. */
  readonly rise: () => void
  /** Another pace has been set: what is waited for now is not waited for any longer. */
  readonly hurry: () => void
}

interface Opening {
  readonly at: ServerAt
  readonly person: string
  readonly host: string
  readonly cookie: string
  readonly pace: () => Pace
  /** The seat has been left. */
  readonly risen: () => void
}

/** Beats for which something that was refused is not tried again. */
const shunBeats = 15
/** With nothing to do, the clock is looked at this often. */
const idleMs = 1_000

/** Sits down, and does one thing after the other until told to get up or the session ends. */
export function playSeat({ at, person, host, cookie, pace, risen }: Opening): PlayedSeat {
  const leaving = new AbortController()
  const { signal } = leaving
  /** Ends the present pause. */
  let wake = (): void => undefined
  let stirred = (): void => undefined
  const changed = (): void => stirred()
  const onFailure = (error: unknown): void => {
    if (!signal.aborted) console.error(error)
  }
  const line = openLiveLine({ at, host, cookie, changed, ended: leave })
  const drawers = openDrawers({ at, host, cookie, changed, onFailure })
  const shunned = new Map<string, number>()
  let done = 0

  function leave(): void {
    if (signal.aborted) return
    leaving.abort()
    wake()
    line.close()
    drawers.close()
    risen()
  }

  function desk(): Desk | null {
    const seen = line.seen()
    if (!seen) return null
    const { rubric, document, thread, page } = drawers
    return { view: seen.view, rubric, document, thread, page }
  }

  function next(): Move | null {
    const before = desk()
    if (!before) return null
    const at = performance.now()
    for (const move of movesOf(before)) if ((shunned.get(move.key) ?? 0) < at) return move
    return null
  }

  async function carryOut(move: Move): Promise<boolean> {
    if (move.does === 'send') return 'done' in (await line.send(move.command))
    const copy = drawers.copy(move.document)
    const doc = copy.doc()
    if (!doc) return false
    if (move.does === 'write') {
      doc.transact(() => move.edit(doc))
      return copy.saved()
    }
    const named = line.seen()?.view.reviews.find(({ id }) => id === move.review)?.rubric
    if (named === undefined) return false
    const rubric = drawers.rubric(named)
    if (!rubric || !(await copy.saved())) return false
    const { review, seat } = move
    const attests = move.does === 'attest'
    const hash = formHash(attests ? readForm(doc, rubric) : readForm(doc, rubric, seat))
    const command = attests
      ? ({ kind: 'form.attest', review, hash, rubric: named } as const)
      : ({ kind: 'column.sign', review, hash } as const)
    return 'done' in (await line.send(command))
  }

  async function play(): Promise<void> {
    while (!signal.aborted) {
      const before = desk()
      if (before) line.look(lookOf(before))
      const move = next()
      if (!move) {
        await pause(idleMs, true)
        continue
      }
      await pause(beatMs[pace()] * move.beats * (0.5 + steadyShare(`${person} ${(done += 1)}`)), false)
      const still = signal.aborted ? null : next()
      if (still?.key !== move.key) continue
      if (!(await carryOut(still).catch(() => false)))
        shunned.set(move.key, performance.now() + beatMs[pace()] * shunBeats)
    }
  }

  /** Waits; a pause for want of something to do also ends with the next change. */
  function pause(ms: number, idle: boolean): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer)
        wake = stirred = (): void => undefined
        resolve()
      }
      const timer = setTimeout(end, ms)
      wake = end
      stirred = idle ? end : (): void => undefined
    })
  }

  // What goes wrong in one seat is no reason to leave it silently: it ends the process, and the server says so.
  void play()
  return {
    rise: () => {
      if (signal.aborted) return
      const signOut = askServer(at, host, '/api/sign-out', { cookie, json: {} })
      leaving.abort()
      wake()
      line.close()
      drawers.close()
      // Where the server does not answer, its session ends by itself.
      signOut.then(risen, risen)
    },
    hurry: () => wake(),
  }
}
