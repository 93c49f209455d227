import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isReadable, type Export } from '../../server/exports/export-format.ts'
import { verifyExport } from '../../server/exports/verify.ts'
import { loadSigner, type Signer } from '../../server/journal/signing.ts'
import { setUpEvents } from '../../shared/competition/event-set-up.ts'
import { draftOf, eventIn, mendChain, type DraftExport } from '../harness/altered-export.ts'
import { playedSetUp, setUpExport } from '../harness/set-up-whole.ts'

let folder: string
let signer: Signer
let exported: Export

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'panelroom-set-up-'))
  signer = await loadSigner(folder)
  exported = setUpExport(playedSetUp(signer), signer)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

function faultOf(draft: DraftExport | Export): string {
  const verified = verifyExport(JSON.parse(JSON.stringify(draft)), signer.publicKeyPem)
  return verified.ok ? 'It verifies.' : verified.fault
}

test('SETUP-13 a competition set up from nothing, with every event that a set-up has, verifies', () => {
  const held = new Set(exported.entries.filter(isReadable).map(({ event }) => event.kind))
  const kinds = Object.keys(setUpEvents) as (keyof typeof setUpEvents)[]
  expect(kinds.filter((kind) => !held.has(kind))).toEqual([])
  expect(faultOf(exported)).toBe('It verifies.')
})

test('SETUP-13 it is called what it was named, and its results are by the version that its forms were given by', () => {
  const [result] = exported.results
  const opened = exported.entries.filter(isReadable)[0]?.event
  expect(exported.competition.title).toBe('Race to the Top, Phase 3')
  expect(opened?.kind === 'competition.opened' && opened.data.setup.title).toBe('New competition')
  const sets = exported.entries.filter(isReadable).filter(({ event }) => event.kind === 'rubric.set')
  expect(sets).toHaveLength(2)
  expect(result?.record.rubric).toMatch(/^[0-9a-f]{64}$/)
})

type Path = readonly string[]

function leavesOf(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [at]
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member, [...at, key]))
}

function withChanged(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return changed(value)
  if (Array.isArray(value))
    return value.map((item, at) => (String(at) === key ? withChanged(item, rest) : item))
  return Object.fromEntries(
    Object.entries(Object(value)).map(([name, member]) => [
      name,
      name === key ? withChanged(member, rest) : member,
    ]),
  )
}

function changed(leaf: unknown): unknown {
  if (typeof leaf === 'number') return leaf + 1
  if (typeof leaf === 'boolean') return !leaf
  if (typeof leaf !== 'string') return 0
  const last = leaf.at(-1) ?? ''
  return /[0-9a-f]/.test(last) ? `${leaf.slice(0, -1)}${last === '0' ? '1' : '0'}` : `${leaf}x`
}

/** Each member that an event of the set-up has, once for each kind of event: lists and texts by their first, a rubric by its ends. */
function alterable(): readonly (readonly [entry: number, path: Path])[] {
  const seen = new Set<string>()
  return exported.entries.flatMap((entry, at) => {
    if (!isReadable(entry) || !(entry.event.kind in setUpEvents)) return []
    const { kind } = entry.event
    const paths = leavesOf(entry).filter((path) => !path.includes('criteria') || path.at(-1) === 'max')
    return paths.flatMap((path) => {
      const keys = path.map((key) => (/^[0-9]+$|^[0-9a-f]{64}$/.test(key) ? '-' : key))
      const shape = `${path.includes('data') ? kind : ''} ${keys.join(' ')}`
      if (seen.has(shape)) return []
      seen.add(shape)
      return [[at, path] as const]
    })
  })
}

function alteredAt(at: number, path: Path): DraftExport {
  const draft = draftOf(exported)
  draft.entries[at] = withChanged(draft.entries[at], path) as (typeof draft.entries)[number]
  return draft
}

test('SETUP-14 whatever is altered in any entry of the set-up is found', { timeout: 60_000 }, () => {
  const all = alterable()
  expect(all.length).toBeGreaterThan(80)
  expect(all.filter(([at, path]) => faultOf(alteredAt(at, path)) === 'It verifies.')).toEqual([])
})

test('SETUP-14 also with the chain mended behind it', { timeout: 60_000 }, () => {
  // What the chain itself consists of is mended away, and nothing is altered then.
  const chained = ['version', 'previous', 'hash']
  const all = alterable().filter(([, path]) => !(path.length < 3 && chained.includes(path.at(-1) ?? '')))
  // Every second one: each costs a whole verification.
  const missed = all.filter(([at, path], nth) => {
    if (nth % 2 === 0) return false
    const draft = alteredAt(at, path)
    mendChain(draft)
    return faultOf(draft) === 'It verifies.'
  })
  expect(missed).toEqual([])
})

const named: readonly (readonly [what: string, alter: (draft: DraftExport) => void, fault: RegExp])[] = [
  [
    'who opened the assignment',
    (draft) => void (eventIn(draft, 'assignment.opened').by = 'r1'),
    /r1 could not do this there/,
  ],
  [
    'what was met at intake',
    (draft) =>
      void (eventIn(draft, 'intake.judged', ({ data }) => data.applications.includes('alpha')).data.outcome =
        'notMet'),
    /does not meet “Received on time”/,
  ],
  [
    'a recusal that was none',
    (draft) =>
      eventIn(draft, 'conflict.declared', ({ by }) => by === 'r1').data.answers.forEach((answer) => {
        if (answer.application === 'alpha') answer.answer = 'recused'
      }),
    /is recused from State of alpha/,
  ],
  [
    'which forms opened again',
    (draft) => void (eventIn(draft, 'rubric.set', ({ data }) => data.touched.length > 0).data.touched = []),
    /its data › touched/,
  ],
  [
    'on whose sample',
    (draft) => void eventIn(draft, 'calibration.started').data.reviewers.pop(),
    /its data › reviewers/,
  ],
  [
    'who came to the sample later',
    (draft) => void (eventIn(draft, 'calibration.added').data.reviewers = ['r1']),
    /Reviewer 1 has a seat on the sample already/,
  ],
  [
    'a version that counts further',
    (draft) =>
      void (eventIn(draft, 'rubric.set', ({ data }) => data.touched.length > 0).data.rubric.version += 1),
    /The next version of this rubric is/,
  ],
  [
    'who asked for the lock',
    (draft) => void (eventIn(draft, 'lock.asked').by = 'staff-2'),
    /You asked for this lock/,
  ],
  [
    'the rubric that it was opened on',
    (draft) => {
      const { rubric } = eventIn(draft, 'competition.opened').data
      if (rubric) rubric.title = 'Another'
    },
    /the rubric that stands in it is not the one that it names/,
  ],
  [
    'what it is called',
    (draft) => void (eventIn(draft, 'competition.named').data.title = 'Another'),
    /^At the head of the export, competition › title says/,
  ],
]

test.each(named)('SETUP-15 with every hash mended it is named: %s', (_what, alter, fault) => {
  const draft = draftOf(exported)
  alter(draft)
  mendChain(draft)
  expect(faultOf(draft)).toMatch(fault)
})
