import { expect, test } from 'vitest'
import { upperGammaFraction } from './incomplete-gamma.ts'

test('the upper incomplete gamma function of whole numbers is the Poisson sum', () => {
  expect(upperGammaFraction(1, 2)).toBeCloseTo(1 / 2, 14)
  // Γ(3, x) = 2 e^(−x) (1 + x + x²/2), so that e^x x^(−3) Γ(3, x) at 5 is 37 / 125.
  expect(upperGammaFraction(3, 5)).toBeCloseTo(37 / 125, 14)
})

test('half a degree of freedom is the tail of the normal distribution', () => {
  // erfc(2) = 0.004677734981047266 (Abramowitz & Stegun, table 7.1) = Γ(½, 4) / √π.
  const gamma = upperGammaFraction(0.5, 4) * Math.exp(-4) * 2
  expect(gamma / Math.sqrt(Math.PI)).toBeCloseTo(0.004677734981047266, 15)
})
