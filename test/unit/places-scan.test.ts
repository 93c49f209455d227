import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageLength, type DocumentText } from '../../shared/application/document-text.ts'
import { placesSchema } from '../../shared/application/places.ts'
import { proposePlaces } from '../../shared/application/propose-places.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { answer, distances, layout, numbersFrom, oneLine, prose } from './places-layouts.ts'

const entries = [...raceToTheTop.criteria, ...raceToTheTop.priorities]
const halfPage = pageLength / 2

/** What a form prints before an answer: the criterion in the notice's words, here the rubric's. */
function wording(id: string): string {
  const criterion = raceToTheTop.criteria.find((one) => one.id === id)
  const rows = criterion?.rows.map(({ title, summary }) => `${title}: ${summary}`) ?? []
  return [entries.find((one) => one.id === id)?.summary ?? '', ...rows].join(' ')
}

/** A whole scanned application; `name` writes what stands above an answer. */
function application(seed: number, rate: number, name: (id: string, title: string, index: number) => string) {
  const random = numbersFrom(seed)
  const contents = entries.map(({ id, title }, index) => `${id} ${title} ${index * 4 + 7}`).join(' ')
  return oneLine(
    [
      { text: `Application. Contents. ${contents}` },
      { text: prose(random, 9_000) },
      ...entries.flatMap(({ id, title }, index) => [
        { begins: id, text: name(id, title, index) },
        { text: `${answer(raceToTheTop, id, random, 1_500)} See (D)(2) above, and what we say in (A)(1). ` },
        { text: prose(random, 2_000 + Math.floor(random() * 9_000)) },
      ]),
      {
        text: `APPENDIX. How reviewers score. ${entries.map(({ id, title }) => `${id} ${title}. ${wording(id)}`).join(' ')}`,
      },
      { text: prose(random, 9_000) },
    ],
    rate,
    random,
  )
}

function off(own: { readonly document: DocumentText; readonly starts: ReadonlyMap<string, number> }) {
  const places = proposePlaces([{ id: '000000000001', text: own.document }], raceToTheTop)
  return Object.entries(distances(places, own.starts)).filter(
    ([, distance]) => typeof distance === 'string' || distance > halfPage,
  )
}

test('PLACE-10 in a bad scan of one line each answer is placed within half a page by its garbled marker and title', () => {
  for (const seed of [1, 2, 3, 4, 5, 6])
    expect(
      off(application(seed, 0.05, (id, title) => `${id} ${title}. ${wording(id)}`)),
      `seed ${seed}`,
    ).toEqual([])
})

test('PLACE-11 in a bad scan without any marker each answer is placed within half a page by where its words begin', () => {
  for (const seed of [1, 2, 3, 4, 5, 6])
    expect(off(application(seed, 0.05, (id, title) => `${title}. ${wording(id)}`)), `seed ${seed}`).toEqual(
      [],
    )
})

test('PLACE-12 whatever the documents are, parts lie within them, one after the other, and nothing throws', () => {
  const random = numbersFrom(2)
  const pieces = fc.constantFrom(
    ...entries.flatMap(({ id, title }) => [id, title, `${id} ${title}`, `see ${id},`, wording(id)]),
    'APPENDIX',
    'Criterion',
    '((B)(1)(',
    '?',
    '…… 12',
    '(13)(l)',
    prose(random, 3_000),
  )
  const block = fc.record({
    kind: fc.constantFrom('heading', 'paragraph', 'item', 'table', 'page'),
    text: pieces,
  })
  const documents = fc.array(fc.array(block, { maxLength: 40 }), { maxLength: 3 })
  fc.assert(
    fc.property(documents, (contents) => {
      const sources = contents.map((blocks, index) => {
        const own = layout()
        for (const { kind, text } of blocks) {
          if (kind === 'page') own.page()
          else if (kind === 'table')
            own.table([
              [text, '4'],
              [text, '5-6'],
            ])
          else if (kind === 'heading') own.heading(text)
          else if (kind === 'item') own.item(text)
          else own.paragraph(text)
        }
        return { id: `${index}`.padStart(12, '0'), text: own.document }
      })
      const places = placesSchema.parse(proposePlaces(sources, raceToTheTop))
      expect(Object.keys(places).sort()).toEqual(entries.map(({ id }) => id).sort())
      for (const { id, text } of sources) {
        const own = Object.values(places).filter((place) => place?.document === id)
        const inOrder = own.flatMap((place) => place ?? []).toSorted((a, b) => a.start - b.start)
        for (const [index, { end }] of inOrder.entries())
          expect(end).toBeLessThanOrEqual(inOrder[index + 1]?.start ?? text.text.length)
      }
    }),
    { numRuns: 60 },
  )
})

test('PLACE-14 the last part of a scan ends where its appendix begins', () => {
  const own = application(3, 0, (id, title) => `${id} ${title}. ${wording(id)}`)
  const places = proposePlaces([{ id: '000000000001', text: own.document }], raceToTheTop)
  expect(places.P6?.end).toBe(own.document.text.indexOf('APPENDIX'))
})
