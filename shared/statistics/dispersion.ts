/** The plain mean of numbers in any unit, as a number; NaN of none. What is official is an `ExactMean` instead. */
export function meanOf(values: readonly number[]): number {
  // Averaging the distances from one of them keeps the digits that a sum of large numbers would lose.
  const [first = Number.NaN] = values
  return first + values.reduce((sum, value) => sum + (value - first), 0) / values.length
}

/** Sample standard deviation (n − 1), in the unit of the values; null of fewer than two. */
export function standardDeviation(values: readonly number[]): number | null {
  if (values.length < 2) return null
  const mean = meanOf(values)
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return Math.sqrt(squares / (values.length - 1))
}

/** Standard error of the mean, in the unit of the values; null of fewer than two. */
export function standardError(values: readonly number[]): number | null {
  const deviation = standardDeviation(values)
  return deviation === null ? null : deviation / Math.sqrt(values.length)
}

/** The value under which a share of 0 to 1 of the values lies, half way ones interpolated (type 7); NaN of no values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right)
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] ?? Number.NaN
  const above = sorted[Math.ceil(place)] ?? Number.NaN
  return below + (place - Math.floor(place)) * (above - below)
}

/** The middle of the values; half way between the two in the middle of an even number, which is exact for whole points. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The sum of numbers; of whole numbers and halves it is exact. */
export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
