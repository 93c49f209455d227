import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { setBox, setNoneFound, setScore } from '../../shared/form/edits.ts'
import { strengthsField } from '../../shared/form/fields.ts'
import { openDesk } from './sync-desk.ts'

const texts = [strengthsField('(A)(1)'), strengthsField('(A)(2)')] as const
const tabs = [0, 1, 2] as const

/** One thing that happens in one of three tabs; `at` and `length` are taken as parts of what is there. */
const step = fc.record({
  tab: fc.constantFrom(...tabs),
  what: fc.constantFrom(
    'type',
    'type',
    'type',
    'delete',
    'replace',
    'score',
    'tick',
    'undo',
    'redo',
    'send',
    'send',
    'answer',
    'fetch',
  ),
  text: fc.constantFrom(...texts),
  at: fc.nat({ max: 99 }),
  length: fc.integer({ min: 1, max: 12 }),
})

test('GATE-16 nothing that pages do is ever refused, in however many tabs, offline for however long', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 120 }), (steps) => {
      const desk = openDesk()
      const docs = tabs.map(() => new Y.Doc())
      const undoing = docs.map(
        (doc) =>
          new Y.UndoManager(
            texts.map((name) => doc.getText(name)),
            { captureTimeout: 0 },
          ),
      )
      const unsent: Uint8Array[][] = tabs.map(() => [])
      docs.forEach((doc, tab) => {
        doc.on('update', (update, origin) => {
          if (origin !== 'fetched') unsent[tab]?.push(update)
        })
      })
      const give = (update: Uint8Array): void =>
        expect(['accepted', 'nothing']).toContain(desk.tell('r1', update))

      /** As a page that sends what it has grouped. */
      const send = (tab: number): void => {
        const waiting = unsent[tab]?.splice(0) ?? []
        if (waiting.length > 0)
          give(waiting.length === 1 ? (waiting[0] ?? new Uint8Array()) : Y.mergeUpdates(waiting))
      }
      /** As a page that comes back and answers what the server lacks. */
      const answer = (tab: number, doc: Y.Doc): void => {
        unsent[tab]?.splice(0)
        give(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(desk.served)))
      }
      const fetch = (doc: Y.Doc): void =>
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(desk.served, Y.encodeStateVector(doc)), 'fetched')

      for (const { tab, what, text, at, length } of steps) {
        const doc = docs[tab]
        if (!doc) continue
        const field = doc.getText(text)
        const place = Math.floor((at / 100) * (field.length + 1))
        const some = Math.min(length, field.length - place)
        if (what === 'undo') undoing[tab]?.undo()
        else if (what === 'redo') undoing[tab]?.redo()
        else if (what === 'type') field.insert(place, 'abcdefghijklm'.slice(0, length))
        else if (what === 'delete') field.delete(place, some)
        else if (what === 'score') setScore({ doc }, length % 2 === 0 ? '(A)(1)(i)' : '(B)(2)(i)', at % 6)
        else if (what === 'tick') {
          setNoneFound({ doc }, text, at % 2 === 0)
          setBox({ doc }, '(C)(1)', `${length}`, at % 2 === 0)
        } else if (what === 'send') send(tab)
        else if (what === 'answer') answer(tab, doc)
        else if (what === 'fetch') fetch(doc)
        else {
          doc.transact(() => {
            field.delete(place, some)
            field.insert(place, 'new')
          })
        }
      }
      docs.forEach((doc, tab) => answer(tab, doc))
      docs.forEach(fetch)
      for (const doc of docs) {
        expect(doc.store.pendingStructs).toBe(null)
        expect(texts.map((name) => doc.getText(name).toString())).toEqual(
          texts.map((name) => desk.served.getText(name).toString()),
        )
        expect(doc.getMap('scores').toJSON()).toEqual(desk.served.getMap('scores').toJSON())
      }
    }),
    { numRuns: 150 },
  )
})
