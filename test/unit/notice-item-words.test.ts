import { expect, test } from 'vitest'
import { wordsOfItem } from '../../client/notice/words-of-item.ts'
import { noticeItems, wordsToBegin } from '../../client/staff/set-up/notice/notice-items.ts'
import { partsOf, withPart, withParts } from '../../client/staff/set-up/notice/words-parts.ts'
import type { NoticeWords } from '../../shared/notice/words.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'

const document = 'a'.repeat(12)
const span = (start: number, end: number) => ({ document, start, end })
const nothing: NoticeWords = { passages: {}, guidance: {}, evidence: {}, definitions: [] }
const words: NoticeWords = {
  passages: { '(A)(1)': [span(0, 100)], '(A)(1)(i)': [span(40, 60)], '(C)(1)': [span(200, 300)] },
  guidance: { '(A)(1)': [span(400, 450)], '(A)(1)(i)': [span(460, 470)] },
  evidence: { '(A)(1)(i)': [span(500, 510)] },
  definitions: [{ term: 'LEA', span: span(600, 700) }],
}

test('WORDING-12 a row has its own passage, its criterion’s words before its rows, and the guidance of both', () => {
  expect(wordsOfItem(words, raceToTheTop, '(A)(1)(i)')).toEqual({
    passages: [span(40, 60)],
    leadIn: [span(0, 40)],
    guidance: [span(460, 470), span(400, 450)],
    evidence: [span(500, 510)],
  })
})

test('WORDING-12 a criterion that is one row, and a priority, have their own words alone', () => {
  expect(wordsOfItem(words, raceToTheTop, '(C)(1)')).toEqual({
    passages: [span(200, 300)],
    leadIn: [],
    guidance: [],
    evidence: [],
  })
  expect(wordsOfItem(words, raceToTheTop, 'P2').passages).toEqual([])
})

test('WORDING-9 one begins with what was confirmed, and with what is proposed where nothing was', () => {
  const proposed = { ...nothing, passages: { '(A)(1)(i)': [span(1, 2)], '(B)(1)': [span(3, 4)] } }
  const given = { proposed, items: noticeItems(raceToTheTop), documents: [document] }
  const begun = wordsToBegin({ ...given, confirmed: words, current: false })
  expect(begun.passages).toEqual({ ...words.passages, '(B)(1)': [span(3, 4)] })
  expect(begun.definitions).toEqual(words.definitions)
  expect(wordsToBegin({ ...given, confirmed: words, current: true })).toBe(words)
  expect(wordsToBegin({ ...given, confirmed: null, current: false }).passages).toEqual(proposed.passages)
  expect(wordsToBegin({ ...given, confirmed: words, current: false, documents: [] })).toEqual(nothing)
})

test('WORDING-10 parts of an item are named, moved, put in and taken away, and others stay', () => {
  const shown = { item: '(A)(1)(i)' }
  const added = withPart(words, shown.item, 'guidance', span(480, 490))
  expect(added.part).toBe('Guidance 2')
  expect(Object.keys(partsOf(added.words, shown))).toEqual(['Wording', 'Guidance', 'Guidance 2', 'Evidence'])
  const parts = { ...partsOf(added.words, shown), Guidance: null, Wording: span(41, 60) }
  const after = withParts(added.words, shown, parts)
  expect(after).toEqual({
    ...words,
    passages: { ...words.passages, '(A)(1)(i)': [span(41, 60)] },
    guidance: { ...words.guidance, '(A)(1)(i)': [span(480, 490)] },
  })
  expect(withParts(words, { definition: 0 }, { Definition: null }).definitions).toEqual([])
})
