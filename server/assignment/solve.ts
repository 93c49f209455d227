import { Worker } from 'node:worker_threads'
import type { AssignmentAnswer, AssignmentProblem } from '../../shared/assignment/problem.ts'
import { openTurns } from '../import/turns.ts'
import { notFoundWithin, type Patience } from './worked-out.ts'

/** What the thread is given. */
export interface Given {
  readonly problem: AssignmentProblem
  readonly patience: Patience
}

const usual: Patience = { findSeconds: 20, explainSeconds: 20, graceSeconds: 10 }

/** Two at a time would only take longer. */
const turns = openTurns(1)

interface How {
  readonly patience?: Patience
  /** Ends the thread: nobody waits for the answer any longer. */
  readonly signal?: AbortSignal
}

/**
 * An assignment, or why there is none, worked out in a thread of its own that has ended when this resolves: 41 applications, 12
 * panels and 58 reviewers take a quarter of a second, a proof that there is none can take all the time there is. Given up, it says
 * so and proves nothing. Rejects where the solver itself fails.
 */
export async function solveAssignment(
  problem: AssignmentProblem,
  { patience = usual, signal }: How = {},
): Promise<AssignmentAnswer> {
  const giveBack = await turns.take()
  if (signal?.aborted) {
    giveBack()
    return givenUp
  }
  const worker = new Worker(new URL('./solve-worker.ts', import.meta.url), {
    workerData: { problem, patience } satisfies Given,
  })
  // Nobody waits for it when the server ends.
  worker.unref()
  try {
    return await answerOf(worker, patience, signal)
  } finally {
    await worker.terminate()
    giveBack()
  }
}

const givenUp: AssignmentAnswer = { impossible: ['The search was given up.'], proven: false }

function answerOf(
  worker: Worker,
  { findSeconds, explainSeconds, graceSeconds }: Patience,
  signal: AbortSignal | undefined,
): Promise<AssignmentAnswer> {
  const longest = findSeconds + explainSeconds + graceSeconds
  return new Promise((resolve, reject) => {
    const tooLong = setTimeout(() => {
      resolve({ impossible: [notFoundWithin(longest)], proven: false })
    }, longest * 1000).unref()
    signal?.addEventListener('abort', () => resolve(givenUp), { once: true })
    worker.once('message', resolve)
    worker.once('error', (cause) =>
      reject(new Error('The solver failed; no assignment was made.', { cause })),
    )
    worker.once('exit', (code) => {
      clearTimeout(tooLong)
      reject(new Error(`The solver ended with code ${code} before it answered; no assignment was made.`))
    })
  })
}
