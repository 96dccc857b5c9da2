/** The ledger of a week, or of the coming month: what came in on one side, what became of it on the other. */
import { Field, Label, Select } from '@digdir/designsystemet-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { FlowView, QueueLedger } from '../../../../src/plan/flow/contract.ts'
import { comings, goings } from '../../../../src/plan/flow/rules/ledger.ts'
import { ChartFrame } from '../../../design/chart/chart-frame.tsx'
import { ScrollBox } from '../../../design/scroll-box.tsx'
import { flowTexts } from '../../../i18n/flow.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import type { Search } from '../../../search.ts'
import { useMonthNames } from '../month-name.ts'
import { FlowDrawing } from './flow-drawing.tsx'

type Ledger = QueueLedger['ledger']
type Shown = {
  readonly key: string
  readonly name: string
  readonly all: Ledger
  readonly queues: readonly QueueLedger[]
}

export function LedgerCard({ flow }: { readonly flow: FlowView }) {
  const t = useTexts(flowTexts)
  const periods = usePeriods(flow)
  const { period } = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const shown = periods.find(({ key }) => key === period) ?? periods[0]
  if (!shown) return null
  const nameOf = (id: string) => flow.queues.find(({ queueId }) => queueId === id)?.name ?? ''
  const ledgers: readonly (readonly [string, Ledger, number | null])[] = [
    ...shown.queues.map(
      ({ queueId, ledger, unaccounted }) => [nameOf(queueId), ledger, unaccounted] as const,
    ),
    [t('ledger.all'), shown.all, null],
  ]
  const entries = [...comings, ...goings]
  const table = {
    header: [
      t('ledger.queue'),
      ...entries.map((entry) => t(`ledger.entry.${entry}`)),
      t('ledger.unaccounted'),
    ],
    rows: ledgers.map(([name, ledger, rest]) => [name, ...entries.map((entry) => ledger[entry]), rest]),
    decimals: 0,
  }
  const rest = shown.queues.reduce((sum, { unaccounted }) => sum + Math.abs(unaccounted), 0)
  return (
    <div className="lp-card">
      <Field className="lp-flow__choice">
        <Label>{t('ledger.choose')}</Label>
        <Select
          value={shown.key}
          onChange={({ target }) =>
            void navigate({
              to: '/plan/people/flow',
              search: { period: target.value } as never,
              replace: true,
            })
          }
        >
          {periods.map(({ key, name }) => (
            <Select.Option key={key} value={key}>
              {name}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <ChartFrame
        title={t('ledger.title')}
        subtitle={shown.name}
        table={table}
        note={
          <>
            {t('ledger.estimated')} {rest > 0 && t('ledger.unaccountedText')}
          </>
        }
      >
        <ScrollBox label={t('ledger.title')}>
          <FlowDrawing ledger={shown.all} name={`${t('ledger.title')}. ${shown.name}`} />
        </ScrollBox>
      </ChartFrame>
    </div>
  )
}

/** The newest whole week, those before it, and what is expected. */
function usePeriods({ weeks, expected }: FlowView): readonly Shown[] {
  const t = useTexts(flowTexts)
  const { date } = useFormats()
  const { name } = useMonthNames()
  const past = weeks.map(
    ({ week, all, queues }): Shown => ({
      key: week,
      name: t('ledger.week', { date: date(week) }),
      all,
      queues,
    }),
  )
  if (!expected) return past
  const { month, all, queues } = expected
  return [...past, { key: 'next', name: t('ledger.next', { month: name(month) }), all, queues }]
}
