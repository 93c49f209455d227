import { placedFaults } from '../rubric-faults.ts'
import { rubricFileSchema } from '../rubric-schema.ts'
import type { Rubric } from '../rubric.ts'

/** What keeps a file from being a rubric, and where in it. */
export interface FileFault {
  /** As "criteria[2].rows[0].max", or a part by its id; empty for the file as a whole. */
  readonly where: string
  readonly sentence: string
}

export type ReadRubric = { readonly rubric: Rubric } | { readonly faults: readonly FileFault[] }

/** Reads a rubric from the text of a JSON file. Nothing in it is put right: what does not fit is named, with its place. `$schema` is left aside. */
export function readRubric(text: string): ReadRubric {
  const json = parsed(text)
  if (!('value' in json)) return { faults: [{ where: '', sentence: json.fault }] }
  const read = rubricFileSchema.safeParse(json.value)
  if (!read.success)
    return {
      faults: read.error.issues.flatMap(({ path, message, code, ...issue }) =>
        code === 'unrecognized_keys' && 'keys' in issue
          ? issue.keys.map((key) => ({
              where: whereText([...path, key], json.value),
              sentence: 'A rubric has no such field.',
            }))
          : [{ where: whereText(path, json.value), sentence: `${message}.` }],
      ),
    }
  const { $schema: _forEditors, ...rubric } = read.data
  const faults = placedFaults(rubric).map(({ at, sentence }) => ({
    where: at.of === 'whole' ? '' : `${at.of} ${at.id}`,
    sentence,
  }))
  return faults.length > 0 ? { faults } : { rubric }
}

/** A rubric as a file: indented, ending in a line break, and naming where its schema is. What is read from it is the same to its hash. */
export function writtenRubric(rubric: Rubric, schema: string): string {
  return `${JSON.stringify({ $schema: schema, ...rubric }, null, 2)}\n`
}

function parsed(text: string): { readonly value: unknown } | { readonly fault: string } {
  try {
    return { value: JSON.parse(text.replace(/^\u{feff}/u, '')) }
  } catch (error) {
    const why = error instanceof SyntaxError ? `: ${error.message}` : ''
    return { fault: `This is not JSON${why}.` }
  }
}

/** "criteria[2].rows[0].max, in (A)(3)(i)": the path, and the last part on it that has an id. */
function whereText(path: readonly PropertyKey[], value: unknown): string {
  const text = path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')
  const id = path.slice(0, -1).reduce(
    (found: { at: unknown; id: string | null }, key) => {
      const at = inside(found.at, key)
      const own = inside(at, 'id')
      return { at, id: typeof own === 'string' ? own : found.id }
    },
    { at: value, id: null },
  ).id
  return id === null ? text : `${text}, in ${id}`
}

function inside(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
