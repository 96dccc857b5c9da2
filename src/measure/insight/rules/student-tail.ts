/**
 * How likely a value of Student's t at least this far from 0 is, to either side, with whole degrees of freedom: the
 * finite series of Abramowitz & Stegun (1964), 26.7.3 and 26.7.4.
 *
 * Example: 2.571 with 5 degrees of freedom → 0.05.
 */
export function studentTail(t: number, freedom: number): number {
  const angle = Math.atan(Math.abs(t) / Math.sqrt(freedom))
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)]
  const isOdd = freedom % 2 === 1
  let term = isOdd ? cosine : 1
  let sum = freedom === 1 ? 0 : term
  for (let k = isOdd ? 2 : 1; k <= freedom - 3; k += 2) {
    term *= (k / (k + 1)) * cosine * cosine
    sum += term
  }
  const middle = isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum
  return Math.max(0, 1 - middle)
}
