import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { atOnce } from '../../server/forms/at-once.ts'
import { citedPages } from '../../shared/print/cited-words.ts'
import { formStatus, type FormHistory } from '../../shared/print/form-status.ts'
import { momentWords } from '../../shared/print/moment-words.ts'
import { printedForm } from '../../shared/print/printed-form.ts'
import { emptyForm, fullForm } from '../harness/full-form.ts'
import { smallRubric as rubric } from '../harness/small-rubric.ts'

const narrative = { id: '3f0a9c01b2de', title: 'Narrative' }
const budget = { id: '0123456789ab', title: 'Budget' }

test('PRINT-1 every row, comment, cited page and determination of a form is printed, and what is not there is said', () => {
  const record = {
    ...fullForm(rubric, { text: 'Because.', points: { '(C)(1)': 4, '(E)(1)': 5 } }),
    pages: { '(B)(1)': [`${narrative.id}:46`, `${narrative.id}:45`] },
  }
  const full = printedForm({ rubric, record, documents: [narrative] })
  expect(full.criteria.map(({ id, points, of, rows }) => [id, points, of, rows.length])).toEqual([
    ['(B)(1)', '40', 'of 40', 2],
    ['(C)(1)', '4', 'of 24', 0],
    ['(E)(1)', '5', 'of 10', 0],
  ])
  expect(full.criteria[0]).toMatchObject({ strengths: { text: 'Because.' }, pages: 'p. 45; p. 46' })
  expect(full.criteria[1]?.notes).toEqual(['Elements in place: 1, 2.'])
  expect(full.total).toEqual({ title: 'Criteria together', points: '49', of: 'of 74' })
  expect(full.priorities.map(({ answer }) => answer)).toEqual(['Met', 'Yes', null])

  const empty = printedForm({ rubric, record: emptyForm(rubric), documents: [] })
  expect(empty.total.points).toBe('–')
  expect(empty.criteria[0]).toMatchObject({
    points: '–',
    strengths: { instead: 'Nothing written.' },
    pages: null,
  })
  expect(empty.priorities[0]).toMatchObject({ answer: 'No answer', text: { instead: 'No reasons written.' } })
})

test('SUMMARY-5 a minority view is printed under its criterion, and nothing where none is written', () => {
  const record = { ...fullForm(rubric), minority: { '(C)(1)': ' I read it as a promise. ' } }
  const printed = printedForm({ rubric, record, documents: [] })
  expect(printed.criteria.map(({ minority }) => minority)).toEqual([
    null,
    { text: 'I read it as a promise.' },
    null,
  ])
})

test('PRINT-2 a row that moved since the reveal is printed with what was attested and why, two values with both', () => {
  const before = fullForm(rubric, { points: { '(E)(1)': 10 } })
  const record = {
    ...fullForm(rubric, { points: { '(E)(1)': 5 } }),
    differs: { '(B)(1)(i)': 12 },
    changes: { '(E)(1)': { reason: 'evidence' as const, line: 'Page 12 says so.' } },
  }
  const printed = printedForm({ rubric, record, attested: before.scores, documents: [] })
  expect(printed.criteria[2]?.notes).toEqual(['Attested: 10. Re-read the evidence. Page 12 says so.'])
  expect(printed.criteria[0]?.rows[0]?.notes).toEqual(['Given twice, not chosen yet: also 12.'])
})

test('PRINT-3 a print says how far the form is', () => {
  const nothing = { excusedAt: null, attestedAt: null, revealedAt: null, signedAt: null, lockedAt: null }
  const said = (history: Partial<FormHistory>) => formStatus({ ...nothing, ...history }).words
  expect(said({})).toBe('Draft, not attested')
  expect(said({ attestedAt: 1 })).toBe('Attested')
  expect(said({ attestedAt: 1, revealedAt: 2 })).toBe('Not signed; revealed')
  expect(said({ attestedAt: 1, revealedAt: 2, signedAt: 3 })).toBe('Final, signed')
  expect(said({ attestedAt: 1, revealedAt: 2, signedAt: 3, lockedAt: 4 })).toBe('Final and locked, signed')
  expect(said({ excusedAt: 1, revealedAt: 2 })).toBe('Seat excused, not asked for')
})

test('PRINT-4 a cited page is told with its document where there are several, in the order of the documents', () => {
  const keys = [`${budget.id}:3`, `${narrative.id}:46`, `${narrative.id}:7`]
  const words = (documents: readonly (typeof budget)[]) =>
    citedPages(keys, documents).map((page) => page.words)
  expect(words([narrative, budget])).toEqual(['Narrative, p. 7', 'Narrative, p. 46', 'Budget, p. 3'])
  expect(words([narrative])).toEqual(['p. 7', 'p. 46', 'p. 3 of a document taken away since'])
})

test('PRINT-5 moments are printed in the zone of whoever prints, and a zone that nobody knows is UTC', () => {
  const at = Date.UTC(2026, 10, 22, 19, 14)
  expect(momentWords(at, 'America/New_York')).toBe('Nov 22, 2026, 2:14 pm EST')
  expect(momentWords(at, 'Nowhere/Land')).toBe('Nov 22, 2026, 7:14 pm UTC')
})

/** Work that is under way until it is let go. */
function heldWork() {
  const running: { readonly whose: string; readonly end: () => void }[] = []
  const begun: string[] = []
  return {
    begun,
    work: (whose: string) => () =>
      new Promise<void>((resolve) => {
        begun.push(whose)
        running.push({ whose, end: resolve })
      }),
    end: async (): Promise<void> => {
      running.shift()?.end()
      await turn()
    },
  }
}
const stays = new AbortController().signal

test('PRINT-6 only so many prints run at a time, the next takes over when one ends, and too many are turned away', async () => {
  const { run } = atOnce(2, 1)
  const { begun, work, end } = heldWork()
  const asked = ['a', 'b', 'c', 'd'].map((whose) => run(whose, stays, work(whose)))
  expect(await asked[3]).toBe('all')
  expect(begun).toEqual(['a', 'b'])
  await end()
  expect(begun).toEqual(['a', 'b', 'c'])
  await end()
  await end()
  expect(await Promise.all(asked.slice(0, 3))).toEqual(['done', 'done', 'done'])
})

test('PRINT-10 of each person one print runs and one waits, one more is turned away, and others come before the one that waits', async () => {
  const { run } = atOnce(2, 100)
  const { begun, work, end } = heldWork()
  const asked = ['a1', 'a2', 'a3', 'b1', 'c1'].map((name) => run(name[0] ?? '', stays, work(name)))
  expect(await asked[2]).toBe('same')
  expect(begun).toEqual(['a1', 'b1'])
  await end()
  expect(begun).toEqual(['a1', 'b1', 'a2'])
  await end()
  expect(begun).toEqual(['a1', 'b1', 'a2', 'c1'])
  await end()
  await end()
  expect(await Promise.all(asked)).toEqual(['done', 'done', 'same', 'done', 'done'])
})

test('PRINT-11 a print that nobody waits for any more is not begun, and its place is free', async () => {
  const { run } = atOnce(1, 1)
  const { begun, work, end } = heldWork()
  const leaving = new AbortController()
  const first = run('a', stays, work('a'))
  const left = run('b', leaving.signal, work('b'))
  leaving.abort()
  expect(await left).toBe('left')
  expect(await run('b', leaving.signal, work('b'))).toBe('left')
  const third = run('c', stays, work('c'))
  await end()
  await end()
  expect(await Promise.all([first, third])).toEqual(['done', 'done'])
  expect(begun).toEqual(['a', 'c'])
})
