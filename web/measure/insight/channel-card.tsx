/** Each channel of a participant: its result, the class on it, the total without it, and a piece of advice. */
import type { ChannelReading, ParticipantInsightAnswer } from '../../../src/measure/insight/contract.ts'
import { Interval } from '../../design/chart/interval.tsx'
import { niceDomain } from '../../design/chart/scale.ts'
import { Status, type Tone } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { insightTexts } from '../../i18n/insight.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { submissionsLink } from '../results/links.ts'
import { inSentence, useMethodWords } from '../results/words.ts'

const tones: Readonly<Record<ChannelReading['verdict'], Tone>> = {
  keep: 'good',
  improve: 'warning',
  considerStopping: 'bad',
  tooFew: 'neutral',
}

type Props = { readonly insight: ParticipantInsightAnswer }

export function ChannelCard({ insight }: Props) {
  const t = useTexts(insightTexts)
  const format = useFormats()
  const words = useMethodWords(insight.method)
  const { channels, editionId, participantId } = insight
  const domain = niceDomain(
    channels.flatMap(({ total, interval }) => [total ?? [], interval ?? []].flat()),
    { limits: [0, 100] },
  )
  const withInterval = (value: number, interval: readonly [number, number] | null) =>
    interval ? `${format.change(value)} (${format.interval(...interval)})` : format.change(value)
  const columns: readonly TableColumn<ChannelReading>[] = [
    { id: 'channel', header: t('column.channel'), value: ({ channel }) => words.channel(channel) },
    {
      id: 'verdict',
      header: t('channels.verdict'),
      value: ({ verdict }) => t(`channels.${verdict}`),
      cell: ({ verdict }) => <Status tone={tones[verdict]}>{t(`channels.${verdict}`)}</Status>,
    },
    { id: 'total', header: t('channels.total'), value: ({ total }) => total, decimals: 1 },
    {
      id: 'interval',
      header: t('column.interval', { level: format.number(insight.level * 100) }),
      sortable: false,
      axis: domain,
      value: ({ interval }) => (interval ? format.interval(...interval) : null),
      cell: ({ total, interval }) =>
        total !== null && interval ? (
          <Interval value={total} low={interval[0]} high={interval[1]} domain={domain} isHighlighted />
        ) : (
          '–'
        ),
    },
    { id: 'n', header: t('column.n'), value: ({ n }) => n },
    { id: 'unanswered', header: t('channels.unanswered'), value: ({ unanswered }) => unanswered },
    {
      id: 'others',
      header: t('channels.others'),
      align: 'end',
      value: ({ others }) => others?.total ?? null,
      decimals: 1,
    },
    {
      id: 'difference',
      header: t('channels.difference'),
      align: 'end',
      value: ({ others }) => others?.difference ?? null,
      cell: ({ others }) => (others ? withInterval(others.difference, others.differenceInterval) : '–'),
    },
    {
      id: 'gain',
      header: t('channels.gain'),
      align: 'end',
      value: ({ others }) => others?.gain ?? null,
      cell: ({ others }) => (others ? format.change(others.gain) : '–'),
    },
    {
      id: 'without',
      header: t('channels.without'),
      align: 'end',
      value: ({ withoutIt }) => withoutIt?.value ?? null,
      cell: ({ withoutIt }) => (withoutIt ? withInterval(withoutIt.value, withoutIt.interval) : '–'),
    },
  ]
  const leavesOne = channels.some(
    ({ verdict, withoutIt }) => verdict === 'considerStopping' && withoutIt?.channels === 1,
  )
  return (
    <>
      <DataTable
        title={useTitle(insight)}
        name="channelAdvice"
        rows={channels}
        columns={columns}
        rowKey={({ channel }) => channel}
        rowLink={({ channel }) => submissionsLink(editionId, { participantId, channel })}
        phone="scroll"
      />
      <p className="lp-small lp-quiet">
        {leavesOne && `${t('channels.atLeastTwo')} `}
        {t('channels.note')}
      </p>
    </>
  )
}

function useTitle({ channels, method }: ParticipantInsightAnswer): string {
  const t = useTexts(insightTexts)
  const format = useFormats()
  const words = useMethodWords(method)
  const stop = channels.find(({ verdict }) => verdict === 'considerStopping')
  if (stop?.withoutIt)
    return t('channels.titleStop', {
      channel: inSentence(words.channel(stop.channel)),
      points: format.number(stop.withoutIt.value, 1),
    })
  const improve = channels.find(({ verdict }) => verdict === 'improve')
  if (improve) return t('channels.titleImprove', { channel: words.channel(improve.channel) })
  return t(channels.some(({ others }) => others) ? 'channels.titleKeep' : 'channels.title')
}
