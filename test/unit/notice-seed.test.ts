import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { proposeWords } from '../../shared/notice/propose-words.ts'
import { noticeWordsSchema } from '../../shared/notice/words.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { idOf, plainText } from './notice-spans.ts'

const marksSchema = z.array(
  z.object({
    in: z.string(),
    id: z.string(),
    under: z.string().optional(),
    from: z.string(),
    to: z.string(),
    before: z.string().optional(),
  }),
)
const parts = ['passages', 'guidance', 'evidence', 'definitions'] as const
const listSchema = z.object({
  text: z.string(),
  sha256: z.string(),
  sections: z.record(z.string(), z.object({ from: z.string(), to: z.string() })),
  passages: marksSchema,
  guidance: marksSchema,
  evidence: marksSchema,
  definitions: marksSchema,
})
const list = listSchema.parse(
  JSON.parse(readFileSync(new URL('notice-seed/list.json', import.meta.url), 'utf8')),
)
const file = new URL(`../../../shared/seeds/${list.text}`, import.meta.url)

type Mark = z.infer<typeof marksSchema>[number]

interface Range {
  readonly id: string
  readonly start: number
  readonly end: number
}

/** Where a text says something for the first time from an offset on; it must be there. */
function placeOf(text: string, words: string, from: number): number {
  const at = text.indexOf(words, from)
  if (at < 0) throw new Error(`“${words}” does not stand after ${from}.`)
  return at
}

function marked(text: string, mark: Mark): Range {
  const section = list.sections[mark.in]
  if (!section) throw new Error(`There is no section ${mark.in}.`)
  const begun = placeOf(text, section.from, 0)
  const start = placeOf(text, mark.from, mark.under === undefined ? begun : placeOf(text, mark.under, begun))
  const last = mark.before === undefined ? null : placeOf(text, mark.before, start)
  const end = last === null ? placeOf(text, mark.to, start) : text.lastIndexOf(mark.to, last)
  if (end < start || end > placeOf(text, section.to, begun)) throw new Error(`“${mark.to}” stands outside.`)
  return { id: mark.id, start, end: end + mark.to.length }
}

/** What was found of what a person marked, each beside the mark of its id that it overlaps and that begins nearest. */
function compared(found: readonly Range[], marks: readonly Range[]) {
  const left = [...marks]
  const off: number[] = []
  const wrong: Range[] = []
  for (const own of found) {
    const [near] = left
      .filter(({ id, start, end }) => id === own.id && own.start < end && start < own.end)
      .toSorted((a, b) => Math.abs(a.start - own.start) - Math.abs(b.start - own.start))
    if (!near) {
      wrong.push(own)
      continue
    }
    left.splice(left.indexOf(near), 1)
    off.push(Math.max(Math.abs(near.start - own.start), Math.abs(near.end - own.end)))
  }
  return { marks: marks.length, found: off.length, missed: left, wrong, farthest: Math.max(0, ...off) }
}

test.runIf(existsSync(file)).each([
  ['as it is', (text: string) => text],
  ['with lines broken at a margin', (text: string) => text.replaceAll(/([^\n]{60,88}) (?=\S)/g, '$1\n')],
])(
  'NOTICE-1 in a real notice, %s, the words, guidance, evidence and definitions are where a person marked them',
  (_, written) => {
    const bytes = readFileSync(file)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(list.sha256)
    const text = plainText(written(bytes.toString()))
    const words = noticeWordsSchema.parse(proposeWords([{ id: idOf(0), text }], raceToTheTop))
    // A break and a space are one character each, so that the marks of the text as it is hold in both.
    const flat = text.text.replaceAll('\n', ' ')
    const byItem = (part: 'passages' | 'guidance' | 'evidence'): readonly Range[] =>
      Object.entries(words[part]).flatMap(([id, spans]) =>
        spans.map(({ start, end }) => ({ id, start, end })),
      )
    const results = parts.map((part) => {
      const found =
        part === 'definitions'
          ? words.definitions.map(({ term, span }) => ({ ...span, id: term.toLowerCase() }))
          : byItem(part)
      const marks = list[part]
        .map((mark) => marked(flat, mark))
        .map((mark) => (part === 'definitions' ? { ...mark, id: mark.id.toLowerCase() } : mark))
      return { part, ...compared(found, marks) }
    })
    for (const { part, found, marks, wrong, missed, farthest } of results)
      console.log(
        `${part}: ${found} of ${marks} found, ${wrong.length} wrong, ${missed.length} missed; farthest ${farthest} characters`,
      )
    expect(results.flatMap(({ wrong }) => wrong)).toEqual([])
    expect(results.flatMap(({ missed }) => missed)).toEqual([])
    expect(Math.max(...results.map(({ farthest }) => farthest))).toBe(0)
    const criteria = raceToTheTop.criteria.map(({ id }) => id)
    expect(criteria.filter((id) => words.passages[id]?.length !== 1)).toEqual([])
  },
)
