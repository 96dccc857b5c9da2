/** Which areas and questions go with satisfaction: shares with intervals, and why none can be told where none can. */
import type { DriverSet, DriverWeight, InsightAnswer } from '../../../src/measure/insight/contract.ts'
import { Interval } from '../../design/chart/interval.tsx'
import { niceDomain } from '../../design/chart/scale.ts'
import { EmptyState } from '../../design/states.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { insightTexts } from '../../i18n/insight.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { submissionsLink } from '../results/links.ts'
import { useMethodWords } from '../results/words.ts'
import { Choice } from './choice.tsx'
import { type Chosen, useChosen } from './chosen.ts'
import { useQuestionText } from './insight-words.ts'

type Props = { readonly answer: InsightAnswer }

/** The question about the customer's experience that is chosen in the address. */
export function useOutcome({ outcomes }: Pick<InsightAnswer, 'outcomes'>): Chosen {
  return useChosen(
    'outcome',
    outcomes.map(({ id }) => id),
  )
}

export function DriverCard({ answer }: Props) {
  const t = useTexts(insightTexts)
  const language = useLanguage()
  const words = useMethodWords(answer.method)
  const text = useQuestionText(answer.method, answer.questions)
  const outcome = useOutcome(answer)
  const drivers = answer.insight.drivers.find((one) => one.outcome === outcome[0])
  const name = answer.outcomes.find(({ id }) => id === outcome[0])?.text[language] ?? ''
  if (!drivers) return <EmptyState title={t('empty')} />
  return (
    <div className="lp-stack">
      <div className="lp-results-choice lp-insight-choice lp-no-print">
        <Choice
          label={t('choose.outcome')}
          chosen={outcome}
          options={answer.outcomes.map((one) => [one.id, one.text[language]])}
        />
      </div>
      <Shares
        title={t('drivers.areas', { outcome: `«${name}»` })}
        name="areas"
        set={drivers.areas}
        nameOf={words.area}
        answer={answer}
      />
      <Shares
        title={t('drivers.questions', { outcome: `«${name}»` })}
        name="drivers"
        set={drivers.questions}
        nameOf={text}
        answer={answer}
      />
      <p className="lp-small lp-quiet">{t('drivers.note')}</p>
    </div>
  )
}

type SharesProps = Props & {
  readonly title: string
  readonly name: string
  readonly set: DriverSet
  readonly nameOf: (id: string) => string
}

type Weighed = Extract<DriverSet, { kind: 'weighed' }>

function Shares({ title, set, ...rest }: SharesProps) {
  const refusal = useRefusalText()
  if (set.kind === 'weighed') return <Weights {...rest} title={title} set={set} />
  return (
    <section>
      <h2>{title}</h2>
      <p>{refusal(set)}</p>
    </section>
  )
}

function Weights({ title, name, set, nameOf, answer }: SharesProps & { readonly set: Weighed }) {
  const t = useTexts(insightTexts)
  const format = useFormats()
  const isArea = set.method === 'lmg' && name === 'areas'
  const domain = niceDomain(
    set.weights.flatMap(({ share, interval }) => [
      0,
      share * 100,
      ...(interval ?? []).map((end) => end * 100),
    ]),
  )
  const columns: readonly TableColumn<DriverWeight>[] = [
    { id: 'name', header: t(isArea ? 'column.area' : 'column.question'), value: ({ id }) => nameOf(id) },
    {
      id: 'share',
      header: t('drivers.share'),
      value: ({ share }) => share,
      cell: ({ share }) => format.percent(share, 1),
    },
    {
      id: 'interval',
      header: t('column.interval', { level: format.number(answer.level * 100) }),
      sortable: false,
      axis: domain,
      value: ({ interval }) => (interval ? format.interval(interval[0] * 100, interval[1] * 100) : null),
      cell: ({ share, interval }) =>
        interval ? (
          <Interval value={share * 100} low={interval[0] * 100} high={interval[1] * 100} domain={domain} />
        ) : (
          '–'
        ),
    },
    {
      id: 'direction',
      header: t('drivers.direction'),
      hidden: set.weights.every(({ positive }) => positive),
      value: ({ positive }) => t(positive ? 'drivers.positive' : 'drivers.negative'),
    },
    {
      id: 'asked',
      header: t('drivers.asked'),
      value: ({ asked }) => asked,
      cell: ({ asked }) => format.percent(asked),
    },
  ]
  const scope = answer.class === undefined ? {} : { class: answer.class }
  return (
    <div>
      <DataTable
        title={title}
        name={name}
        rows={set.weights}
        usualPageSize={10}
        columns={columns}
        rowKey={({ id }) => id}
        phone="scroll"
        rowLink={({ id }) =>
          submissionsLink(answer.editionId, {
            ...scope,
            answered: 'yes',
            ...(isArea ? {} : { question: id }),
          })
        }
      />
      <p className="lp-small lp-quiet">
        {t(set.method === 'lmg' ? 'drivers.subtitleAreas' : 'drivers.subtitleQuestions', {
          explained: format.percent(set.explained),
          n: format.number(set.n),
          participants: format.number(set.participants),
        })}
        {set.left.length > 0 && ` ${t('drivers.left', { questions: set.left.map(nameOf).join('; ') })}.`}
      </p>
    </div>
  )
}

export function useRefusalText(): (set: Extract<DriverSet, { kind: 'refused' }>) => string {
  const t = useTexts(insightTexts)
  const { number } = useFormats()
  return ({ reason, n, needed, participants }) => {
    switch (reason) {
      case 'too-few-contacts':
        return t(`drivers.refused.${reason}`, { n: number(n), needed: number(needed) })
      case 'too-few-participants':
        return t(`drivers.refused.${reason}`, { participants: number(participants) })
      case 'outcome-does-not-vary':
        return t(`drivers.refused.${reason}`)
    }
  }
}
