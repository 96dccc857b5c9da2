import type { ShockView } from '../../../../src/plan/traffic/causes/contract.ts'
import { trafficCausesTexts } from '../../../i18n/traffic-causes.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'

/** "Fra 8. juli: 34 % flere (28–41 %), halvert på 38 dager. Funnet i tallene." */
export function useShockWords(): (shock: ShockView) => string {
  const t = useTexts(trafficCausesTexts)
  const { date, percent, interval } = useFormats()
  return ({ day, multiplier, low, high, halfLifeDays, origin }) =>
    t('shocks.words', {
      day: date(day),
      size: t(multiplier >= 1 ? 'shocks.more' : 'shocks.fewer', {
        share: percent(Math.abs(multiplier - 1)),
      }),
      between:
        low === null || high === null
          ? ''
          : t('shocks.between', { between: interval((low - 1) * 100, (high - 1) * 100, 0) }),
      fades:
        halfLifeDays === null ? t('shocks.stays') : t('shocks.fades', { days: Math.round(halfLifeDays) }),
      origin: t(`shocks.origin.${origin}`),
    })
}
