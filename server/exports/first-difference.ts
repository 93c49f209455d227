/** The first place where two values of JSON differ. Either value is undefined where the member is missing. */
export interface Difference {
  readonly path: readonly string[]
  readonly expected: unknown
  readonly given: unknown
}

/** Finds the first difference in the order of the expected value's members, then the given one's; null for equal values. */
export function firstDifference(
  expected: unknown,
  given: unknown,
  path: readonly string[] = [],
): Difference | null {
  if (!isNested(expected) || !isNested(given) || Array.isArray(expected) !== Array.isArray(given)) {
    return Object.is(expected, given) ? null : { path, expected, given }
  }
  for (const key of new Set([...Object.keys(expected), ...Object.keys(given)])) {
    const difference = firstDifference(own(expected, key), own(given, key), [...path, key])
    if (difference) return difference
  }
  return null
}

/** The difference as the end of a sentence: "mean › sum says 2205, and 2204 follows from the journal". */
export function asClause({ path, expected, given }: Difference): string {
  return `${place(path)} says ${short(given)}, and ${short(expected)} follows from the journal`
}

/** A path within an event or a record, as a person reads it. */
export function place(path: readonly string[]): string {
  return path.join(' › ')
}

function short(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value)
  return text.length <= 80 ? text : 'something else'
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function own(object: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(object, key)?.value
}
