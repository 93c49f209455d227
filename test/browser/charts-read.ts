// Reads numbers out of drawn charts by where things stand, as an eye does, and out of their tables by what the cells say.

export interface StripRead {
  /** The accessible name of the chart. */
  readonly sentence: string
  readonly marks: readonly MarkRead[]
  /** Where the stems stand, on the scale, from the left. */
  readonly stems: readonly number[]
  /** Where scores were before, and the struck numbers there. */
  readonly changes: readonly { readonly at: number; readonly struck: number }[]
  /** From where to where the bracket reaches, and its words. */
  readonly bracket: { readonly from: number; readonly to: number; readonly words: string } | null
  readonly triangles: readonly { readonly kind: string; readonly at: number; readonly words: string }[]
  readonly table: readonly (readonly string[])[]
}

export interface MarkRead {
  readonly reviewer: number
  readonly at: number
  readonly name: string
}

export interface RowRead {
  /** What the cells of scores say. */
  readonly cells: readonly CellRead[]
  /** Dots of the strip, on the scale, from the left; the large ones stand for two or more. */
  readonly dots: readonly { readonly at: number; readonly large: boolean }[]
  readonly reach: { readonly from: number; readonly to: number } | null
  readonly sentence: string
  readonly apart: string
}

export interface CellRead {
  readonly points: number
  /** "below-3", or null without a tint. */
  readonly heat: string | null
  readonly background: string
  /** Which way its sign points, by its shape; null where it has none. */
  readonly sign: 'up' | 'down' | null
  readonly text: string
}

/** What a strip of scores shows, in points of its scale. */
export function readStrip(place: Element, max: number): StripRead {
  const figure = one(place, 'figure')
  const on = scaleOf(place, max)
  const bracket = place.querySelector('.score-strip-bracket')
  const reach = bracket && one(bracket, 'path').getBoundingClientRect()
  return {
    sentence: figure.getAttribute('aria-label') ?? '',
    marks: all(place, '[role=option]').map((option) => ({
      reviewer: Number(one(option, '.mark-shape text').textContent),
      at: on(middleOf(one(option, '.mark-shape > :first-child'))),
      name: option.getAttribute('aria-label') ?? '',
    })),
    stems: all(place, '.score-strip-stem').map((stem) => on(middleOf(stem))),
    changes: all(place, '.score-strip-change').map((change) => ({
      at: on(middleOf(one(change, 'circle'))),
      struck: Number(one(change, 'text').textContent),
    })),
    bracket:
      bracket && reach
        ? { from: on(reach.left), to: on(reach.right), words: one(bracket, 'text').textContent }
        : null,
    triangles: all(place, '.score-strip-point').map((point) => ({
      kind: point.getAttribute('data-kind') ?? '',
      at: on(middleOf(one(point, 'path'))),
      words: one(point, 'text').textContent,
    })),
    table: all(place, 'tr').map((row) => [...row.children].map((cell) => cell.textContent)),
  }
}

/** What a row of the table of all rows shows. */
export function readRow(place: Element, max: number): RowRead {
  const on = scaleOf(place, max)
  const line = place.querySelector('.table-strip-reach')?.getBoundingClientRect()
  const dots = all(place, '.table-strip-dot')
  const sizes = dots.map((dot) => dot.getBoundingClientRect().width)
  const smallest = 6.5
  return {
    cells: all(place, '.heat-cell').map((cell) => ({
      points: Number(/\d+$/.exec(cell.textContent)?.[0]),
      heat: cell.getAttribute('data-heat'),
      background: getComputedStyle(cell).backgroundColor,
      sign: signOf(cell.querySelector('svg')),
      text: cell.textContent,
    })),
    dots: dots.map((dot, at) => ({ at: on(middleOf(dot)), large: (sizes[at] ?? 0) > smallest })),
    reach: line ? { from: on(line.left), to: on(line.right) } : null,
    sentence: one(place, '.table-strip').getAttribute('aria-label') ?? '',
    apart: one(place, '.rows-apart').textContent,
  }
}

/** Which end of a sign is the wide one: a tip that looks up is wide below. */
function signOf(sign: Element | null): CellRead['sign'] {
  if (!sign) return null
  const path = one(sign, 'path')
  if (!(path instanceof SVGPathElement)) throw new Error('The sign is not drawn as a path.')
  const { y, height, x, width } = path.getBBox()
  const inside = (depth: number): boolean =>
    path.isPointInFill(new DOMPoint(x + width * 0.2, y + height * depth))
  return inside(0.9) && !inside(0.1) ? 'up' : inside(0.1) && !inside(0.9) ? 'down' : null
}

/** From a place on the screen to points on the scale, whose line runs from 0 to the maximum. */
function scaleOf(place: Element, max: number): (x: number) => number {
  const { left, width } = one(place, '.band-bar-line').getBoundingClientRect()
  return (x) => ((x - left) / width) * max
}

function middleOf(element: Element): number {
  const { left, right } = element.getBoundingClientRect()
  return (left + right) / 2
}

function one(within: Element, selector: string): Element {
  const found = within.querySelector(selector)
  if (!found) throw new Error(`There is no ${selector}.`)
  return found
}

function all(within: Element, selector: string): readonly Element[] {
  return [...within.querySelectorAll(selector)]
}
