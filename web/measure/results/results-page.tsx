import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ResultsAnswer } from '../../../src/measure/results/contract.ts'
import { findLeaders } from '../../../src/measure/results/rules/finding.ts'
import { api } from '../../api.ts'
import { rangeText } from '../../design/chart/rank-dots.tsx'
import { Figure } from '../../design/figure.tsx'
import { LinkButton } from '../../design/link-button.tsx'
import { OnThisPage } from '../../design/on-this-page.tsx'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import { resultsTexts } from '../../i18n/results.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'
import { ChangeLog } from '../appeals/change-log.tsx'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { BandBars, useBandFinding } from './band-bars.tsx'
import { type Choice, type RankedRow, rankedRows, readChoice } from './choice.ts'
import { ChoiceBar } from './choice-bar.tsx'
import { DownloadButton } from './download-button.tsx'
import { HowSure, isWorkedOut } from './how-sure.tsx'
import { submissionsLink } from './links.ts'
import { PublishButton } from './publish-button.tsx'
import { Ranking } from './ranking.tsx'
import { AllFigures, ChannelTable, ClassTable } from './tables.tsx'
import { inSentence, useCountWord, useMethodWords } from './words.ts'
import './results.css'

/** Who is best, how sure is that, and what separates them? */
export function ResultsPage() {
  const t = useTexts(resultsTexts)
  const editionId = useEditionId()
  const results = useQuery(api.results.get.queryOptions({ input: { editionId } }))
  if (results.data) return <Loaded results={results.data as ResultsAnswer} />
  return (
    <EditionFrame title={t('results')}>
      <Awaited query={results}>{() => null}</Awaited>
    </EditionFrame>
  )
}

function Loaded({ results }: { readonly results: ResultsAnswer }) {
  const t = useTexts(resultsTexts)
  const choice = readChoice(useSearch({ strict: false }) as Search, results)
  const rows = rankedRows(results.participants, choice)
  const title = useTitle(results, rows)
  const isOrganiser = results.view === 'organiser'
  if (results.participants.length === 0) return <NoResults editionId={results.editionId} />
  return (
    <EditionFrame
      title={title}
      subtitle={<Subtitle results={results} />}
      actions={
        isOrganiser && (
          <>
            <DownloadButton editionId={results.editionId} />
            <PublishButton results={results} />
          </>
        )
      }
    >
      <Headlines results={results} />
      <OnThisPage
        parts={[
          {
            id: 'ranking',
            label: t('part.ranking'),
            content: (
              <div className="lp-stack">
                <ChoiceBar results={results} choice={choice} />
                <ChosenRanking results={results} choice={choice} rows={rows} />
              </div>
            ),
          },
          ...(isWorkedOut(results, choice)
            ? [
                {
                  id: 'sure',
                  label: t('part.sure'),
                  content: <HowSure results={results} choice={choice} rows={rows} />,
                },
              ]
            : []),
          { id: 'bands', label: t('part.bands'), content: <Bands results={results} /> },
          ...(results.classes.length > 0
            ? [{ id: 'classes', label: t('part.classes'), content: <ClassTable results={results} /> }]
            : []),
          { id: 'channels', label: t('part.channels'), content: <ChannelTable results={results} /> },
          { id: 'all', label: t('part.all'), content: <AllFigures results={results} /> },
        ]}
      />
      <ChangeLog editionId={results.editionId} />
    </EditionFrame>
  )
}

function NoResults({ editionId }: { readonly editionId: string }) {
  const t = useTexts(resultsTexts)
  return (
    <EditionFrame title={t('title.none')}>
      <EmptyState
        title={t('results')}
        actions={
          <LinkButton to={`/measure/editions/${editionId}/review` as never}>{t('toReview')}</LinkButton>
        }
      >
        {t('empty')}
      </EmptyState>
    </EditionFrame>
  )
}

/** A participant's page speaks of its own place; an organiser's of who leads, and who can also be best. */
function useTitle(results: ResultsAnswer, rows: readonly RankedRow[]): string {
  const t = useTexts(resultsTexts)
  const word = useCountWord()
  const own = results.participants.find(({ participantId }) => results.own.includes(participantId))
  if (own) {
    const { participant: name, rank, rankRange } = own
    return t('title.own', { name, rank: rank ?? '–', taking: results.taking, range: rangeText(rankRange) })
  }
  const finding = findLeaders(rows.map((row) => ({ ...row, canBeBest: row.sure?.canBeBest ?? null })))
  switch (finding.kind) {
    case 'none':
      return t('title.none')
    case 'open': {
      const { first, others } = finding
      if (first.length === 1) return t('title.open', { name: first[0]!, count: others })
      const leaders = word(first.length)
      return others === 0 ? t('title.shared', { leaders }) : t('title.sharedOpen', { leaders, count: others })
    }
    case 'sure':
    case 'unknown':
      return t(`title.${finding.kind}`, { name: finding.name })
  }
}

function Subtitle({ results }: { readonly results: ResultsAnswer }): ReactNode {
  const t = useTexts(resultsTexts)
  const format = useFormats()
  const { counted, contacts, published } = results
  return (
    <span className="lp-row">
      {published ? (
        <Status tone="good">{t('published')}</Status>
      ) : (
        <Status tone="neutral">{t('notPublished')}</Status>
      )}
      {counted < contacts && (
        <Status tone="warning">
          {t('preliminary', { counted: format.number(counted), contacts: format.number(contacts) })}
        </Status>
      )}
      <span>{t('subtitle', { level: format.number(results.intervals.level * 100) })}</span>
    </span>
  )
}

function Headlines({ results }: { readonly results: ResultsAnswer }) {
  const t = useTexts(resultsTexts)
  const format = useFormats()
  const { all, editionId, view } = results
  const unanswered = all.n - all.nAnswered
  const isOrganiser = view === 'organiser'
  const text = (value: number | null) => (value === null ? '–' : format.number(value, 1))
  return (
    <div className="lp-results-figures">
      <Figure
        label={t('figure.totalAll')}
        value={text(all.totalResult)}
        n={all.n}
        {...(all.interval ? { interval: all.interval } : {})}
        {...(isOrganiser ? { link: submissionsLink(editionId, {}) } : {})}
      />
      <Figure
        label={t('figure.answered')}
        value={text(all.answeredScore)}
        n={all.nAnswered}
        note={t('figure.answeredNote')}
        {...(all.answeredInterval ? { interval: all.answeredInterval } : {})}
        {...(isOrganiser ? { link: submissionsLink(editionId, { answered: 'yes' }) } : {})}
      />
      <Figure
        label={t('figure.unanswered')}
        value={format.percent(all.n === 0 ? 0 : unanswered / all.n, 1)}
        note={t('figure.unansweredNote', { count: unanswered })}
        n={all.n}
        {...(isOrganiser ? { link: submissionsLink(editionId, { answered: 'no' }) } : {})}
      />
    </div>
  )
}

type ChosenProps = {
  readonly results: ResultsAnswer
  readonly choice: Choice
  readonly rows: readonly RankedRow[]
}

function ChosenRanking({ results, choice, rows }: ChosenProps) {
  const t = useTexts(resultsTexts)
  const format = useFormats()
  const words = useMethodWords(results.method)
  const { editionId, own } = results
  const level = format.number(results.intervals.level * 100)
  const title =
    choice.class !== undefined
      ? t('ranking.titleClass', { name: choice.class })
      : choice.channel !== undefined
        ? t('ranking.titleChannel', { channel: inSentence(words.channel(choice.channel)) })
        : t('ranking.title')
  const figure =
    choice.figure === 'total'
      ? t('figure.total')
      : choice.figure === 'answered'
        ? t('figure.answered')
        : words.area(choice.figure)
  const hasRanges = rows.some(({ rankRange }) => rankRange !== null)
  return (
    <Ranking
      title={title}
      figure={figure}
      rows={rows}
      editionId={editionId}
      own={own}
      note={hasRanges ? t('ranking.note', { level }) : t('ranking.noRange')}
    />
  )
}

function Bands({ results }: { readonly results: ResultsAnswer }) {
  const t = useTexts(resultsTexts)
  const words = useMethodWords(results.method)
  const { editionId, method, bands, channels } = results
  const ids = channels.map(({ channel }) => channel)
  const withFilter = results.view === 'organiser'
  return (
    <BandBars
      editionId={editionId}
      method={method}
      bands={bands}
      title={useBandFinding(method, bands, ids)}
      segments={[
        { segment: 'all', name: t('bands.all'), ...(withFilter ? { filter: {} } : {}) },
        ...ids.map((channel) => ({
          segment: channel,
          name: words.channel(channel),
          ...(withFilter ? { filter: { channel } } : {}),
        })),
      ]}
    />
  )
}
