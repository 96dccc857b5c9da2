import { sectionTexts } from '../i18n/sections.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { Coming } from '../shell/coming.tsx'

export function UnderstandPage() {
  const t = useTexts(sectionTexts)
  return (
    <Coming
      title={t('understand.title')}
      subtitle={t('understand.subtitle')}
      questions={[t('understand.overview'), t('understand.answers'), t('understand.improvements')]}
      today={t('understand.today')}
    />
  )
}
