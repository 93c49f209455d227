import { refuse, type Refusal } from '../../shared/competition/refusal.ts'

/** Others' typing moves a document every few milliseconds at most; whoever still fails after this long is told. */
const steadyWithinMs = 3_000

const othersAreWriting = refuse(
  'too-many',
  'Others are writing in this review just now, and nothing was changed. Try again in a moment.',
)

/** Tries until nothing that an attempt built on has moved by its end, on any node. Refuses after three seconds of that. */
export async function untilSteady<T>(attempt: () => Promise<T | 'moved'>): Promise<T | Refusal> {
  const until = performance.now() + steadyWithinMs
  for (;;) {
    const outcome = await attempt()
    if (outcome !== 'moved') return outcome
    if (performance.now() > until) return othersAreWriting
  }
}
