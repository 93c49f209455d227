import type { Candidate } from './place-candidates.ts'

/** A candidate and where it stands among all documents, laid end to end. */
export interface Laid extends Candidate {
  readonly document: number
  readonly offset: number
  /** Where its document ends. */
  readonly limit: number
}

/** Two pages: an answer of more is no more of an answer. */
const fullAnswer = 6_000
const perHalving = 3
/** A marker at the head of a line with a little of the title: more is no plainer, and a copied guide has more. */
const plainest = 14
/** Two namings nearer than this leave no room for an answer between them. */
const listGap = 250
const listRun = 3
const listed = 10
/** An answer may speak of this many others. */
const spokenOf = 3
/** What each further one costs that is passed over: rather than across a row of other answers, a chain ends. */
const passedOver = 1.5
/** An earlier naming of the same entry is the answer's beginning if it is so plain beside the one chosen. */
const comparable = 0.6
const rival = 2
/** Fainter candidates name an entry only where others are found around them. */
export const solid = 4

/**
 * The answers among the candidates (in order of offset): each entry at most once, in the order of the rubric, so that what
 * they name most plainly is also followed by the most text. Lists, rubrics and tables name everything and answer little.
 */
export function chainOf(laid: readonly Laid[]): readonly Laid[] {
  const named = naming(laid)
  const worth = named.map(({ value, room }) => value - tooShort(room))
  const passed = passing(laid, worth)
  const best: number[] = []
  const before: number[] = []
  for (const [to, candidate] of laid.entries()) {
    let most = 0
    before[to] = -1
    for (let from = 0; from < to; from++) {
      const earlier = laid[from]
      const room = Math.min(named[from]?.room ?? 0, candidate.offset - (earlier?.offset ?? 0))
      if (!earlier || earlier.entry >= candidate.entry || room <= 0) continue
      const sum = (best[from] ?? 0) - tooShort(room) - passedOver * Math.max(0, passed(from, to) - spokenOf)
      if (sum <= most) continue
      most = sum
      before[to] = from
    }
    best[to] = most + (named[to]?.value ?? 0)
  }
  const totals = best.map((sum, last) => sum - tooShort(named[last]?.room ?? 0))
  const most = Math.max(...totals)
  const chain: Laid[] = []
  for (let at = most > 0 ? totals.indexOf(most) : -1; at >= 0; at = before[at] ?? -1) {
    const candidate = laid[at]
    if (candidate) chain.push(candidate)
  }
  return fromTheirBeginnings(chain.toReversed(), laid, worth)
}

/**
 * Each answer from the first place that names it about as plainly, where little else is answered in between: an answer may
 * speak of others, a row of all of them is a list or a guide.
 */
function fromTheirBeginnings(
  chain: readonly Laid[],
  laid: readonly Laid[],
  worth: readonly number[],
): readonly Laid[] {
  const few = Math.max(spokenOf, new Set(laid.map(({ entry }) => entry)).size / 4)
  const near = (from: number, to: number): boolean => {
    const others = laid.slice(from + 1, to).filter((_, index) => (worth[from + 1 + index] ?? 0) >= rival)
    const ends = [laid[from]?.entry, laid[to]?.entry]
    return new Set(others.map(({ entry }) => entry).filter((entry) => !ends.includes(entry))).size <= few
  }
  let previous = -1
  return chain.map((candidate) => {
    const own = laid.indexOf(candidate)
    const first = laid.findIndex(
      (other, index) =>
        index > previous &&
        other.entry === candidate.entry &&
        other.document === candidate.document &&
        (other.why !== 'words' || candidate.why === 'words') &&
        (worth[index] ?? 0) >= comparable * (worth[own] ?? 0) &&
        (near(index, own) || (previous >= 0 && near(previous, index))),
    )
    previous = first < 0 ? own : first
    return laid[previous] ?? candidate
  })
}

/** What each candidate is worth as an answer: how plainly it is named, less what there is too little of after it. */
export function worths(laid: readonly Laid[]): readonly number[] {
  return naming(laid).map(({ value, room }) => value - tooShort(room))
}

/** How plainly each is named, as no part of a list, and how much text it can have at the most. */
function naming(laid: readonly Laid[]): readonly { readonly value: number; readonly room: number }[] {
  const gaps = lists(laid)
  return laid.map((candidate, index) => {
    const gap = gaps.get(candidate)
    const room = roomAfter(laid, candidate, index)
    return gap === undefined
      ? { value: Math.min(candidate.strength, plainest), room }
      : { value: Math.min(candidate.strength, plainest) - listed, room: Math.min(gap, room) }
  })
}

function tooShort(room: number): number {
  return perHalving * Math.max(0, Math.log2(fullAnswer / Math.max(room, 1)))
}

/** How far it is to the next heading or marker of another entry, at least half as plain, or to the end of the document. */
function roomAfter(laid: readonly Laid[], candidate: Laid, index: number): number {
  for (let next = index + 1; next < laid.length; next++) {
    const other = laid[next]
    if (!other || other.document !== candidate.document) break
    const plain = other.why !== 'words' && other.strength >= candidate.strength / 2
    if (other.entry !== candidate.entry && plain) return other.offset - candidate.offset
  }
  return candidate.limit - candidate.offset
}

/** For candidates in a list (three or more entries named close together, in order) the usual gap in it. */
function lists(laid: readonly Laid[]): ReadonlyMap<Laid, number> {
  const gaps = new Map<Laid, number>()
  let run: Laid[] = []
  const close = (): void => {
    if (new Set(run.map(({ entry }) => entry)).size >= listRun) {
      const gap = ((run.at(-1)?.offset ?? 0) - (run[0]?.offset ?? 0)) / (run.length - 1)
      for (const candidate of run) gaps.set(candidate, gap)
    }
    run = []
  }
  for (const candidate of laid) {
    if (candidate.strength < solid) continue
    const last = run.at(-1)
    const goesOn =
      last?.document === candidate.document &&
      candidate.offset - last.offset < listGap &&
      candidate.entry >= last.entry
    if (!goesOn) close()
    run.push(candidate)
  }
  close()
  return gaps
}

/** How many candidates lie between two that may well answer other entries than theirs. */
function passing(laid: readonly Laid[], worth: readonly number[]): (from: number, to: number) => number {
  const all = [0]
  const byEntry = new Map<number, number[]>()
  for (const { entry } of laid) byEntry.set(entry, [0])
  for (const [index, { entry }] of laid.entries()) {
    const counts = (worth[index] ?? 0) >= rival
    all.push((all[index] ?? 0) + (counts ? 1 : 0))
    for (const [other, own] of byEntry) own.push((own[index] ?? 0) + (counts && other === entry ? 1 : 0))
  }
  const count = (sums: readonly number[] | undefined, from: number, to: number): number =>
    (sums?.[to] ?? 0) - (sums?.[from + 1] ?? 0)
  return (from, to) => {
    let between = count(all, from, to)
    for (const entry of new Set([laid[from]?.entry ?? -1, laid[to]?.entry ?? -1]))
      between -= count(byEntry.get(entry), from, to)
    return between
  }
}
