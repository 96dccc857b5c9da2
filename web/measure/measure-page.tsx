import { Page } from '../design/page.tsx'
import { sectionTexts } from '../i18n/sections.ts'
import { useTexts } from '../i18n/use-texts.ts'

/** The way into the programme's editions. */
export function MeasurePage() {
  const t = useTexts(sectionTexts)
  return (
    <Page title={t('measure.title')} subtitle={t('measure.subtitle')}>
      {null}
    </Page>
  )
}
