import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { InsightAnswer } from '../../../src/measure/insight/contract.ts'
import { api } from '../../api.ts'
import { LinkButton } from '../../design/link-button.tsx'
import { OnThisPage } from '../../design/on-this-page.tsx'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { insightTexts } from '../../i18n/insight.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'
import { useHasRole } from '../../session.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { useMethodWords } from '../results/words.ts'
import { Choice } from './choice.tsx'
import { useChosen } from './chosen.ts'
import { DriverCard, useOutcome } from './driver-card.tsx'
import { FormCard } from './form-card.tsx'
import { GoodCard } from './good-card.tsx'
import { HoursCard } from './hours-card.tsx'
import { ScopeSeason } from './season-card.tsx'
import '../results/results.css'
import './insight.css'

/** What goes with satisfied customers, what good contacts share, and when did it slip? */
export function InsightPage() {
  const t = useTexts(insightTexts)
  const editionId = useEditionId()
  const { class: className } = useSearch({ strict: false }) as Search
  const input = { editionId, ...(className === undefined ? {} : { class: className }) }
  const insight = useQuery(api.insight.get.queryOptions({ input }))
  if (insight.data) return <Loaded answer={insight.data as InsightAnswer} />
  return (
    <EditionFrame title={t('insight')} subtitle={insight.isPending && t('working')}>
      <Awaited query={insight}>{() => null}</Awaited>
    </EditionFrame>
  )
}

function Loaded({ answer }: { readonly answer: InsightAnswer }) {
  const t = useTexts(insightTexts)
  const title = useTitle(answer)
  const chosen = useChosen('class', ['', ...answer.classes])
  const organises = useHasRole('organiser', 'admin')
  if (answer.insight.n === 0)
    return (
      <EditionFrame title={title}>
        <EmptyState title={t('empty')} actions={organises ? <ToReview /> : undefined} />
      </EditionFrame>
    )
  return (
    <EditionFrame title={title} subtitle={`${t('subtitle')} ${t('subtitleNote')}`}>
      {answer.classes.length > 0 && (
        <div className="lp-results-choice lp-insight-choice lp-no-print">
          <Choice
            label={t('choose.class')}
            chosen={chosen}
            options={[['', t('choose.everybody')], ...answer.classes.map((name) => [name, name] as const)]}
          />
        </div>
      )}
      <OnThisPage
        parts={[
          { id: 'drivers', label: t('part.drivers'), content: <DriverCard answer={answer} /> },
          { id: 'good', label: t('part.good'), content: <GoodCard answer={answer} /> },
          { id: 'forms', label: t('part.forms'), content: <FormCard answer={answer} /> },
          { id: 'season', label: t('part.season'), content: <ScopeSeason answer={answer} /> },
          { id: 'hours', label: t('part.hours'), content: <HoursCard answer={answer} /> },
        ]}
      />
    </EditionFrame>
  )
}

function ToReview() {
  const t = useTexts(insightTexts)
  return (
    <LinkButton to="/measure/editions/$editionId/review" params={{ editionId: useEditionId() }}>
      {t('toReview')}
    </LinkButton>
  )
}

/** The area that goes most closely with the chosen experience, where it can be told. */
function useTitle(answer: InsightAnswer): string {
  const t = useTexts(insightTexts)
  const words = useMethodWords(answer.method)
  const [outcome] = useOutcome(answer)
  const areas = answer.insight.drivers.find((one) => one.outcome === outcome)?.areas
  const first = areas?.kind === 'weighed' ? areas.weights[0] : undefined
  return first
    ? t('title.driver', { area: words.area(first.id) })
    : t('title.plain', { edition: answer.edition })
}
