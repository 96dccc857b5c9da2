/**
 * e^x x^(−a) Γ(a, x), the upper incomplete gamma function without the factor that would overflow, by Legendre's
 * continued fraction in Lentz's form (Abramowitz & Stegun 6.5.31; Press et al., Numerical Recipes, 6.2).
 *
 * @param a any number; @param x above a, where the fraction settles soon
 * @example upperGammaFraction(1, 2) // 0.5, for Γ(1, x) = e^(−x)
 */
export function upperGammaFraction(a: number, x: number): number {
  const tiny = 1e-300
  const orTiny = (value: number) => (Math.abs(value) < tiny ? tiny : value)
  let b = x + 1 - a
  let c = 1 / tiny
  let d = 1 / b
  let value = d
  for (let step = 1; step < 100_000; step++) {
    const part = -step * (step - a)
    b += 2
    d = 1 / orTiny(part * d + b)
    c = orTiny(b + part / c)
    value *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return value
}
