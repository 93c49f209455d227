/** The density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
}

/** Chance that a standard normal value lies above `z`, exact to about 15 digits, far out in the tail as well. */
export function chanceAbove(z: number): number {
  if (z < 0) return 1 - chanceAbove(-z)
  return z < 3 ? 0.5 - betweenZeroAnd(z) : normalDensity(z) / tailFraction(z)
}

/**
 * The unit normal loss integral φ(z) − z·Φ(−z), for `z` of 0 or more (Raiffa & Schlaifer 1961): what is lost on average, in standard
 * deviations, by deciding now where the truth may lie on the other side of a line that is `z` away.
 */
export function unitNormalLoss(z: number): number {
  // Far out the two parts of the difference are nearly the same: there the difference itself is what is computed.
  return z < 3 ? normalDensity(z) - z * chanceAbove(z) : normalDensity(z) * (1 - z / tailFraction(z))
}

/** Marsaglia's series (2004): φ(z)·(z + z³/3 + z⁵/15 + …). It converges quickly near the middle. */
function betweenZeroAnd(z: number): number {
  let term = z
  let sum = z
  for (let odd = 3; sum + term !== sum; odd += 2) {
    term *= (z * z) / odd
    sum += term
  }
  return normalDensity(z) * sum
}

/** Laplace's continued fraction z + 1/(z + 2/(z + 3/…)), from its end: φ(z) by it is the tail. It converges quickly far out. */
function tailFraction(z: number): number {
  let fraction = z
  for (let step = 150; step > 0; step -= 1) fraction = z + step / fraction
  return fraction
}
