import { placedFaults } from '../rubric-faults.ts'
import { rubricFileSchema } from '../rubric-schema.ts'
import type { Rubric } from '../rubric.ts'
import { issueWords, notJson, placeWords } from './file-words.ts'

/** What keeps a file from being a rubric, and where in it. */
export interface FileFault {
  /** As "criteria, third, rows, first, max", or a part by its id; empty for the file as a whole. */
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
      faults: read.error.issues.flatMap((issue) =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((key) => ({
              where: placeWords([...issue.path, key], json.value),
              sentence: 'A rubric has no such field.',
            }))
          : [{ where: placeWords(issue.path, json.value), sentence: issueWords(issue, json.value) }],
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
  const bare = text.replace(/^\u{feff}/u, '')
  try {
    return { value: JSON.parse(bare) }
  } catch (error) {
    return { fault: notJson(bare, error) }
  }
}
