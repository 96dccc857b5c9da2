import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Overview, PeriodView, TopicLine } from '../../../src/understand/overview/contract.ts'
import { linkTo } from '../../design/path-target.ts'
import { Status, Tag, type Tone } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { useNarrow } from '../../design/use-narrow.ts'
import { overviewTexts } from '../../i18n/overview.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { ChangeText, ShareFigure, useSeconds } from './figures.tsx'
import { recordsLink } from './links.ts'
import { MixBar } from './mix-bar.tsx'
import { Spark } from './spark.tsx'
import type { AnswerMark } from './use-answer-states.ts'

const tones: Readonly<Record<AnswerMark, Tone>> = {
  agreed: 'good',
  review: 'information',
  draft: 'neutral',
  stale: 'warning',
  wrong: 'bad',
  none: 'warning',
}

export const isTopic = ({ state }: TopicLine) => state !== 'awaiting' && state !== 'unexplained'

type Shown = {
  readonly period: PeriodView
  readonly answers: ReadonlyMap<string, AnswerMark> | undefined
  readonly topics: Overview['topics']
}

/** The columns of the one screen; the rarer ones are chosen. */
export function useTopicColumns({ period, answers }: Shown): readonly TableColumn<TopicLine>[] {
  const t = useTexts(overviewTexts)
  const format = useFormats()
  const seconds = useSeconds()
  const nameOf = useTopicName()
  // A phone shows what fits; the rest is chosen.
  const isNarrow = useNarrow()
  return useMemo(
    (): readonly TableColumn<TopicLine>[] => [
      {
        id: 'topic',
        header: t('table.topic'),
        value: nameOf,
        cell: (line) => <TopicName line={line} name={nameOf(line)} />,
      },
      {
        id: 'contacts',
        header: t('table.contacts'),
        value: ({ contacts }) => contacts,
        decimals: 0,
        cell: (line) => <Contacts line={line} period={period} />,
      },
      {
        id: 'share',
        header: t('table.share'),
        value: ({ share }) => share * 100,
        decimals: 1,
        hidden: true,
        cell: ({ share }) => format.percent(share, 1),
      },
      {
        id: 'mix',
        header: t('table.mix'),
        value: ({ mix }) =>
          mix.map(({ channel, contacts }) => `${channel} ${Math.round(contacts)}`).join(', '),
        cell: (line) => <MixBar name={nameOf(line)} mix={line.mix} />,
        sortable: false,
      },
      {
        id: 'weeks',
        header: t('table.weeks'),
        value: ({ weeks }) => weeks.map((count) => Math.round(count)).join(' '),
        cell: (line) => <Spark name={nameOf(line)} weeks={line.weeks} />,
        sortable: false,
      },
      {
        id: 'change',
        header: t('table.change'),
        value: ({ change }) => (change === null ? null : change.change * 100),
        decimals: 0,
        align: 'end',
        cell: ({ change, isNew }) => <ChangeText change={isNew ? null : change} />,
      },
      {
        id: 'wait',
        hidden: isNarrow,
        header: t('table.wait'),
        value: ({ waitSeconds }) => waitSeconds,
        decimals: 0,
        align: 'end',
        cell: ({ waitSeconds }) => seconds(waitSeconds),
      },
      {
        id: 'handle',
        hidden: isNarrow,
        header: t('table.handle'),
        value: ({ handleSeconds }) => handleSeconds,
        decimals: 0,
        align: 'end',
        cell: ({ handleSeconds }) => seconds(handleSeconds),
      },
      {
        id: 'fcr',
        header: t('table.fcr'),
        value: ({ fcr }) => shareOf(fcr),
        decimals: 0,
        align: 'end',
        hidden: true,
        cell: ({ fcr }) => <ShareFigure estimate={fcr} />,
      },
      {
        id: 'repeat',
        hidden: isNarrow,
        header: t('table.repeat'),
        value: ({ repeat }) => repeat,
        decimals: 2,
        align: 'end',
      },
      {
        id: 'csat',
        hidden: isNarrow,
        header: t('table.csat'),
        value: ({ csat }) => shareOf(csat),
        decimals: 0,
        align: 'end',
        cell: ({ csat }) => <Score csat={csat} />,
      },
      {
        id: 'tried',
        hidden: isNarrow,
        header: t('table.tried'),
        value: ({ selfService }) => shareOf(selfService),
        decimals: 0,
        align: 'end',
        cell: ({ selfService }) => <ShareFigure estimate={selfService} />,
      },
      {
        id: 'failure',
        header: t('table.failure'),
        value: ({ failure }) => shareOf(failure),
        decimals: 0,
        align: 'end',
        hidden: true,
        cell: ({ failure }) => <ShareFigure estimate={failure} />,
      },
      ...(answers === undefined
        ? []
        : [answerColumn(t('table.answer'), answers, (mark) => t(`answer.${mark}`))]),
      { id: 'owner', header: t('table.owner'), value: ({ owner }) => owner, hidden: true },
      { id: 'area', header: t('table.area'), value: ({ parent }) => parent, hidden: true },
      {
        id: 'state',
        header: t('table.state'),
        value: ({ state }) => t(`state.${state}`),
        hidden: true,
      },
    ],
    [t, format, seconds, nameOf, isNarrow, period, answers],
  )
}

const shareOf = (estimate: { readonly value: number } | null) =>
  estimate === null ? null : estimate.value * 100

function answerColumn(
  header: string,
  answers: ReadonlyMap<string, AnswerMark>,
  word: (mark: AnswerMark) => string,
): TableColumn<TopicLine> {
  const markOf = ({ topicId }: TopicLine) => answers.get(topicId) ?? 'none'
  return {
    id: 'answer',
    header,
    value: (line) => (isTopic(line) ? word(markOf(line)) : null),
    cell: (line) => (isTopic(line) ? <Status tone={tones[markOf(line)]}>{word(markOf(line))}</Status> : null),
  }
}

export function useTopicName(): (line: Pick<TopicLine, 'name' | 'state'>) => string {
  const t = useTexts(overviewTexts)
  return useMemo(
    () =>
      ({ name, state }: Pick<TopicLine, 'name' | 'state'>) =>
        name !== '' ? name : state === 'awaiting' ? t('line.awaiting') : t('line.unexplained'),
    [t],
  )
}

function TopicName({ line, name }: { readonly line: TopicLine; readonly name: string }) {
  const t = useTexts(overviewTexts)
  return (
    <span className="lp-topic-name">
      {name} {line.isNew && <Tag>{t('new')}</Tag>}
      {line.state === 'parked' && <Tag>{t('state.parked')}</Tag>}
    </span>
  )
}

function Contacts({ line, period }: { readonly line: TopicLine; readonly period: PeriodView }) {
  const t = useTexts(overviewTexts)
  const { number, percent } = useFormats()
  const estimated = Math.round(line.estimated)
  return (
    <span
      className="lp-contacts"
      title={estimated > 0 ? t('table.estimated', { number: number(estimated) }) : undefined}
    >
      {isTopic(line) ? (
        <Link {...linkTo(recordsLink(period, { topicId: line.topicId, channel: period.channel }))}>
          {number(Math.round(line.contacts))}
        </Link>
      ) : (
        number(Math.round(line.contacts))
      )}
      <span className="lp-small lp-quiet lp-under">{percent(line.share, 1)}</span>
    </span>
  )
}

function Score({ csat }: { readonly csat: TopicLine['csat'] }) {
  const format = useFormats()
  if (csat === null) return <span className="lp-quiet">–</span>
  const text = `${format.interval(csat.low * 100, csat.high * 100, 0)}, n = ${format.number(csat.n, 0)}`
  return (
    <span title={text}>
      {format.number(csat.value * 100, 0)} <span className="lp-visually-hidden">({text})</span>
    </span>
  )
}
