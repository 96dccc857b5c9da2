import { addDays } from '../../src/kernel/calendar.ts'
import { LinkButton } from '../design/link-button.tsx'
import type { PathTarget } from '../design/path-target.ts'
import { planTexts } from '../i18n/plan.ts'
import { useTexts } from '../i18n/use-texts.ts'

type Props = { readonly from: string; readonly linkOf: (from: string) => PathTarget }

/** To the week before and the week after. */
export function WeekSteps({ from, linkOf }: Props) {
  const t = useTexts(planTexts)
  return (
    <>
      <LinkButton {...linkOf(addDays(from, -7))} variant="tertiary">
        {t('before')}
      </LinkButton>
      <LinkButton {...linkOf(addDays(from, 7))} variant="tertiary">
        {t('after')}
      </LinkButton>
    </>
  )
}
