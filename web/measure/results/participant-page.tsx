import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ParticipantAnswer } from '../../../src/measure/results/contract.ts'
import { api } from '../../api.ts'
import { Interval } from '../../design/chart/interval.tsx'
import { rangeText } from '../../design/chart/rank-dots.tsx'
import { niceDomain } from '../../design/chart/scale.ts'
import { Figure } from '../../design/figure.tsx'
import { LinkButton } from '../../design/link-button.tsx'
import { OnThisPage, type PagePart } from '../../design/on-this-page.tsx'
import { linkTo } from '../../design/path-target.ts'
import { Awaited } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { resultsTexts } from '../../i18n/results.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { ParticipantInsight } from '../insight/participant-insight.tsx'
import { PracticeSection } from '../practice/section.tsx'
import { AreaChart } from './area-chart.tsx'
import { BandBars } from './band-bars.tsx'
import { ExperienceTable } from './experience-table.tsx'
import { submissionsLink } from './links.ts'
import { QuestionTable } from './question-table.tsx'
import { useMethodWords } from './words.ts'
import './results.css'

/** What did our customers meet, and what should we work on? */
export function ParticipantPage() {
  const t = useTexts(resultsTexts)
  const editionId = useEditionId()
  const { participantId = '' } = useParams({ strict: false })
  const answer = useQuery(api.results.participant.queryOptions({ input: { editionId, participantId } }))
  if (answer.data) return <Loaded answer={answer.data as ParticipantAnswer} />
  return (
    <EditionFrame title={t('results')}>
      <Awaited query={answer}>{() => null}</Awaited>
    </EditionFrame>
  )
}

function Loaded({ answer }: { readonly answer: ParticipantAnswer }) {
  const t = useTexts(resultsTexts)
  const format = useFormats()
  const { editionId, result, isOwn, classResult } = answer
  const { participantId } = result
  const submissions = isOwn && (
    <LinkButton {...linkTo(submissionsLink(editionId, { participantId }))} variant="secondary">
      {t('participant.submissions', { count: result.n })}
    </LinkButton>
  )
  return (
    <EditionFrame
      title={useTitle(answer)}
      subtitle={
        <span className="lp-row">
          <span>
            {t('participant.subtitle', {
              class: result.class,
              n: format.number(result.n),
              answered: format.number(result.nAnswered),
            })}
          </span>
          {answer.counted < answer.contacts && (
            <Status tone="warning">
              {t('preliminary', {
                counted: format.number(answer.counted),
                contacts: format.number(answer.contacts),
              })}
            </Status>
          )}
        </span>
      }
      trail={[{ to: '/measure/editions/$editionId/results', params: { editionId }, label: t('results') }]}
      actions={submissions}
    >
      <Headlines answer={answer} />
      {classResult === undefined && <p className="lp-quiet">{t('participant.noClass')}</p>}
      <OnThisPage parts={useParts(answer)} isFolded />
      {!isOwn && <p className="lp-quiet">{t('participant.ownOnly')}</p>}
    </EditionFrame>
  )
}

/** First what the distance to the best is made of; what only the centre itself may see is left out for others. */
function useParts(answer: ParticipantAnswer): readonly PagePart[] {
  const t = useTexts(resultsTexts)
  const own = (id: 'gap' | 'map' | 'season'): readonly PagePart[] =>
    answer.isOwn
      ? [
          {
            id,
            label: t(`participant.part.${id}`),
            content: <ParticipantInsight answer={answer} part={id} />,
          },
        ]
      : []
  return [
    ...own('gap'),
    {
      id: 'areas',
      label: t('participant.part.areas'),
      content: (
        <div className="lp-stack">
          <AreaChart answer={answer} />
          <QuestionTable answer={answer} />
        </div>
      ),
    },
    ...own('map'),
    {
      id: 'channels',
      label: t('participant.part.channels'),
      content: (
        <div className="lp-stack">
          <Channels answer={answer} />
          {answer.isOwn && <ParticipantInsight answer={answer} part="channels" />}
          <Bands answer={answer} />
        </div>
      ),
    },
    ...own('season'),
    ...(answer.experience.length > 0
      ? [
          {
            id: 'experience',
            label: t('participant.part.experience'),
            content: <ExperienceTable answer={answer} />,
          },
        ]
      : []),
    ...(answer.isOwn
      ? [
          {
            id: 'practice',
            label: t('participant.part.practice'),
            content: <PracticeSection answer={answer} />,
          },
        ]
      : []),
  ]
}

function useTitle({ result, classResult }: ParticipantAnswer): string {
  const t = useTexts(resultsTexts)
  const format = useFormats()
  const { participant: name, classRank: rank, classRankRange, totalResult } = result
  if (classResult === undefined || rank === null || classResult.participants === 1) {
    return t('participant.titleAlone', {
      name,
      total: totalResult === null ? '–' : format.number(totalResult, 1),
    })
  }
  const of = classResult.participants
  if (classRankRange === null || classRankRange[0] === classRankRange[1])
    return t('participant.titleSure', { name, rank, of })
  return t('participant.title', { name, rank, of, range: rangeText(classRankRange) })
}

function Headlines({ answer }: { readonly answer: ParticipantAnswer }) {
  const t = useTexts(resultsTexts)
  const format = useFormats()
  const { editionId, result, isOwn } = answer
  const { participantId, n, nAnswered } = result
  const text = (value: number | null) => (value === null ? '–' : format.number(value, 1))
  const link = (answered?: 'yes' | 'no') =>
    isOwn ? { link: submissionsLink(editionId, { participantId, ...(answered ? { answered } : {}) }) } : {}
  return (
    <div className="lp-results-figures">
      <Figure
        label={t('figure.total')}
        value={text(result.totalResult)}
        n={n}
        {...(result.interval ? { interval: result.interval } : {})}
        {...link()}
      />
      <Figure
        label={t('figure.answered')}
        value={text(result.answeredScore)}
        n={nAnswered}
        {...(result.answeredInterval ? { interval: result.answeredInterval } : {})}
        {...link('yes')}
      />
      <Figure
        label={t('figure.unanswered')}
        value={format.number(n - nAnswered)}
        n={n}
        {...(n > nAnswered ? link('no') : {})}
      />
      <Figure
        label={t('figure.placeAll')}
        value={
          result.rank === null
            ? '–'
            : t('figure.placeOf', { place: format.number(result.rank), of: format.number(answer.taking) })
        }
        note={result.rankRange ? t('figure.probably', { range: rangeText(result.rankRange) }) : undefined}
      />
    </div>
  )
}

type Channel = ParticipantAnswer['result']['channels'][number]

function Channels({ answer }: { readonly answer: ParticipantAnswer }) {
  const t = useTexts(resultsTexts)
  const format = useFormats()
  const words = useMethodWords(answer.method)
  const { editionId, result, isOwn } = answer
  const domain = niceDomain(
    result.channels.flatMap(({ totalResult, interval }) => [totalResult ?? [], interval ?? []].flat()),
    { limits: [0, 100] },
  )
  const columns: readonly TableColumn<Channel>[] = [
    { id: 'channel', header: t('channels.channel'), value: ({ channel }) => words.channel(channel) },
    { id: 'total', header: t('figure.total'), value: ({ totalResult }) => totalResult, decimals: 1 },
    {
      id: 'interval',
      header: t('ranking.interval', { level: 95 }),
      sortable: false,
      value: ({ interval }) => (interval ? format.interval(...interval) : null),
      cell: ({ totalResult, interval }) =>
        totalResult !== null && interval ? (
          <Interval value={totalResult} low={interval[0]} high={interval[1]} domain={domain} />
        ) : (
          '–'
        ),
    },
    { id: 'n', header: t('figure.n'), value: ({ n }) => n },
    { id: 'unanswered', header: t('figure.unanswered'), value: ({ n, nAnswered }) => n - nAnswered },
    {
      id: 'answered',
      header: t('figure.answered'),
      value: ({ answeredScore }) => answeredScore,
      decimals: 1,
    },
    { id: 'rank', header: t('figure.place'), value: ({ rank }) => rank },
    {
      id: 'range',
      header: t('figure.possible'),
      value: ({ rankRange }) => rangeText(rankRange),
      align: 'end',
    },
  ]
  return (
    <DataTable
      title={t('participant.channels')}
      name="channels"
      rows={result.channels}
      columns={columns}
      rowKey={({ channel }) => channel}
      phone="scroll"
      {...(isOwn
        ? {
            rowLink: ({ channel }: Channel) =>
              submissionsLink(editionId, { participantId: result.participantId, channel }),
          }
        : {})}
    />
  )
}

function Bands({ answer }: { readonly answer: ParticipantAnswer }) {
  const t = useTexts(resultsTexts)
  const { editionId, method, bands, result, isOwn, classResult } = answer
  return (
    <BandBars
      editionId={editionId}
      method={method}
      bands={bands}
      title={t('bands.titleOne')}
      segments={[
        {
          segment: `participant:${result.participant}`,
          name: result.participant,
          ...(isOwn ? { filter: { participantId: result.participantId } } : {}),
        },
        ...(classResult ? [{ segment: `class:${result.class}`, name: t('bands.class') }] : []),
        { segment: 'all', name: t('bands.all') },
      ]}
    />
  )
}
