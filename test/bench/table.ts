import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { availableParallelism, platform } from 'node:os'
import path from 'node:path'
import { percentile } from './job.ts'
import type { Figures } from './measure.ts'
import type { Row } from './row.ts'

/** What was found of each server, one set of figures for each run. */
export type Found = ReadonlyMap<Row, readonly Figures[]>

interface Column {
  readonly head: string
  readonly of: (figures: Figures) => number
  readonly digits: number
}

const columns: readonly Column[] = [
  { head: 'edit to peer p50, ms', of: ({ p50 }) => p50, digits: 2 },
  { head: 'p99, ms', of: ({ p99 }) => p99, digits: 1 },
  { head: 'CPU ms per 1000 edits', of: ({ cpu }) => cpu, digits: 0 },
  { head: 'of its Redis', of: ({ storeCpu }) => storeCpu || NaN, digits: 0 },
  { head: 'cold open p50, ms', of: ({ cold }) => cold, digits: 1 },
  { head: 'KiB per room at rest', of: ({ atRest }) => atRest, digits: 0 },
  { head: 'written in', of: ({ inUse }) => inUse, digits: 0 },
  { head: 'resident', of: ({ resident }) => resident, digits: 0 },
  { head: '300 lines cut, 99 % back, ms', of: ({ storm }) => storm, digits: 0 },
]

/** The machine, without a name, and what it takes it to have written to disk: the price of a promise depends on that. */
export function machine(folder: string): string {
  const system = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }[String(platform())] ?? platform()
  return `${availableParallelism()} cores, ${system} ${process.arch}, Node ${process.versions.node}, fsync ${syncMs(folder).toFixed(2)} ms`
}

/** The median time that it takes to write a page of 4 KiB and have it on disk, in milliseconds. */
function syncMs(folder: string): number {
  const file = openSync(path.join(folder, 'sync'), 'w')
  const page = new Uint8Array(4096)
  const took = Array.from({ length: 201 }, () => {
    const begun = performance.now()
    // The same page each time: a file that grows is another question.
    writeSync(file, page, 0, page.length, 0)
    fdatasyncSync(file)
    return performance.now() - begun
  })
  closeSync(file)
  return percentile(
    took.toSorted((left, right) => left - right),
    0.5,
  )
}

/** The medians of all runs, with what ours take in proportion, as text in columns or as Markdown. */
export function table(found: Found, markdown: boolean): string {
  const head = ['server', ...columns.map((column) => column.head)]
  const lines = [...found].map(([{ label }, runs]) => [
    label,
    ...columns.map((column) => median(column, runs)),
  ])
  const compared = ratios(found)
  return layOut([head, ...lines, ...compared], markdown)
}

/** What each server promises about a kill, one line each. */
export function promises(found: Found, markdown: boolean): string {
  return [...found.keys()]
    .map(({ label, promise }) => `${markdown ? '- ' : '  '}${label}: ${promise}`)
    .join('\n')
}

function ratios(found: Found): readonly (readonly string[])[] {
  const entries = [...found]
  return entries.flatMap(([one, mine]) =>
    one.fill
      ? []
      : entries
          .filter(([other]) => other.fill)
          .map(([other, theirs]) => [
            `${one.label} : ${other.name}`,
            ...columns.map((column) => {
              const ratio = middle(column, mine) / middle(column, theirs)
              return Number.isFinite(ratio) ? `× ${ratio.toFixed(2)}` : '–'
            }),
          ]),
  )
}

function middle({ of }: Column, runs: readonly Figures[]): number {
  const sorted = runs.map(of).toSorted((left, right) => left - right)
  const half = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1] ?? NaN, sorted[half] ?? NaN]
  return (low + high) / 2
}

function median(column: Column, runs: readonly Figures[]): string {
  const value = middle(column, runs)
  return Number.isFinite(value) ? value.toFixed(column.digits) : '–'
}

function layOut(lines: readonly (readonly string[])[], markdown: boolean): string {
  const widths = (lines[0] ?? []).map((_, at) => Math.max(...lines.map((line) => (line[at] ?? '').length)))
  const padded = lines.map((line) =>
    line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))),
  )
  if (!markdown) return padded.map((line) => line.join('  ')).join('\n')
  const rule = widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  const [head = [], ...body] = padded
  return [head, rule, ...body].map((line) => `| ${line.join(' | ')} |`).join('\n')
}
