/** What a closed survey says. */
import { useQuery } from '@tanstack/react-query'
import type { Survey, SurveyResults } from '../../../src/measure/expectations/contract.ts'
import { api } from '../../api.ts'
import { Figure } from '../../design/figure.tsx'
import { LinkButton } from '../../design/link-button.tsx'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { expectationTexts } from '../../i18n/expectations.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { EditionFrame } from '../edition/edition-frame.tsx'
import { GroupTable } from './group-table.tsx'
import { HistoryButton } from './history-button.tsx'
import { ItemTable } from './item-table.tsx'
import { Anonymity } from './running.tsx'
import { Trend } from './trend.tsx'

type Props = { readonly editionId: string; readonly survey: Survey }

export function Results({ editionId, survey }: Props) {
  const t = useTexts(expectationTexts)
  const query = useQuery(api.expectations.results.queryOptions({ input: { editionId } }))
  const results = query.data as SurveyResults | undefined
  const title = useTitle(results)
  return (
    <EditionFrame
      title={title}
      subtitle={<Subtitle results={results} />}
      actions={
        results &&
        results.items.length > 0 && (
          <>
            <HistoryButton editionId={editionId} />
            <LinkButton to="/measure/editions/$editionId/expectations/points" params={{ editionId }}>
              {t('points.action')}
            </LinkButton>
          </>
        )
      }
    >
      <Awaited query={{ data: results, error: query.error, refetch: query.refetch }}>
        {(loaded) => <Loaded results={loaded} survey={survey} />}
      </Awaited>
    </EditionFrame>
  )
}

function useTitle(results: SurveyResults | undefined): string {
  const t = useTexts(expectationTexts)
  const language = useLanguage()
  if (!results) return t('name')
  const [first, second, third] = results.items.map(({ text }) => `«${text[language]}»`)
  if (!first || !second || !third) return t('title.few')
  return isLevel(results) ? t('title.level', { first, second }) : t('title.closed', { first })
}

/** Whether the second may well matter as much as the first. */
function isLevel({ items: [first, second] }: SurveyResults): boolean {
  const high = second?.importance.interval?.[1] ?? second?.importance.value
  return first !== undefined && high !== undefined && high >= first.importance.value
}

function Subtitle({ results }: { readonly results: SurveyResults | undefined }) {
  const t = useTexts(expectationTexts)
  const language = useLanguage()
  const [, second, third] = results?.items.map(({ text }) => `«${text[language]}»`) ?? []
  if (!results || !second || !third || isLevel(results)) return t('subtitle')
  return `${t('title.next', { second, third })} ${t('subtitle')}`
}

function Loaded({ results, survey }: { readonly results: SurveyResults; readonly survey: Survey }) {
  const t = useTexts(expectationTexts)
  const format = useFormats()
  const { n, invited, agreement } = results
  const counts = { answered: format.number(n), invited: format.number(invited) }
  const rate = (
    <Figure
      label={t('running.rate')}
      value={format.percent(invited === 0 ? 0 : n / invited)}
      note={t('running.rateNote', counts)}
    />
  )
  if (results.items.length === 0)
    return (
      <>
        <div className="lp-columns">{rate}</div>
        <EmptyState title={t('title.few')}>{t('result.few')}</EmptyState>
      </>
    )
  return (
    <>
      <div className="lp-columns">
        {rate}
        {agreement && (
          <Figure
            label={t('result.agreement')}
            value={format.number(agreement.w, 2)}
            note={
              agreement.p < 0.05
                ? t(`result.${agreementWord(agreement.w)}`)
                : t('result.agreementChance', { p: format.number(agreement.p, 2) })
            }
          />
        )}
        <Figure label={t('running.days')} value={format.date(survey.closesOn)} />
      </div>
      <div className="lp-card">
        <ItemTable results={results} />
      </div>
      <div className="lp-card">
        <Trend lines={results.trend} />
      </div>
      {results.groups.length > 0 && (
        <div className="lp-card">
          <GroupTable results={results} />
        </div>
      )}
      <Anonymity />
    </>
  )
}

/** Kendall's W in words: usual limits of weak, moderate and strong agreement (Schmidt 1997, Decision Sciences 28). */
function agreementWord(w: number): 'agreementLow' | 'agreementMiddle' | 'agreementHigh' {
  return w < 0.3 ? 'agreementLow' : w < 0.7 ? 'agreementMiddle' : 'agreementHigh'
}
