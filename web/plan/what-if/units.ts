/** How the figures of a simulation are written: shares in percent, times in seconds, minutes or hours. */
import type { EstimateView } from '../../../src/plan/simulation/contract.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { whatIfTexts } from '../../i18n/what-if.ts'

export type FigureUnit = 'share' | 'time' | 'count' | 'points' | 'hours' | 'money' | 'ratio'

export function useUnits() {
  const t = useTexts(whatIfTexts)
  const { number, percent } = useFormats()
  const time = (seconds: number) => {
    const size = Math.abs(seconds)
    if (size < 90) return t('seconds', { n: number(seconds, size < 10 ? 1 : 0) })
    if (size < 5400) return t('minutes', { n: number(seconds / 60, 1) })
    return t('hoursUnit', { n: number(seconds / 3600, 1) })
  }
  /** @param fine for differences, which need a decimal more; those of shares are percentage points */
  const write = (value: number, unit: FigureUnit, fine = false): string => {
    switch (unit) {
      case 'share':
        return fine ? t('pointsUnit', { n: number(100 * value, 1) }) : percent(value, 1)
      case 'time':
        return time(value)
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
  const interval = (estimate: NonNullable<EstimateView>, unit: FigureUnit): string => {
    const { lo, hi } = estimate
    if (lo === null || hi === null || hi - lo < 1e-9) return ''
    return `${write(Math.max(lo, 0), unit)} – ${write(hi, unit)}`
  }
  return { write, interval }
}
