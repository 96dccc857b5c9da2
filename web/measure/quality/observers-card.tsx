import { useMemo } from 'react'
import type { ObserverQuality, QualityAnswer } from '../../../src/measure/quality/contract.ts'
import { Interval } from '../../design/chart/interval.tsx'
import { Status, type Tone } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { qualityTexts } from '../../i18n/quality.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { Advice } from './advice.tsx'
import { domainOf, listed } from './words.ts'

const tones = { severe: 'warning', lenient: 'warning', unclear: 'neutral' } as const satisfies Record<
  ObserverQuality['verdict'],
  Tone
>

/** Below this chance, adjusted for all observers, a change over the season is said. */
const sure = 0.05

/** Who sees the same more severely than others, and who changes over the season. */
export function ObserversCard({ quality }: { readonly quality: QualityAnswer }) {
  const t = useTexts(qualityTexts)
  const language = useLanguage()
  const { observers, editionId } = quality
  const columns = useColumns(observers)
  const named = observers.filter(({ verdict }) => verdict !== 'unclear').map(({ name }) => name)
  return (
    <>
      <DataTable
        title={t('observers.title')}
        titleHidden
        name="observers"
        usualPageSize={10}
        rows={observers}
        columns={columns}
        rowKey={(row) => row.observerId}
        rowLink={(row) => ({
          to: '/measure/editions/$editionId/plan/contacts',
          params: { editionId },
          search: { 'f.observer': row.observerId },
        })}
        usualSorting={{ column: 'effect', descending: false }}
        phone="scroll"
      />
      <p className="lp-small lp-quiet">{t('observers.caption')}</p>
      <Advice
        means={t('observers.means')}
        act={
          named.length === 0
            ? t('observers.actNone')
            : t('observers.actSome', { names: listed(named, language) })
        }
      />
    </>
  )
}

function useColumns(observers: readonly ObserverQuality[]): readonly TableColumn<ObserverQuality>[] {
  const t = useTexts(qualityTexts)
  const format = useFormats()
  return useMemo(() => {
    const domain = domainOf(observers)
    return [
      {
        id: 'name',
        header: t('observers.observer'),
        value: (row) => row.name,
        cell: (row) => <span className="lp-nowrap">{row.name}</span>,
      },
      {
        id: 'effect',
        header: t('observers.effect'),
        value: (row) => row.effect,
        cell: (row) => format.change(row.effect),
        align: 'end',
      },
      {
        id: 'interval',
        header: t('interval'),
        axis: domain,
        sortable: false,
        value: (row) => format.interval(...row.interval),
        cell: (row) => (
          <div className="lp-quality-chart">
            <Interval value={row.effect} low={row.interval[0]} high={row.interval[1]} domain={domain} />
          </div>
        ),
      },
      {
        id: 'verdict',
        header: t('observers.verdict'),
        value: (row) => t(`observers.${row.verdict}`),
        cell: (row) => <Status tone={tones[row.verdict]}>{t(`observers.${row.verdict}`)}</Status>,
      },
      { id: 'contacts', header: t('observers.contacts'), value: (row) => row.contacts },
      { id: 'mean', header: t('observers.mean'), value: (row) => row.mean, decimals: 1, hidden: true },
      {
        id: 'drift',
        header: t('observers.drift'),
        value: (row) => row.drift?.slope ?? null,
        cell: ({ drift }) => {
          if (!drift) return '–'
          const change = format.change(drift.slope)
          if (drift.p >= sure) return <span className="lp-quiet">{change}</span>
          return (
            <span className="lp-row">
              <Status tone="warning">{t('observers.drifted')}</Status> {change}
            </span>
          )
        },
        align: 'end',
      },
    ] satisfies readonly TableColumn<ObserverQuality>[]
  }, [t, format, observers])
}
