import { LinkButton } from '../design/link-button.tsx'
import { Page } from '../design/page.tsx'
import { EmptyState } from '../design/states.tsx'
import { editionTexts } from '../i18n/edition.ts'
import { sectionTexts } from '../i18n/sections.ts'
import { trendTexts } from '../i18n/trend.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { useHasRole } from '../session.ts'
import { EditionCards } from './edition/edition-cards.tsx'

/** The way into the programme: the editions for those who run or take part, the assignments for observers. */
export function MeasurePage() {
  const t = useTexts(sectionTexts)
  const edition = useTexts(editionTexts)
  const trend = useTexts(trendTexts)
  const organises = useHasRole('organiser', 'admin')
  const sees = useHasRole('organiser', 'admin', 'participant')
  const observes = useHasRole('observer')
  return (
    <Page
      title={t('measure.title')}
      subtitle={t('measure.subtitle')}
      actions={
        <>
          {organises && <LinkButton to="/measure/editions">{edition('list.table')}</LinkButton>}
          {organises && (
            <LinkButton to="/measure/trend" variant="secondary">
              {trend('nav')}
            </LinkButton>
          )}
          {observes && <LinkButton to="/observe">{edition('observe')}</LinkButton>}
        </>
      }
    >
      {sees && <EditionCards />}
      {!sees && !observes && (
        <EmptyState title={edition('nothingHere')}>{edition('askOrganiser')}</EmptyState>
      )}
    </Page>
  )
}
