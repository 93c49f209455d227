import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { pageLength } from '../../shared/application/document-text.ts'
import { proposePlaces } from '../../shared/application/propose-places.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { assemble } from '../../server/import/parse/assemble.ts'

const marksSchema = z.object({
  text: z.string(),
  sha256: z.string(),
  places: z.array(z.object({ id: z.string(), start: z.int(), end: z.int() })),
})
const marks = marksSchema.parse(
  JSON.parse(readFileSync(new URL('places-seed/marks.json', import.meta.url), 'utf8')),
)
const file = new URL(`../../../shared/seeds/${marks.text}`, import.meta.url)

test.runIf(existsSync(file))(
  'PLACE-13 in a real application, scanned badly, each criterion is within half a page of where a person marked it',
  () => {
    const bytes = readFileSync(file)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(marks.sha256)
    const text = assemble('text', [{ kind: 'paragraph', text: bytes.toString() }])
    if (!text) throw new Error('The file holds no text.')
    const places = proposePlaces([{ id: '000000000001', text }], raceToTheTop)

    const rows = marks.places.map(({ id, start, end }) => {
      const place = places[id]
      if (!place) return { id, found: 'missed' as const, off: 0, endOff: 0 }
      const off = place.start - start
      return {
        id,
        found: Math.abs(off) <= pageLength / 2 ? ('placed' as const) : ('wrong' as const),
        off,
        endOff: place.end - end,
      }
    })
    const ids = (found: string): readonly string[] =>
      rows.filter((row) => row.found === found).map(({ id }) => id)
    console.log(
      `places: ${ids('placed').length} placed, ${ids('missed').length} missed (${ids('missed').join(' ')}), ${ids('wrong').length} wrong; ` +
        `farthest ${Math.max(...rows.map(({ off }) => Math.abs(off)))} characters`,
    )
    expect(ids('wrong')).toEqual([])
    // The absolute and the invitational priorities are scored by nobody; what cannot be read of their headings may be missed.
    const scored = [...raceToTheTop.criteria.map(({ id }) => id), 'P2']
    expect(ids('missed').filter((id) => scored.includes(id))).toEqual([])
  },
)
