/** How searches end, and what is searched for in vain. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { MissLine, ShareWithInterval, UseReport } from '../../../src/understand/answers/contract.ts'
import { api } from '../../api.ts'
import { Figure } from '../../design/figure.tsx'
import { Awaited, EmptyState, ErrorState } from '../../design/states.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { answerTexts } from '../../i18n/answers.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'
import { useHasRole } from '../../session.ts'
import { UnderstandFrame } from '../understand-frame.tsx'
import { AnswerLinks } from './answer-links.tsx'
import './answers.css'

const isDay = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text)

export function UsePage() {
  const t = useTexts(answerTexts)
  const format = useFormats()
  const search = useSearch({ strict: false }) as Search
  const input = {
    ...(isDay(search.from) && { from: search.from }),
    ...(isDay(search.to) && { to: search.to }),
  }
  const query = useQuery(api.answers.find.report.queryOptions({ input }))
  const report = query.data as UseReport | undefined
  return (
    <UnderstandFrame
      part="answers"
      trail={[{ to: '/understand/answers', label: t('name') }]}
      title={useTitle(report)}
      subtitle={report && t('use.subtitle', { from: format.date(report.from), to: format.date(report.to) })}
    >
      <AnswerLinks />
      <Awaited query={{ data: report, error: query.error, refetch: query.refetch }}>
        {(loaded) => (
          <>
            <div className="lp-columns">
              <ShareFigure label={t('use.used')} share={loaded.used} />
              <ShareFigure label={t('use.empty')} share={loaded.empty} />
              <ShareFigure label={t('use.helped')} share={loaded.helped} />
            </div>
            <Misses misses={loaded.misses} />
            {loaded.top.length > 0 && <Top report={loaded} />}
          </>
        )}
      </Awaited>
    </UnderstandFrame>
  )
}

function useTitle(report: UseReport | undefined): string {
  const t = useTexts(answerTexts)
  const format = useFormats()
  if (!report) return t('use.name')
  const { empty, used } = report
  if (!empty || !used) return t('use.titleNone')
  const nth = empty.share === 0 ? 0 : Math.round(1 / empty.share)
  return nth >= 2 && nth <= 8
    ? t('use.title', { n: nth })
    : t('use.titleUsed', { share: format.percent(used.share, 0) })
}

function ShareFigure({ label, share }: { readonly label: string; readonly share: ShareWithInterval | null }) {
  const format = useFormats()
  if (share === null) return <Figure label={label} value="–" />
  const { share: value, low, high, n } = share
  return (
    <Figure
      label={label}
      value={format.percent(value, 0)}
      interval={[low * 100, high * 100]}
      decimals={0}
      n={n}
    />
  )
}

function Misses({ misses }: { readonly misses: readonly MissLine[] }) {
  const t = useTexts(answerTexts)
  const columns = useMissColumns()
  return (
    <div className="lp-card">
      <DataTable
        title={t('use.misses')}
        rows={misses}
        columns={columns}
        rowKey={({ words }) => words}
        empty={<EmptyState title={t('use.missesNone')} />}
      />
    </div>
  )
}

function useMissColumns(): readonly TableColumn<MissLine>[] {
  const t = useTexts(answerTexts)
  const format = useFormats()
  return useMemo(
    (): readonly TableColumn<MissLine>[] => [
      { id: 'query', header: t('use.query'), value: ({ query }) => query },
      { id: 'times', header: t('use.times'), value: ({ times }) => times },
      {
        id: 'kind',
        header: t('column.state'),
        value: ({ kind }) => t(`use.kind.${kind}`),
        filter: { of: ({ kind }) => kind, label: (code) => t(`use.kind.${code as 'empty'}`) },
      },
      {
        id: 'last',
        header: t('use.last'),
        value: ({ lastOn }) => lastOn,
        cell: ({ lastOn }) => format.shortDate(lastOn),
      },
      {
        id: 'act',
        header: t('use.write'),
        value: () => null,
        isAction: true,
        cell: (miss) => <MissActs miss={miss} />,
      },
    ],
    [t, format],
  )
}

function MissActs({ miss }: { readonly miss: MissLine }) {
  const t = useTexts(answerTexts)
  const client = useQueryClient()
  const navigate = useNavigate()
  const mayWrite = useHasRole('editor', 'admin')
  const settle = useMutation(
    api.answers.find.settle.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: api.answers.find.report.key() }),
    }),
  )
  if (!mayWrite) return null
  const write = () =>
    void navigate({ to: '/understand/answers', search: { write: miss.query, miss: miss.words } as never })
  return (
    <span className="lp-row">
      <Button
        data-size="sm"
        variant="secondary"
        aria-label={`${t('use.write')}: ${miss.query}`}
        onClick={write}
      >
        {t('use.write')}
      </Button>
      <Button
        data-size="sm"
        variant="tertiary"
        aria-label={`${t('use.leave')}: ${miss.query}`}
        loading={settle.isPending}
        onClick={() => settle.mutate({ words: miss.words, answerId: null })}
      >
        {t('use.leave')}
      </Button>
      {settle.error ? <ErrorState error={settle.error} /> : null}
    </span>
  )
}

function Top({ report }: { readonly report: UseReport }) {
  const t = useTexts(answerTexts)
  return (
    <section className="lp-card" aria-labelledby="top">
      <h2 id="top">{t('use.top')}</h2>
      <ul className="lp-answer-waiting">
        {report.top.map(({ answerId, title, times }) => (
          <li key={answerId}>
            <Link to="/understand/answers/$answerId" params={{ answerId }}>
              {title}
            </Link>
            <span className="lp-number">{times}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
