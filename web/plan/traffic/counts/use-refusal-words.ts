import { refusalReasons } from '../../../../src/plan/traffic/rules/import/read-traffic.ts'
import { trafficCountsTexts } from '../../../i18n/traffic-counts.ts'
import { useTexts } from '../../../i18n/use-texts.ts'

type Params = Readonly<Record<string, string | number>>

/** Why a line was refused, in words with what stood there. */
export function useRefusalWords(): (reason: string, params: Params) => string {
  const t = useTexts(trafficCountsTexts)
  return (reason, { value = '', time = '', column = '', first = '', step = '' }) => {
    const known = refusalReasons.find((each) => each === reason)
    return known ? t(`refusal.${known}`, { value, time, column, first, step }) : reason
  }
}
