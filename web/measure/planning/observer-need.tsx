import type { Plan } from '../../../src/measure/planning/contract.ts'
import { planningTexts } from '../../i18n/planning.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

/** How much work it is, and how many it takes. */
export function Need({ need }: Pick<Plan['ready'], 'need'>) {
  const t = useTexts(planningTexts)
  const format = useFormats()
  const perWeek = format.number(Math.ceil(need.perWeek))
  return <p>{t('ready.need', { ...need, perWeek })}</p>
}
