import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { digestSchema, type Digest } from '../../shared/application/digest.ts'
import { invented } from '../../shared/rehearsal/comments.ts'
import { inventedNotes, inventedReasons } from '../../shared/rehearsal/priority-comments.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { rubricFaults } from '../../shared/rubric/rubric-faults.ts'

const applicationsFolder = new URL('../../server/rehearsal/applications/', import.meta.url)
const seedsFolder = new URL('../../../shared/seeds/', import.meta.url)

const kinds = ['applicant', 'districts', 'partners', 'consultants', 'signatories'] as const

const files = readdirSync(applicationsFolder).filter((name) => name.endsWith('.json'))

function read(file: string): Digest {
  return digestSchema.parse(JSON.parse(readFileSync(new URL(file, applicationsFolder), 'utf8')))
}

interface Source {
  readonly documents: readonly string[]
  /** A scan: its recognized text drops signs in tables and puts spaces into numbers, so bare digits are compared. */
  readonly scan: boolean
  /** Figures that the recognized text of a scan breaks. */
  readonly broken: readonly string[]
}

const sources: Record<string, Source> = {
  missouri: { documents: ['000_'], scan: false, broken: [] },
  massachusetts: { documents: ['003_', '004_'], scan: false, broken: [] },
  // The scan reads "80000" and "20152016".
  maine: { documents: ['002_'], scan: true, broken: ['$80,000', '2016'] },
}

/** Figures a reader could check: three digits or more, a percentage, or an amount of money. "70 percent" is "70%". */
function figuresIn(prose: string): readonly string[] {
  const found = normalized(prose).match(/\$?\d[\d,]*(?:\.\d+)?%?/g) ?? []
  return found
    .map((figure) => figure.replace(/,$/, ''))
    .filter((figure) => /[$%]/.test(figure) || figure.replace(/\D/g, '').length >= 3)
}

function normalized(prose: string): string {
  return prose.replace(/\s+/g, ' ').replace(/ ?(%|percent\b)/g, '%')
}

function stands(figure: string, source: string): boolean {
  const literal = figure.replace(/[$.]/g, '\\$&')
  return new RegExp(`(?<![\\d.,])${literal}(?![\\d%]|[.,]\\d)`).test(source)
}

function standsInScan(figure: string, source: string): boolean {
  const joined = source.replace(/(?<=\d)[ '’]*,[ '’]*(?=\d{3})/g, ',')
  return new RegExp(`(?<!\\d)${figure.replace(/[$%]/g, '').replace('.', '\\.')}(?!\\d)`).test(joined)
}

test('CONTENT-1 the rubric’s parts add up to what it states', () => {
  expect(rubricFaults(raceToTheTop)).toEqual([])
})

test('CONTENT-1 there are applications to rehearse with', () => {
  expect(files.length).toBeGreaterThanOrEqual(3)
})

test.for(files)('CONTENT-1 %s has a part for each criterion and priority, in rubric order', (file) => {
  const digest = read(file)
  const expected = [...raceToTheTop.criteria, ...raceToTheTop.priorities]
  expect(file).toBe(`${digest.id}.json`)
  expect(digest.parts.map((part) => part.id)).toEqual(expected.map((item) => item.id))
})

test.for(files)('CONTENT-1 %s tells of every kind of person a conflict could come from', (file) => {
  const told = new Set(read(file).involved.map((entry) => entry.kind))
  expect(kinds.filter((kind) => !told.has(kind))).toEqual([])
})

test.for(files)('CONTENT-2 every figure of %s stands in its source document', (file) => {
  if (!existsSync(seedsFolder)) {
    expect(existsSync(seedsFolder), 'the source documents are not beside this copy').toBe(false)
    return
  }
  const digest = read(file)
  const source = sources[digest.id]
  if (!source) throw new Error(`${file} names no source document in this test.`)
  const names = readdirSync(seedsFolder).filter((name) =>
    source.documents.some((start) => name.startsWith(start)),
  )
  expect(names).toHaveLength(source.documents.length)
  const prose = normalized(names.map((name) => readFileSync(new URL(name, seedsFolder), 'utf8')).join('\n'))
  const amount = digest.requested === null ? '' : `$${digest.requested.toLocaleString('en-US')}`
  const found = source.scan ? standsInScan : stands
  const missing = figuresIn([amount, ...strings(digest)].join('\n')).filter(
    (figure) => !source.broken.includes(figure) && !found(figure, prose),
  )
  expect([...new Set(missing)]).toEqual([])
})

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(strings)
}

test('CONTENT-3 invented comments cover every criterion and priority, all differ, and none states a figure', () => {
  expect(Object.keys(invented)).toEqual(raceToTheTop.criteria.map((criterion) => criterion.id))
  expect([...Object.keys(inventedReasons), ...Object.keys(inventedNotes)]).toEqual(
    raceToTheTop.priorities.map((priority) => priority.id),
  )
  const comments = strings([invented, inventedReasons, inventedNotes])
  expect(new Set(comments).size).toBe(comments.length)
  expect(comments.filter((comment) => /[\d$%]/.test(comment))).toEqual([])
})
