import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isReadable, readExport, type Export } from '../../server/exports/export-format.ts'
import { verifyExport } from '../../server/exports/verify.ts'
import { loadSigner, type Signer } from '../../server/journal/signing.ts'
import type { EventKind } from '../../shared/competition/event.ts'
import { discussionEvents, seatEvents } from '../../shared/competition/event-discussion.ts'
import { draftOf, eventIn, exportOf, mendAll, type DraftExport } from '../harness/altered-export.ts'
import { playedTalk } from '../harness/played-talk.ts'

let folder: string
let signer: Signer
let exported: Export

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'panelroom-talk-'))
  signer = await loadSigner(folder)
  exported = exportOf(playedTalk(signer), signer)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

function faultOf(draft: DraftExport | Export): string {
  const verified = verifyExport(JSON.parse(JSON.stringify(draft)), signer.publicKeyPem)
  return verified.ok ? 'It verifies.' : verified.fault
}

/** Events of the talk and of the seats that an export can hold: what comes after its last signature is left out. */
const kinds = [...Object.keys(discussionEvents), ...Object.keys(seatEvents)].filter(
  (kind) => kind !== 'tier.opened',
) as EventKind[]

test('VERIFY-9 a journal with all that a panel may come to verifies', () => {
  const held = new Set(exported.entries.filter(isReadable).map(({ event }) => event.kind))
  expect(kinds.filter((kind) => !held.has(kind))).toEqual([])
  expect(faultOf(exported)).toBe('It verifies.')
})

const named: readonly (readonly [what: string, alter: (draft: DraftExport) => void, fault: RegExp])[] = [
  [
    'an order that does not follow from its seed',
    (draft) => void (eventIn(draft, 'agenda.set', ({ data }) => data.by === 'random').data.seed = 'abcdef03'),
    /\(agenda\.set, missouri\.1\.1\): its data › items › /,
  ],
  [
    'an order by spread that is none',
    (draft) =>
      void eventIn(draft, 'agenda.set', ({ data }) => data.by === 'spread').data.items.push({
        row: '(B)(3)',
        minutes: 10,
      }),
    /\(agenda\.set, missouri\.1\.1\): its data › items › /,
  ],
  [
    'who changed a message',
    (draft) => void (eventIn(draft, 'thread.edited').by = 'reviewer-1'),
    /reviewer-1 could not do this there\. The rule: “Only its author changes a message\.”/,
  ],
  [
    'whose hand it is',
    (draft) => void (eventIn(draft, 'hand.set').data.seat = 3),
    /it is by reviewer-2, and seat 3 is that of reviewer-3/,
  ],
  [
    'who says that they hold',
    (draft) => void (eventIn(draft, 'stand.set').by = 'reviewer-1'),
    /it is by reviewer-1, and seat 2 is that of reviewer-2/,
  ],
  [
    'who agrees',
    (draft) => void (eventIn(draft, 'summary.agreed').data.seat = 5),
    /it is by reviewer-1, and seat 5 is that of reviewer-5/,
  ],
  [
    'the scores that a summary explained',
    (draft) => void (eventIn(draft, 'summary.agreed').data.hash = 'a'.repeat(64)),
    /The rule: “The text or a score has changed\. Read it again, then agree\.”/,
  ],
  [
    'the seats that agree at the close',
    (draft) => {
      const [summary] = Object.values(eventIn(draft, 'review.closed').data.summaries ?? {})
      summary?.agreed.push(2)
    },
    /\(review\.closed, missouri\.1\.1\): its data › summaries › \(A\)\(2\) › agreed › /,
  ],
  [
    'who opened a form',
    (draft) => void (eventIn(draft, 'form.opened').by = 'staff-1'),
    /staff-1 could not do this there\. The rule: “That is not yours to decide\.”/,
  ],
  [
    'the seat of who took another’s place',
    (draft) => void (eventIn(draft, 'seat.replaced').data.by = 7),
    /\(seat\.replaced, missouri\.1\.1, seat 4\): its data › by says 7, and 6 follows/,
  ],
  [
    'who opened the vote again',
    (draft) => void (eventIn(draft, 'vote.reopened').by = 'monitor-1'),
    /monitor-1 could not do this there\. The rule: “That is not yours to decide\.”/,
  ],
  [
    'who let a thin panel go on',
    (draft) => void (eventIn(draft, 'panel.wentOn').by = 'monitor-1'),
    /monitor-1 could not do this there\. The rule: “That is not yours to decide\.”/,
  ],
  [
    'who decided an absolute priority',
    (draft) => void (eventIn(draft, 'absolute.decided').by = 'staff-1'),
    /staff-1 could not do this there\. The rule: “That is not yours to decide\.”/,
  ],
  [
    'what one said of an absolute priority',
    (draft) => void (eventIn(draft, 'absolute.answered', ({ by }) => by === 'reviewer-1').data.answer = 'no'),
    /reviewer-1 could not do this there\. The rule: “A change needs your reasons\.”/,
  ],
]

test.for(named)('VERIFY-3 altered, all hashes mended, and named: %s', ([, alter, fault]) => {
  const draft = draftOf(exported)
  alter(draft)
  mendAll(draft)
  expect(faultOf(draft)).toMatch(fault)
})

test(
  'VERIFY-6 the words of a panel can be withheld: whatever they said is taken as said',
  { timeout: 60_000 },
  () => {
    const references = exported.entries
      .filter(isReadable)
      .filter(({ event }) => kinds.includes(event.kind) || event.kind === 'review.closed')
      .flatMap(({ texts }) => Object.keys(texts))
    expect(references.length).toBeGreaterThan(10)
    for (const reference of references) {
      const draft = draftOf(exported)
      for (const entry of draft.entries) if (isReadable(entry)) delete entry.texts[reference]
      draft.withheldTexts.push(reference)
      expect(faultOf(draft), reference).toBe('It verifies.')
    }
  },
)

type Path = readonly string[]

function leavesOf(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [at]
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member, [...at, key]))
}

/** Writes something else of the same kind where a path leads. */
function change(within: unknown, [key = '', ...rest]: Path): void {
  if (typeof within !== 'object' || within === null) throw new Error('The path leads nowhere.')
  const now: unknown = Reflect.get(within, key)
  if (rest.length > 0) return change(now, rest)
  Reflect.set(within, key, another(now))
}

function another(leaf: unknown): unknown {
  if (typeof leaf === 'number') return leaf + 1
  if (typeof leaf === 'boolean') return !leaf
  if (typeof leaf !== 'string') return 'P1'
  const last = leaf.at(-1) ?? ''
  return `${leaf.slice(0, -1)}${last === '0' ? '1' : '0'}`
}

test.for(kinds)('VERIFY-7 no field of %s can be altered unnoticed', { timeout: 60_000 }, (kind) => {
  const at = exported.entries.findIndex((entry) => isReadable(entry) && entry.event.kind === kind)
  const entry = exported.entries[at]
  if (!entry || !isReadable(entry)) throw new Error(`The export has no ${kind}.`)
  const fields = [...leavesOf(entry.event.data), ...leavesOf(entry.texts).map((leaf) => ['texts', ...leaf])]
  expect(fields.length).toBeGreaterThan(0)
  for (const field of fields) {
    const draft = draftOf(exported)
    const altered = draft.entries[at]
    if (!altered || !isReadable(altered)) throw new Error('The copy is not one.')
    change(field[0] === 'texts' ? altered : altered.event.data, field)
    // What cannot be read needs no mending.
    if (!('fault' in readExport(draft))) mendAll(draft)
    expect(faultOf(draft), field.join('.')).not.toBe('It verifies.')
  }
})
