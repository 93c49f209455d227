import { expect } from 'vitest'
import type { TextAreaInBrowser } from './text-bench.ts'
import { expectedSelection, fits, onBoundary, sameAtEnd, without } from './text-model.ts'
import type { TextState, UnitId } from './text-page.ts'
import { characterSource, writers, type TextRun, type TextStep } from './text-steps.ts'

/** The client id under which the text area's own side writes. */
const own = '100.'

/** Plays a run in the browser and looks after each step whether all is as a person may expect. */
export async function play(area: TextAreaInBrowser, run: TextRun): Promise<void> {
  const { page } = area
  const characters = characterSource(run.characters)
  const each = run.characters === 'each its own'
  /** What other writers took away, and which characters of it were seen to go. */
  const takenBy = Array.from({ length: writers }, () => new Set<UnitId>())
  const seenTaken = new Set<string>()
  /** What the input method shows at the moment; null where nothing is composed. */
  let composed: string | null = null
  let composedIds: readonly UnitId[] = []

  await page.evaluate(({ text, count, most }) => window.bench.begin(text, count, most), {
    text: characters(run.begins),
    count: writers,
    most: run.most,
  })
  let before = await area.state()

  /** What the area's own side did to the text stays within what was selected, and is all there as far as there is room. */
  function expectTyped(typed: string, after: TextState): void {
    const { start, end } = before
    const room = Math.max(run.most, before.text.length) - (before.text.length - (end - start))
    const until = after.text.length - (before.text.length - end)
    const kept = after.text.slice(start, until)
    expect(after.text).toBe(before.text.slice(0, start) + kept + before.text.slice(end))
    expect(after.ids.slice(0, start)).toEqual(before.ids.slice(0, start))
    expect(after.ids.slice(until)).toEqual(before.ids.slice(end))
    if (typed.length <= room) expect([kept, after.start]).toEqual([typed, until])
    // What has no room is cut off at the end; of what it was typed over, a character that is the same may have stayed instead.
    else if (start === end) expect(kept).toBe(fits(typed, room))
    else expect(kept.length).toBeLessThanOrEqual(room)
  }

  async function type(typed: string): Promise<void> {
    await area.insert(typed)
    const after = await area.state()
    expectTyped(typed, after)
    expect([after.start, after.end]).toEqual([
      after.ids.length - (before.ids.length - before.end),
      after.start,
    ])
    before = after
  }

  async function press(key: string): Promise<void> {
    await area.press(key)
    const after = await area.state()
    const gone = before.ids.length - after.ids.length
    const { start, end } = before
    const from = start < end || key.endsWith('Delete') ? start : start - gone
    expect(after.ids).toEqual([...before.ids.slice(0, from), ...before.ids.slice(from + gone)])
    if (start < end) expect(gone).toBe(end - start)
    expect([after.start, after.end]).toEqual([from, from])
    before = after
  }

  async function compose(kept: number, count: number): Promise<void> {
    const text = fits(composed ?? '', kept) + inOneLine(characters(count))
    await area.compose(text)
    const after = await area.state()
    if (composed === null) {
      expectTyped(text, after)
      // Of what was selected, what is composed in its stead may keep a character that it has as well.
      composedIds = after.ids.slice(before.start, after.ids.length - (before.ids.length - before.end))
    } else {
      expect(without(before.ids, after.ids).every((id) => composedIds.includes(id))).toBe(true)
      composedIds = [...composedIds, ...without(after.ids, before.ids)]
    }
    composed = text
    before = after
  }

  /** What was composed is all there, unless there was no room or another writer took it away as it was composed. */
  async function commit(kept: number, count: number): Promise<void> {
    if (composed === null) return
    const text = count === 0 ? '' : fits(composed, kept) + inOneLine(characters(count))
    await area.insert(text)
    const after = await area.state()
    expect(without(before.ids, after.ids).every((id) => composedIds.includes(id))).toBe(true)
    if (each && after.trimmed === before.trimmed && after.trimmed === 0) {
      const missing = Array.from(text).filter(
        (character) => character !== ' ' && !after.text.includes(character),
      )
      expect(missing.every((character) => seenTaken.has(character))).toBe(true)
      const last = Array.from(text).at(-1)
      if (last !== undefined && missing.length === 0 && last !== ' ')
        expect(after.start).toBe(after.text.indexOf(last) + last.length)
    }
    composed = null
    composedIds = []
    before = after
  }

  async function step(way: 'undo' | 'redo'): Promise<void> {
    await area.press(way === 'undo' ? 'Control+z' : 'Control+Shift+z')
    const after = await area.state()
    expect(without(before.ids, after.ids).filter((id) => !id.startsWith(own))).toEqual([])
    expect(without(after.ids, before.ids).filter((id) => !id.startsWith(own))).toEqual([])
    if (each) expect(Array.from(after.text).filter((character) => seenTaken.has(character))).toEqual([])
    const caret = after.ids.length - sameAtEnd(before.ids, after.ids)
    // A step that has no room is left out.
    if (after.text === before.text) expect([caret, before.start]).toContain(after.start)
    else expect([after.start, after.end]).toEqual([caret, caret])
    before = after
  }

  async function write(wrote: Extract<TextStep, { do: 'write' }>): Promise<void> {
    const { writer, removed } = wrote
    const text = await page.evaluate((who) => window.bench.elsewhere(who), writer)
    const at = onBoundary(text, Math.floor((wrote.at / 1000) * text.length))
    const end = onBoundary(text, Math.min(text.length, at + removed))
    const inserted = characters(wrote.characters)
    const taken = await page.evaluate(
      ([who, from, count, put]) => window.bench.write(who, from, count, put),
      [writer, at, end - at, inserted] as const,
    )
    for (const id of taken) takenBy[writer]?.add(id)
    before = await area.state()
  }

  async function receive(writer: number): Promise<void> {
    await page.evaluate((who) => window.bench.receive(who), writer)
    const after = await area.state()
    const gone = without(before.ids, after.ids)
    const taken = takenBy[writer] ?? new Set()
    expect(gone).toEqual(before.ids.filter((id) => taken.has(id)))
    for (const id of gone) seenTaken.add(charactersOf(before).get(id) ?? '')
    expect(without(after.ids, before.ids).filter((id) => id.startsWith(own))).toEqual([])
    if (composed === null) expect([after.start, after.end]).toEqual(expectedSelection(before, after.ids))
    else expect([after.value, after.start, after.end]).toEqual([before.value, before.start, before.end])
    seenTaken.delete('')
    before = after
  }

  async function act(next: TextStep): Promise<void> {
    if (composed !== null && endsComposition(next)) await commit(9, 1)
    switch (next.do) {
      case 'type':
      case 'paste':
        return type(characters(next.characters))
      case 'press':
        return press(next.key)
      case 'select': {
        const [from, to] = [next.from, next.to].map((place) =>
          onBoundary(before.value, Math.floor((place / 1000) * before.value.length)),
        )
        await page.evaluate(([start, end, way]) => window.bench.select(start, end, way), [
          Math.min(from ?? 0, to ?? 0),
          Math.max(from ?? 0, to ?? 0),
          'backward',
        ] as const)
        before = await area.state()
        return
      }
      case 'compose':
        return compose(next.kept, next.characters)
      case 'commit':
        return commit(next.kept, next.characters)
      case 'cancel':
        return commit(0, 0)
      case 'undo':
      case 'redo':
        return step(next.do)
      case 'pause':
        return page.evaluate(() => window.bench.pass(1000))
      case 'reopen':
        await page.evaluate(() => (window.bench.leave(), window.bench.comeBack()))
        before = await area.state()
        return expect(before.start).toBe(before.text.length)
      case 'write':
        return write(next)
      case 'receive':
        return receive(next.writer)
      case 'hand':
        return page.evaluate((who) => window.bench.hand(who), next.writer)
    }
  }

  for (const next of run.steps) {
    const { text } = before
    await act(next)
    if (composed === null) expect(before.value).toBe(before.text)
    expect(before.length).toBe(before.text.length)
    expect(before.text.isWellFormed() && !before.text.includes('\ufffd')).toBe(true)
    if (next.do !== 'receive') expect(before.text.length).toBeLessThanOrEqual(Math.max(run.most, text.length))
  }

  await commit(9, 1)
  const all = [...Array(writers).keys()]
  for (const writer of all) await receive(writer)
  const ends = await page.evaluate(
    (who) => (
      who.forEach((each) => window.bench.hand(each)), who.map((each) => window.bench.elsewhere(each))
    ),
    all,
  )
  expect(ends).toEqual(all.map(() => before.value))
  expect(before.value).toBe(before.text)
}

/** What an input method ends before it happens. */
function endsComposition({ do: what }: TextStep): boolean {
  return !['compose', 'commit', 'cancel', 'write', 'receive', 'hand', 'pause'].includes(what)
}

/** No input method composes over the end of a line. */
function inOneLine(text: string): string {
  return text.replaceAll('\n', '文')
}

/** By the id of its first unit, a character. */
function charactersOf({ text, ids }: TextState): ReadonlyMap<UnitId, string> {
  const found = new Map<UnitId, string>()
  let unit = 0
  for (const character of text) {
    const id = ids[unit]
    if (id !== undefined && character !== ' ') found.set(id, character)
    unit += character.length
  }
  return found
}
