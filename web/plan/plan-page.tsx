import { sectionTexts } from '../i18n/sections.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { Coming } from '../shell/coming.tsx'

export function PlanPage() {
  const t = useTexts(sectionTexts)
  return (
    <Coming
      title={t('plan.title')}
      subtitle={t('plan.subtitle')}
      questions={[t('plan.traffic'), t('plan.staffing'), t('plan.shifts')]}
      today={t('plan.today')}
    />
  )
}
