import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { knowsAll } from '../../server/sync/known.ts'
import { readUpdate } from '../../server/sync/update-reader.ts'

type Step =
  | { readonly kind: 'insert'; readonly at: number; readonly text: string }
  | { readonly kind: 'delete'; readonly at: number; readonly length: number }
  | { readonly kind: 'set'; readonly key: string; readonly value: number | null }
  | { readonly kind: 'meet' }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('insert' as const),
    at: fc.nat(40),
    text: fc.string({ minLength: 1, maxLength: 5 }),
  }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat(40), length: fc.integer({ min: 1, max: 6 }) }),
  fc.record({
    kind: fc.constant('set' as const),
    key: fc.constantFrom('(A)(1)', '(B)(1)'),
    value: fc.option(fc.nat(30)),
  }),
  fc.record({ kind: fc.constant('meet' as const) }),
)

function take(doc: Y.Doc, one: Step): void {
  const text = doc.getText('text')
  if (one.kind === 'insert') text.insert(Math.min(one.at, text.length), one.text)
  if (one.kind === 'delete' && text.length > 0) {
    const at = Math.min(one.at, text.length - 1)
    text.delete(at, Math.min(one.length, text.length - at))
  }
  if (one.kind === 'set') doc.getMap('scores').set(one.key, one.value)
}

/** Whether a copy of a document becomes another by an update. */
function changes(doc: Y.Doc, update: Uint8Array): boolean {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  let changed = false
  copy.on('update', () => {
    changed = true
  })
  Y.applyUpdate(copy, update)
  return changed
}

test('GATE-17 an update is passed over without a trial exactly where it would change nothing', () => {
  const outcomes = { known: 0, new: 0 }
  const steps = fc.array(fc.tuple(fc.boolean(), step), { maxLength: 30 })
  fc.assert(
    fc.property(steps, (all) => {
      const [served, page] = [new Y.Doc(), new Y.Doc()]
      for (const [atPage, one] of all) {
        if (one.kind === 'meet') {
          Y.applyUpdate(served, Y.encodeStateAsUpdate(page, Y.encodeStateVector(served)))
          Y.applyUpdate(page, Y.encodeStateAsUpdate(served, Y.encodeStateVector(page)))
        } else take(atPage ? page : served, one)
        const update = Y.encodeStateAsUpdate(page, Y.encodeStateVector(served))
        const read = readUpdate(update)
        if (read.kind !== 'read') throw new Error(`A page was refused: ${read.reason}`)
        const known = knowsAll(served, read)
        outcomes[known ? 'known' : 'new'] += 1
        expect(known).toBe(!changes(served, update))
      }
    }),
    { numRuns: 200 },
  )
  expect(outcomes.known).toBeGreaterThan(100)
  expect(outcomes.new).toBeGreaterThan(100)
})
