import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { findRow, rowsOf } from '../../shared/rubric/rubric.ts'
import { openBundled, type BundledPage } from '../harness/bundled-page.ts'
import { legalPoints } from '../harness/full-form.ts'
import type { Given } from './charts-page.tsx'
import type { RowRead, StripRead } from './charts-read.ts'

// Table twins compared with their charts: what stands where in a picture is read back as points, and must be what its table says.

const widths = [1280, 300] as const
const district = '(A)(1)(ii)'

let opened: BundledPage
let page: Page

beforeAll(async () => {
  opened = await openBundled(fileURLToPath(new URL('charts-page.tsx', import.meta.url)), 'charts')
  page = opened.page
  await page.emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(() => opened.close())
beforeEach(() => page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' }))

/** Three to seven people on any row, of whom any may have given something else before. */
const anyPanel: fc.Arbitrary<Given> = fc
  .tuple(fc.constantFrom(...rowsOf(raceToTheTop)), fc.integer({ min: 3, max: 7 }))
  .chain(([row, seats]) => {
    const points = fc.array(fc.constantFrom(...legalPoints(row)), { minLength: seats, maxLength: seats })
    return fc.record({
      row: fc.constant(row.id),
      now: points,
      before: points,
      yours: fc.integer({ min: 0, max: seats }),
    })
  })

test('CHART-1 whatever a panel gives, the marks, stems, struck numbers and triangles of a strip stand at the numbers of its table', async () => {
  await fc.assert(
    fc.asyncProperty(anyPanel, fc.constantFrom(...widths), async (given, width) => {
      const strip = await drawStrip(given, width)
      const table = twin(strip)
      const { max } = rowOf(given.row)
      expect(table.rows.map(({ points }) => points)).toEqual(given.now)
      expect(sorted(strip.marks.map(({ reviewer }) => reviewer))).toEqual(given.now.map((_, at) => at + 1))
      for (const { reviewer, at } of strip.marks) expectAt(at, table.rows[reviewer - 1]?.points, max)
      for (const [index, at] of strip.stems.entries()) expectAt(at, strip.marks[index]?.at, max)
      const moved = table.rows.flatMap(({ before }) => (before === null ? [] : [before]))
      expect(sorted(strip.changes.map(({ struck }) => struck))).toEqual(sorted(moved))
      for (const { at, struck } of strip.changes) expectAt(at, struck, max)
      for (const { kind, at, words } of strip.triangles) {
        const said = table.points[kind] ?? ''
        expect(words).toBe(`${kind} ${said}`)
        expectAt(at, Number.parseFloat(said), max)
      }
      expect(strip.triangles.map(({ kind }) => kind)).toEqual(Object.keys(table.points))
    }),
    { numRuns: 60 },
  )
})

test('CHART-2 one sentence names a strip, and its bracket reaches from the lowest to the highest of its table', async () => {
  await fc.assert(
    fc.asyncProperty(anyPanel, async (given) => {
      const { sentence, bracket, ...strip } = await drawStrip(given, widths[0])
      const points = twin({ ...strip, sentence, bracket }).rows.map((row) => row.points)
      const [lowest, highest] = [Math.min(...points), Math.max(...points)]
      const { max } = rowOf(given.row)
      const reach =
        lowest === highest ? `all ${lowest}` : `${lowest} to ${highest}, ${highest - lowest} apart`
      expect(sentence).toContain(`Scores on ${given.row}, of ${max}: ${reach}, `)
      expect(sentence.match(/\.(?=\s|$)/g)).toHaveLength(1)
      expect(bracket === null).toBe(lowest === highest)
      if (!bracket) return
      expectAt(bracket.from, lowest, max)
      expectAt(bracket.to, highest, max)
      expect(bracket.words).toBe(`${highest - lowest} of ${max}`)
    }),
    { numRuns: 30 },
  )
})

test('CHART-3 one press of Tab leads to the points of a strip; the arrow keys go along the scale, and each point says its row of the table', async () => {
  const given: Given = { row: district, now: [34, 31, 14, 38, 20], before: [34, 27, 14, 38, 12], yours: 2 }
  const table = twin(await drawStrip(given, widths[0]))
  const said = (seat: number): string => {
    const { who, points, band, before } = table.rows[seat - 1] ?? {
      who: '',
      points: 0,
      band: '',
      before: null,
    }
    return [`${who}: ${points}`, band, ...(before === null ? [] : [`before ${before}`])].join(', ')
  }
  await page.keyboard.press('Tab')
  const visited = [await focused(page)]
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp', 'ArrowRight', 'ArrowRight']) {
    await page.keyboard.press(key)
    visited.push(await focused(page))
  }
  expect(visited.map(({ name }) => name)).toEqual([3, 5, 2, 1, 4, 4].map(said))
  expect(visited.map(({ words }) => words)).toEqual([3, 5, 2, 1, 4, 4].map(said))
  await page.keyboard.press('Home')
  expect((await focused(page)).name).toBe(said(3))
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  expect((await focused(page)).name).toBe('Reviewer 1: 34, high')
  await page.keyboard.press('Tab')
  expect((await focused(page)).name).toBe('')
  expect(said(2)).toBe('You, Reviewer 2: 31, medium, before 27')
})

test('CHART-4 in the table of all rows, a strip has a dot for each number of its row, a large one where two agree, and the line between', async () => {
  await fc.assert(
    fc.asyncProperty(anyPanel, async (given) => {
      const { cells, dots, reach, sentence, apart } = await drawRow(given)
      const { max } = rowOf(given.row)
      const points = cells.map((cell) => cell.points)
      expect(points).toEqual(given.now)
      const places = sorted([...new Set(points)])
      expect(dots).toHaveLength(places.length)
      for (const [index, { at, large }] of dots.entries()) {
        expectAt(at, places[index], max)
        expect(large).toBe(points.filter((each) => each === places[index]).length > 1)
      }
      const [lowest, highest] = [Math.min(...points), Math.max(...points)]
      expect(reach === null).toBe(lowest === highest)
      if (reach) {
        expectAt(reach.from, lowest, max)
        expectAt(reach.to, highest, max)
      }
      const listed = sorted(points).join(', ')
      expect(sentence).toBe(`${listed} of ${max}, ${highest === lowest ? 'none' : highest - lowest} apart.`)
      expect(apart).toMatch(new RegExp(`${highest - lowest}of ${max}$`))
    }),
    { numRuns: 60 },
  )
})

test('CHART-5 a cell always has its number; its tint and, from 25 % of the maximum, its sign say how far that lies from the middle, and which way', async () => {
  await fc.assert(
    fc.asyncProperty(anyPanel, async (given) => {
      const { cells } = await drawRow(given)
      const { max } = rowOf(given.row)
      const inOrder = sorted(given.now)
      const half = inOrder.length / 2
      const [low = 0, high = 0] = [inOrder[Math.ceil(half) - 1], inOrder[Math.floor(half)]]
      const tints = new Map<string | null, string>()
      for (const { points, heat, sign, background, text } of cells) {
        // In halves, so that a middle between two points compares exactly.
        const off = 2 * points - low - high
        const percent = (Math.abs(off) * 50) / max
        const step = percent < 5 ? 0 : percent < 15 ? 1 : percent < 25 ? 2 : 3
        const side = off < 0 ? 'below' : 'above'
        expect(heat).toBe(step === 0 ? null : `${side}-${step}`)
        expect(sign).toBe(step === 3 ? (side === 'below' ? 'down' : 'up') : null)
        expect(text).toBe(step === 3 ? `far ${side} the middle: ${points}` : String(points))
        tints.set(heat, background)
      }
      expect(new Set(tints.values()).size).toBe(tints.size)
    }),
    { numRuns: 60 },
  )
})

test('CHART-6 in forced colors nothing is lost: marks, dots, signs and the bracket are drawn in the color of text, light and dark', async () => {
  const given: Given = { row: district, now: [45, 31, 0, 38, 20], before: [45, 27, 0, 38, 12], yours: 2 }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme })
    await drawRow(given)
    expect(await colors(page, '.heat-sign', 'fill')).toEqual(['CanvasText', 'CanvasText'])
    expect(await colors(page, '.table-strip-dot', 'fill')).toEqual(Array(5).fill('CanvasText'))
    expect(await colors(page, '.heat-cell', 'color')).toEqual(Array(5).fill('CanvasText'))
    await drawStrip(given, widths[0])
    expect(await colors(page, '.mark-shape > :first-child', 'stroke')).toEqual(Array(5).fill('CanvasText'))
    expect(await colors(page, '.mark-shape > text', 'fill')).toEqual(Array(5).fill('CanvasText'))
    expect(await colors(page, '.score-strip-bracket > path', 'stroke')).toEqual(['CanvasText'])
    expect(await colors(page, '.band-bar-line', 'stroke')).toEqual(['CanvasText'])
  }
})

function drawStrip(given: Given, width: number): Promise<StripRead> {
  return page.evaluate(([what, wide]) => window.charts.strip(what, wide), [given, width] as const)
}

function drawRow(given: Given): Promise<RowRead> {
  return page.evaluate((what) => window.charts.row(what), given)
}

/** The table of a strip: a line for each person, and what it says of mean and middle. */
function twin({ table: [head = [], ...lines] }: StripRead) {
  const cell = (line: readonly string[], name: string): string => line[head.indexOf(name)] ?? ''
  const people = lines.filter((line) => line.length === head.length)
  return {
    rows: people.map((line) => ({
      who: cell(line, 'Who'),
      points: Number(cell(line, 'Points')),
      band: cell(line, 'Band'),
      before: cell(line, 'Before') === 'the same' ? null : Number(cell(line, 'Before')),
    })),
    points: Object.fromEntries(
      lines.filter((line) => line.length < head.length).map(([kind = '', text = '']) => [kind, text]),
    ),
  }
}

function sorted(points: readonly number[]): readonly number[] {
  return points.toSorted((left, right) => left - right)
}

function rowOf(id: string) {
  const row = findRow(raceToTheTop, id)
  if (!row) throw new Error(`There is no row ${id}.`)
  return row
}

/** Whether something stands where a number is on the scale, to a twentieth of a point or a two-hundredth of the scale. */
function expectAt(at: number, points: number | undefined, max: number): void {
  expect(Math.abs(at - (points ?? NaN)), `${at} is not at ${points} of ${max}`).toBeLessThan(0.05 + max / 200)
}

/** What has the focus, by its name, and what is written in the picture meanwhile. */
function focused(at: Page): Promise<{ readonly name: string; readonly words: string }> {
  return at.evaluate(() => ({
    name: document.activeElement?.getAttribute('aria-label') ?? '',
    words: document.querySelector('.score-strip-said')?.textContent ?? '',
  }))
}

/** What a property of some elements is, as the system color it stands for. */
function colors(at: Page, selector: string, property: string): Promise<string[]> {
  return at.evaluate(
    ([which, name]) => {
      const probe = document.body.appendChild(document.createElement('i'))
      probe.style.color = 'CanvasText'
      const text = getComputedStyle(probe).color
      probe.remove()
      return [...document.querySelectorAll(which)].map((element) => {
        const value = getComputedStyle(element).getPropertyValue(name)
        return value === text ? 'CanvasText' : value
      })
    },
    [selector, property] as const,
  )
}
