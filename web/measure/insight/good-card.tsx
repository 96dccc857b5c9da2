/** What good contacts have in common: performances beside the rest, what stood between, and examples to read. */
import { Link } from '@tanstack/react-router'
import type { GoodContacts, InsightAnswer, SharedPerformance } from '../../../src/measure/insight/contract.ts'
import type { SubmissionFilter } from '../../../src/measure/results/contract.ts'
import { Interval } from '../../design/chart/interval.tsx'
import { niceDomain } from '../../design/chart/scale.ts'
import { linkTo } from '../../design/path-target.ts'
import { EmptyState } from '../../design/states.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { insightTexts } from '../../i18n/insight.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { submissionLink, submissionsLink } from '../results/links.ts'
import { useMethodWords } from '../results/words.ts'
import { Choice } from './choice.tsx'
import { useChosen } from './chosen.ts'
import { useQuestionText } from './insight-words.ts'

type Props = { readonly answer: InsightAnswer }

export function GoodCard({ answer }: Props) {
  const t = useTexts(insightTexts)
  const { number } = useFormats()
  const { good } = answer.insight
  const level = useChosen(
    'good',
    good.map(({ from }) => String(from)),
  )
  const chosen = good.find(({ from }) => String(from) === level[0])
  if (!chosen) return null
  return (
    <div className="lp-stack">
      <div className="lp-results-choice lp-insight-choice lp-no-print">
        <Choice
          label={t('choose.level')}
          chosen={level}
          options={good.map(({ from }) => [
            String(from),
            from >= 100 ? t('good.full') : t('good.from', { from: number(from) }),
          ])}
        />
      </div>
      {chosen.n === 0 ? <EmptyState title={t('good.none')} /> : <Filled answer={answer} good={chosen} />}
    </div>
  )
}

type GoodProps = Props & { readonly good: GoodContacts }

const scopeOf = (answer: InsightAnswer): SubmissionFilter =>
  answer.class === undefined ? {} : { class: answer.class }

function Filled({ answer, good }: GoodProps) {
  return (
    <>
      <Performances answer={answer} good={good} />
      {good.oneStep.length > 0 && <OneStep answer={answer} good={good} />}
      <PerChannel answer={answer} good={good} />
      <Examples answer={answer} good={good} />
    </>
  )
}

function Performances({ answer, good }: GoodProps) {
  const t = useTexts(insightTexts)
  const format = useFormats()
  const text = useQuestionText(answer.method, answer.questions)
  const first = good.performances[0]
  const domain = niceDomain(
    good.performances.flatMap(({ difference, interval }) => [0, difference * 100, ...scaled(interval)]),
    { limits: [-100, 100] },
  )
  const shareText = (count: number, of: number) =>
    `${format.percent(of === 0 ? 0 : count / of)} (${format.number(count)}/${format.number(of)})`
  const columns: readonly TableColumn<SharedPerformance>[] = [
    { id: 'question', header: t('column.question'), value: ({ question }) => text(question) },
    {
      id: 'good',
      header: t('good.among'),
      align: 'end',
      value: ({ good: count, goodOf }) => (goodOf === 0 ? null : count / goodOf),
      cell: ({ good: count, goodOf }) => shareText(count, goodOf),
    },
    {
      id: 'rest',
      header: t('good.rest'),
      align: 'end',
      value: ({ rest, restOf }) => (restOf === 0 ? null : rest / restOf),
      cell: ({ rest, restOf }) => shareText(rest, restOf),
    },
    {
      id: 'difference',
      header: t('good.difference'),
      value: ({ difference }) => difference * 100,
      cell: ({ difference }) => format.change(difference * 100, 0),
    },
    {
      id: 'interval',
      header: t('column.interval', { level: format.number(answer.level * 100) }),
      sortable: false,
      axis: domain,
      value: ({ interval }) => (interval ? format.interval(interval[0] * 100, interval[1] * 100, 0) : null),
      cell: ({ difference, interval }) => {
        const [low, high] = scaled(interval)
        return low === undefined || high === undefined ? (
          '–'
        ) : (
          <Interval value={difference * 100} low={low} high={high} domain={domain} decimals={0} />
        )
      },
    },
    { id: 'stands', header: t('good.stands'), value: ({ stands }) => t(stands ? 'good.yes' : 'good.no') },
  ]
  const question = first ? `«${text(first.question)}»` : ''
  return (
    <div>
      <DataTable
        title={
          good.from >= 100
            ? t('good.titleFull', { count: good.n, question })
            : t('good.titleHigh', { count: good.n, from: format.number(good.from), question })
        }
        name="shared"
        rows={good.performances}
        usualPageSize={10}
        columns={columns}
        rowKey={({ question: id }) => id}
        rowLink={({ question: id }) =>
          submissionsLink(answer.editionId, {
            ...scopeOf(answer),
            question: id,
            ...(good.bands.length === 1 ? { band: good.bands[0]! } : {}),
          })
        }
        phone="scroll"
      />
      <p className="lp-small lp-quiet">
        {t('good.subtitle', {
          n: format.number(good.n),
          rest: format.number(good.of - good.n),
          level: format.number(answer.level * 100),
        })}{' '}
        {good.from >= 100 && `${t('good.byDefinition')} `}
        {t('good.standsNote')}
      </p>
    </div>
  )
}

const scaled = (interval: readonly [number, number] | null) => (interval ?? []).map((end) => end * 100)

function OneStep({ answer, good }: GoodProps) {
  const t = useTexts(insightTexts)
  const text = useQuestionText(answer.method, answer.questions)
  type Row = GoodContacts['oneStep'][number]
  const columns: readonly TableColumn<Row>[] = [
    { id: 'question', header: t('column.question'), value: ({ question }) => text(question) },
    { id: 'count', header: t('good.count'), value: ({ count }) => count },
  ]
  const all = good.oneStep.reduce((sum, { count }) => sum + count, 0)
  return (
    <div>
      <DataTable
        title={t('good.oneStep')}
        name="oneStep"
        rows={good.oneStep}
        usualPageSize={10}
        columns={columns}
        rowKey={({ question }) => question}
        rowLink={({ question }) =>
          submissionsLink(answer.editionId, { ...scopeOf(answer), question, answered: 'yes' })
        }
        phone="scroll"
      />
      <p className="lp-small lp-quiet">{t('good.oneStepSubtitle', { count: all })}</p>
    </div>
  )
}

function PerChannel({ answer, good }: GoodProps) {
  const t = useTexts(insightTexts)
  const format = useFormats()
  const words = useMethodWords(answer.method)
  type Row = GoodContacts['channels'][number]
  const columns: readonly TableColumn<Row>[] = [
    { id: 'channel', header: t('column.channel'), value: ({ channel }) => words.channel(channel) },
    {
      id: 'share',
      header: t('good.share'),
      value: ({ good: count, of }) => count / of,
      cell: ({ good: count, of }) => format.percent(count / of, 1),
    },
    { id: 'good', header: t('good.among'), value: ({ good: count }) => count },
    { id: 'n', header: t('column.n'), value: ({ of }) => of },
  ]
  return (
    <DataTable
      title={t('good.perChannel')}
      name="goodChannels"
      rows={good.channels}
      columns={columns}
      rowKey={({ channel }) => channel}
      rowLink={({ channel }) =>
        submissionsLink(answer.editionId, {
          ...scopeOf(answer),
          channel,
          ...(good.bands.length === 1 ? { band: good.bands[0]! } : {}),
        })
      }
      phone="scroll"
    />
  )
}

function Examples({ answer, good }: GoodProps) {
  const t = useTexts(insightTexts)
  const language = useLanguage()
  const format = useFormats()
  const words = useMethodWords(answer.method)
  const items = answer.examples.find(({ from }) => from === good.from)?.items ?? []
  return (
    <section>
      <h2>{t('good.examples')}</h2>
      {items.length === 0 && <p className="lp-quiet">{t('good.noExamples')}</p>}
      <ul className="lp-examples">
        {items.map(({ contactId, number, participant, channel, date, score, comments }) => (
          <li key={contactId}>
            <p>
              <Link {...linkTo(submissionLink(answer.editionId, contactId))}>
                {t('good.example', { number: format.number(number) })}
              </Link>{' '}
              <span className="lp-quiet">
                {participant} · {words.channel(channel)} · {format.date(date)} · {format.number(score, 1)}
              </span>
            </p>
            {comments.map(({ text, comment }) => (
              <blockquote key={text[language]} className="lp-comment">
                {comment}
              </blockquote>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
