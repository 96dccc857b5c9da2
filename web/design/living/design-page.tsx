import { livingTexts } from '../../i18n/living.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { Frame } from '../../shell/frame.tsx'
import { Page } from '../page.tsx'
import { ActParts } from './act-parts.tsx'
import { ChartParts } from './chart-parts.tsx'
import { FigureParts } from './figure-parts.tsx'
import { StateParts } from './state-parts.tsx'
import { TablePart } from './table-part.tsx'

/** Every part in one place, to be looked at in both schemes, all widths and three languages. */
export function DesignPage() {
  const t = useTexts(livingTexts)
  return (
    <Frame me={null}>
      <Page title={t('title')} subtitle={t('subtitle')}>
        <FigureParts />
        <ChartParts />
        <TablePart />
        <StateParts />
        <ActParts />
      </Page>
    </Frame>
  )
}
