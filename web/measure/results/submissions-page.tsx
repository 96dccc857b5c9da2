import { Button } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type {
  SubmissionFilter,
  SubmissionLine,
  SubmissionsAnswer,
} from '../../../src/measure/results/contract.ts'
import { api } from '../../api.ts'
import { Icon } from '../../design/icon.tsx'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { resultsTexts } from '../../i18n/results.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { submissionLink } from './links.ts'
import { useMethodWords } from './words.ts'
import './results.css'

const filterKeys = [
  'participant',
  'class',
  'channel',
  'band',
  'answered',
  'question',
  'option',
  'from',
  'to',
  'weekday',
  'hour',
] as const
type FilterKey = (typeof filterKeys)[number]

function readFilter(search: Search): SubmissionFilter {
  const given = Object.fromEntries(filterKeys.flatMap((key) => (search[key] ? [[key, search[key]]] : [])))
  const { participant, ...rest } = given
  return { ...rest, ...(participant ? { participantId: participant } : {}) } as SubmissionFilter
}

/** The submissions behind a figure; the figure's filters stand in the address. */
export function SubmissionsPage() {
  const t = useTexts(resultsTexts)
  const editionId = useEditionId()
  const search = useSearch({ strict: false }) as Search
  const filter = readFilter(search)
  const submissions = useQuery(api.results.submissions.queryOptions({ input: { editionId, ...filter } }))
  const listed = submissions.data as SubmissionsAnswer | undefined
  const count = listed?.items.length ?? 0
  return (
    <EditionFrame
      title={
        listed === undefined
          ? t('submissions.table')
          : count === 0
            ? t('submissions.titleNone')
            : t('submissions.title', { count })
      }
      subtitle={listed && t('submissions.subtitle', { edition: listed.edition })}
      width="wide"
      trail={[{ to: '/measure/editions/$editionId/results', params: { editionId }, label: t('results') }]}
    >
      {listed ? (
        <>
          <Filters listed={listed} search={search} />
          <div className="lp-card">
            <Lines editionId={editionId} listed={listed} />
          </div>
        </>
      ) : (
        <Awaited query={submissions}>{() => null}</Awaited>
      )}
    </EditionFrame>
  )
}

function Filters({ listed, search }: { readonly listed: SubmissionsAnswer; readonly search: Search }) {
  const t = useTexts(resultsTexts)
  const navigate = useNavigate()
  const words = useMethodWords(listed.method)
  const language = useLanguage()
  const format = useFormats()
  const { named } = listed
  const nameOf = (key: FilterKey, value: string): string => {
    switch (key) {
      case 'participant':
        return named.participant ?? t('submissions.participant')
      case 'channel':
        return words.channel(value)
      case 'band':
        return words.band(value)
      case 'answered':
        return t(value === 'yes' ? 'submissions.answered' : 'submissions.unanswered')
      case 'question':
        return questionName(value, search.option)
      case 'from':
        return t('submissions.from', { date: format.date(value) })
      case 'to':
        return t('submissions.to', { date: format.date(value) })
      case 'weekday':
        // The first of January 2024 was a Monday.
        return format.weekday(`2024-01-0${value}`)
      case 'hour':
        return t('submissions.hour', { from: format.time(`${value}:00`), to: format.time(`${value}:59`) })
      case 'class':
      case 'option':
        return value
    }
  }
  const questionName = (question: string, option: string | undefined): string => {
    const text = named.question?.[language] ?? question
    if (option === undefined) return text
    const answer = option === 'na' ? t('submissions.na') : (named.option?.[language] ?? option)
    return t('submissions.question', { question: text, option: answer })
  }
  const given = filterKeys.filter((key) => search[key] && !(key === 'option' && search.question))
  if (given.length === 0) return null
  const remove = (keys: readonly FilterKey[]) =>
    void navigate({
      to: '.',
      search: ((before: Search) => ({
        ...before,
        ...Object.fromEntries(keys.map((key) => [key, undefined])),
      })) as never,
      resetScroll: false,
    })
  return (
    <div className="lp-filters">
      <span className="lp-small lp-quiet">{t('submissions.filters')}</span>
      {given.map((key) => {
        const filter = nameOf(key, search[key] ?? '')
        return (
          <Button
            key={key}
            data-size="sm"
            variant="secondary"
            aria-label={t('submissions.remove', { filter })}
            onClick={() => remove(key === 'question' ? ['question', 'option'] : [key])}
          >
            {filter} <Icon name="close" size={16} />
          </Button>
        )
      })}
      <Button data-size="sm" variant="tertiary" onClick={() => remove(filterKeys)}>
        {t('submissions.clear')}
      </Button>
    </div>
  )
}

function Lines({ editionId, listed }: { readonly editionId: string; readonly listed: SubmissionsAnswer }) {
  const t = useTexts(resultsTexts)
  const format = useFormats()
  const words = useMethodWords(listed.method)
  const stateName = (answered: boolean) => t(answered ? 'submissions.answered' : 'submissions.unanswered')
  const columns: readonly TableColumn<SubmissionLine>[] = [
    { id: 'number', header: t('submissions.number'), value: ({ number }) => number },
    {
      id: 'participant',
      header: t('submissions.participant'),
      value: ({ participant }) => participant,
      cell: ({ participant }) => <span className="lp-nowrap">{participant}</span>,
    },
    { id: 'score', header: t('submissions.score'), value: ({ score }) => score, decimals: 1 },
    { id: 'class', header: t('submissions.class'), value: (row) => row.class, hidden: true },
    { id: 'channel', header: t('submissions.channel'), value: ({ channel }) => words.channel(channel) },
    {
      id: 'date',
      header: t('submissions.date'),
      value: ({ date }) => date,
      cell: ({ date }) => format.date(date),
    },
    {
      id: 'state',
      header: t('submissions.state'),
      value: ({ answered }) => stateName(answered),
      cell: ({ answered }) => (
        <Status tone={answered ? 'neutral' : 'bad'} icon={answered ? 'check' : 'dash'}>
          {stateName(answered)}
        </Status>
      ),
    },
    { id: 'band', header: t('submissions.band'), value: ({ band }) => words.band(band), hidden: true },
    ...listed.method.areas.map(({ id }) => ({
      id: `area-${id}`,
      header: words.area(id),
      value: (row: SubmissionLine) => row.areas[id] ?? null,
      decimals: 1,
    })),
  ]
  return (
    <DataTable
      title={t('submissions.table')}
      titleHidden
      rows={listed.items}
      columns={columns}
      rowKey={({ contactId }) => contactId}
      phone="scroll"
      rowLink={({ contactId }) => submissionLink(editionId, contactId)}
      empty={<EmptyState title={t('submissions.titleNone')} />}
    />
  )
}
