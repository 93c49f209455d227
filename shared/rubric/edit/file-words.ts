import type { z } from 'zod'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
]

/** Where in a file something is: "criteria, third, bands", and after it the last part on the way that has an id: ", in (A)(3)(i)". */
export function placeWords(path: Path, value: unknown): string {
  const words = path.map((key) =>
    typeof key === 'number' ? (ordinals[key] ?? `number ${key + 1}`) : String(key),
  )
  const ids = path.slice(0, -1).map((_, index) => inside(valueAt(value, path.slice(0, index + 1)), 'id'))
  const id = ids.findLast((each) => typeof each === 'string' && each !== '')
  return typeof id === 'string' ? `${words.join(', ')}, in ${id}` : words.join(', ')
}

/** What is wrong there, as a sentence for somebody who has the file before them. */
export function issueWords(issue: Issue, value: unknown): string {
  const found = valueAt(value, issue.path)
  if (found === undefined) return 'It is missing.'
  switch (issue.code) {
    case 'invalid_type':
      return `This is ${kindOf(found)}, and has to be ${wanted[issue.expected] ?? 'something else'}.`
    case 'invalid_value':
      return `This has to be ${oneOf(issue.values)}.`
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? `This has to be ${oneOf(issue.options)}.`
        : 'This is nothing that can stand here.'
    case 'too_small':
      return issue.origin === 'array'
        ? `This list needs ${figures(issue.minimum)} things.`
        : `This is less than ${figures(issue.minimum)}.`
    case 'too_big':
      if (issue.origin === 'array') return `This list has more than ${figures(issue.maximum)} things.`
      return issue.origin === 'string'
        ? `This is longer than ${figures(issue.maximum)} characters.`
        : `This is more than ${figures(issue.maximum)}.`
    default:
      return 'This is nothing that can stand here.'
  }
}

/** Why a text is no JSON, as a sentence, with the place where that is known. */
export function notJson(text: string, error: unknown): string {
  const said = error instanceof SyntaxError ? error.message : ''
  const [, line, column] =
    /line (\d+) column (\d+)/u.exec(said) ?? lineAt(text, /position (\d+)/u.exec(said)?.[1])
  if (line !== undefined) return `This is not JSON: it cannot be read from line ${line}, column ${column} on.`
  return text.trim() === ''
    ? 'This file is empty.'
    : /\bend\b/u.test(said)
      ? 'This is not JSON: its end is missing.'
      : 'This is not JSON.'
}

const wanted: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  object: 'a group of fields in braces',
  array: 'a list in brackets',
  tuple: 'a list in brackets',
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'number') return Number.isInteger(value) ? 'a number' : 'a number with a fraction'
  return (
    { string: 'a text', boolean: 'true or false', object: 'a group of fields' }[String(typeof value)] ??
    'something else'
  )
}

function oneOf(values: readonly unknown[]): string {
  const words = values.map((each) => (typeof each === 'string' ? `“${each}”` : String(each)))
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

function figures(number: number | bigint): string {
  return number.toLocaleString('en-US')
}

function lineAt(text: string, position: string | undefined): readonly (string | undefined)[] {
  if (position === undefined) return []
  const before = text.slice(0, Number(position)).split('\n')
  return ['', String(before.length), String((before.at(-1)?.length ?? 0) + 1)]
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(inside, value)
}

function inside(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
