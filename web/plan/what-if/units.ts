/** How the figures of a simulation are written: shares in percent, times in seconds, minutes or hours. */
import type { EstimateView } from '../../../src/plan/simulation/contract.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { whatIfTexts } from '../../i18n/what-if.ts'

export type FigureUnit = 'share' | 'time' | 'count' | 'points' | 'hours' | 'money' | 'ratio'

/** @example timeUnitOf(300) // minutes, also for the 8 seconds that stand beside them */
export function timeUnitOf(largest: number) {
  const size = Math.abs(largest)
  if (size < 90) return { name: 'seconds', length: 1 } as const
  if (size < 5400) return { name: 'minutes', length: 60 } as const
  return { name: 'hoursUnit', length: 3600 } as const
}

/** A small share of a long unit needs decimals to be seen at all: 8 seconds are 0.13 minutes. */
const decimalsOf = (n: number, name: ReturnType<typeof timeUnitOf>['name']): number => {
  if (Math.abs(n) >= 10 && name === 'seconds') return 0
  return Math.abs(n) < 1 && name !== 'seconds' ? 2 : 1
}

export function useUnits() {
  const t = useTexts(whatIfTexts)
  const { number, percent } = useFormats()
  const time = (seconds: number, largest: number) => {
    const { name, length } = timeUnitOf(largest)
    const n = seconds / length
    return t(name, { n: number(n, decimalsOf(n, name)) })
  }
  /**
   * @param fine for differences, which need a decimal more; those of shares are percentage points
   * @param largest the largest figure that this one is read beside: times that are compared are in one unit
   */
  const write = (value: number, unit: FigureUnit, { fine = false, largest = value } = {}): string => {
    switch (unit) {
      case 'share':
        return fine ? t('pointsUnit', { n: number(100 * value, 1) }) : percent(value, 1)
      case 'time':
        return time(value, largest)
      case 'count':
        return number(value, fine || Math.abs(value) < 10 ? 1 : 0)
      case 'points':
        return number(value, 1)
      case 'hours':
        return t('hoursUnit', { n: number(value, 1) })
      case 'money':
        return t('kroner', { n: number(value, 0) })
      case 'ratio':
        return number(value, 2)
    }
  }
  /** Nothing for what does not vary, such as hours. */
  const interval = (estimate: NonNullable<EstimateView>, unit: FigureUnit, largest: number): string => {
    const { lo, hi } = estimate
    if (lo === null || hi === null || hi - lo < 1e-9) return ''
    return `${write(Math.max(lo, 0), unit, { largest })} – ${write(hi, unit, { largest })}`
  }
  return { write, interval }
}
