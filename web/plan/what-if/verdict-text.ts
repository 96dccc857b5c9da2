import type { Verdict } from '../../../src/plan/simulation/rules/what-if/verdict.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { whatIfTexts } from '../../i18n/what-if.ts'

/** The verdict as a title, and how sure it is as a subtitle. */
export function useVerdictText() {
  const t = useTexts(whatIfTexts)
  const { number, change } = useFormats()
  return ({ plan, base, queue, points, isSure, hours, cost }: Verdict, runs: number) => {
    const written = number(Math.abs(hours), Math.abs(hours) < 10 ? 1 : 0)
    const price =
      Math.abs(hours) < 0.05
        ? t('verdict.hoursSame')
        : t(hours > 0 ? 'verdict.hoursMore' : 'verdict.hoursLess', { hours: written })
    const size = number(Math.abs(points), Math.abs(points) < 10 ? 1 : 0)
    const title = isSure
      ? t(points > 0 ? 'verdict.better' : 'verdict.worse', { plan, points: size, queue, price })
      : t('verdict.level', { plan, base, queue })
    const sentences = [
      isSure ? t('verdict.sure') : t('verdict.unsure'),
      Math.abs(cost) >= 0.5 && t('verdict.cost', { cost: change(cost, 0) }),
      t('verdict.basis', { runs: number(runs) }),
    ]
    return { title, subtitle: sentences.filter(Boolean).join(' ') }
  }
}
