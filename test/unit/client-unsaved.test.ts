import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { difference, unsavedFields } from '../../client/live/unsaved.ts'

/** Two copies of the same document, one of which goes on alone. */
function copies(first: (doc: Y.Doc) => void, then: (doc: Y.Doc) => void): readonly [Y.Doc, Y.Doc] {
  const fresh = new Y.Doc()
  first(fresh)
  const abandoned = new Y.Doc()
  Y.applyUpdate(abandoned, Y.encodeStateAsUpdate(fresh))
  then(abandoned)
  return [abandoned, fresh]
}

/** A document whose fields that hold unconfirmed edits are remembered; each change is one edit. */
function remembering() {
  const doc = new Y.Doc()
  const fields = unsavedFields(doc)
  let edit = 0
  doc.on('afterTransaction', (transaction: Y.Transaction) => fields.touch(transaction, (edit += 1)))
  return { doc, fields }
}

test('CLIENT-3 a field is remembered as unsaved from its edit until the server has confirmed that edit', () => {
  const { doc, fields } = remembering()
  doc.getText('strengths:(A)(1)').insert(0, 'Clear.')
  doc.getMap('scores').set('(A)(1)(i)', 4)
  expect(fields.list()).toMatchObject([
    { root: 'strengths:(A)(1)', key: null },
    { root: 'scores', key: '(A)(1)(i)' },
  ])
  fields.confirm(1)
  expect(fields.list()).toMatchObject([{ root: 'scores', key: '(A)(1)(i)' }])
})

test('CLIENT-3 a field that was edited again waits for its last edit', () => {
  const { doc, fields } = remembering()
  doc.getMap('scores').set('(A)(1)(i)', 4)
  doc.getMap('scores').set('(A)(1)(i)', 5)
  fields.confirm(1)
  expect(fields.list()).toHaveLength(1)
  fields.confirm(2)
  expect(fields.list()).toEqual([])
})

test('CLIENT-4 of a copy that is given up, what it says beyond the server’s is set aside in words', () => {
  const [abandoned, fresh] = copies(
    (doc) => {
      doc.getText('strengths:(A)(1)').insert(0, 'Clear goals.')
      doc.getMap('scores').set('(A)(1)(i)', 4)
    },
    (doc) => {
      doc.getText('strengths:(A)(1)').insert(12, ' And dates.')
      doc.getMap('scores').set('(A)(1)(i)', null)
      doc.getMap('noneFound').set('weaknesses:(A)(1)', true)
    },
  )
  const fields = [
    { root: 'strengths:(A)(1)', key: null },
    { root: 'scores', key: '(A)(1)(i)', value: null },
    { root: 'noneFound', key: 'weaknesses:(A)(1)', value: true },
  ]
  expect(difference(abandoned, fresh, fields)).toEqual([
    { field: 'strengths:(A)(1)', text: ' And dates.' },
    { field: 'scores:(A)(1)(i)', text: 'cleared' },
    { field: 'noneFound:weaknesses:(A)(1)', text: 'ticked' },
  ])
})

test('CLIENT-4 what the server has as well, and blanks, are not set aside', () => {
  const [abandoned, fresh] = copies(
    (doc) => doc.getText('strengths:(A)(1)').insert(0, 'Clear.'),
    (doc) => doc.getText('strengths:(A)(1)').insert(6, '  '),
  )
  fresh.getMap('scores').set('(A)(1)(i)', 4)
  abandoned.getMap('scores').set('(A)(1)(i)', 4)
  const fields = [
    { root: 'strengths:(A)(1)', key: null },
    { root: 'scores', key: '(A)(1)(i)', value: 4 },
  ]
  expect(difference(abandoned, fresh, fields)).toEqual([])
})

test('LOST-1 what did not count in a room is named without its seat, and what the page itself noted is not of it', () => {
  const [abandoned, fresh] = copies(
    () => undefined,
    (doc) => {
      doc.getText('r3/line:(A)(1)(i)').insert(0, 'Read again.')
      doc.getMap('r3/scores').set('(A)(1)(i)', 12)
      doc.getMap('r3/differs').set('(A)(1)(i)', 9)
    },
  )
  const fields = [
    { root: 'r3/line:(A)(1)(i)', key: null },
    { root: 'r3/scores', key: '(A)(1)(i)', value: 12 },
    { root: 'r3/differs', key: '(A)(1)(i)', value: 9 },
  ]
  expect(difference(abandoned, fresh, fields)).toEqual([
    { field: 'line:(A)(1)(i)', text: 'Read again.' },
    { field: 'scores:(A)(1)(i)', text: '12' },
  ])
})

test('LOST-2 where the server’s copy is not to be had, all that the unconfirmed fields say is set aside', () => {
  const [abandoned] = copies(
    (doc) => doc.getText('strengths:(A)(1)').insert(0, 'Clear goals.'),
    (doc) => doc.getText('strengths:(A)(1)').insert(12, ' And dates.'),
  )
  expect(difference(abandoned, null, [{ root: 'strengths:(A)(1)', key: null }])).toEqual([
    { field: 'strengths:(A)(1)', text: 'Clear goals. And dates.' },
  ])
})

test('LOST-19 of a text that went on elsewhere, exactly what was typed here is set aside, run by run', () => {
  const text = 'strengths:(A)(1)'
  const [abandoned, fresh] = copies(
    (doc) => doc.getText(text).insert(0, 'Goals, dates.'),
    (doc) => {
      doc.getText(text).insert(6, ' seen')
      doc.getText(text).insert(12, 'and ')
      doc.getText(text).insert(0, 'Some ')
      doc.getText(text).delete(1, 1)
    },
  )
  fresh.getText(text).insert(0, 'So: ')
  fresh.getText(text).insert(fresh.getText(text).length, ' As seen.')
  expect(difference(abandoned, fresh, [{ root: text, key: null }])).toEqual([
    { field: text, text: 'Sme \n seen\nand ' },
  ])
})

test('LOST-20 points that were typed here are set aside as they were typed, whatever came to stand there meanwhile', () => {
  const { doc, fields } = remembering()
  doc.getMap('scores').set('(A)(1)(i)', 4)
  const elsewhere = new Y.Doc()
  elsewhere.clientID = doc.clientID + 1
  elsewhere.getMap('scores').set('(A)(1)(i)', 9)
  const before = fields.list()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(elsewhere))
  expect(doc.getMap('scores').get('(A)(1)(i)')).toBe(9)
  expect(difference(doc, elsewhere, before)).toEqual([{ field: 'scores:(A)(1)(i)', text: '4' }])
})

test('LOST-20 so are points from a copy that is gone, in the one that takes it over', () => {
  const { doc, fields } = remembering()
  doc.getMap('scores').set('(A)(1)(i)', 9)
  fields.remember([
    { root: 'scores', key: '(A)(1)(i)', value: 4 },
    { root: 'scores', key: '(A)(1)(ii)', value: 5 },
  ])
  expect(fields.list()).toEqual([{ root: 'scores', key: '(A)(1)(i)', value: 4 }])
})

test('LOST-24 of the notes beside the application their words are set aside, and not a highlight, which has none', () => {
  const [abandoned, fresh] = copies(
    (doc) => doc.getMap('highlights').set('abcdefgh', { start: 1 }),
    (doc) => {
      doc.getText('note:abcdefgh').insert(0, 'See page 4.')
      doc.getMap('highlights').set('abcdefgh', null)
      doc.getMap('highlights').set('ijklmnop', { start: 2 })
    },
  )
  const fields = [
    { root: 'note:abcdefgh', key: null },
    { root: 'highlights', key: 'abcdefgh', value: null },
    { root: 'highlights', key: 'ijklmnop', value: { start: 2 } },
  ]
  expect(difference(abandoned, fresh, fields)).toEqual([{ field: 'note:abcdefgh', text: 'See page 4.' }])
})
