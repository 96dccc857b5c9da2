import { useMemo } from 'react'
import type { Plan, PlanMove } from '../../../src/measure/planning/contract.ts'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { channelTexts } from '../../i18n/channels.ts'
import { planningTexts } from '../../i18n/planning.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { namesOf } from './use-plan.ts'

type Props = {
  readonly moves: readonly PlanMove[]
  readonly plan: Pick<Plan, 'names'>
  readonly title: string
}

/** Each contact that moves: from where, to where, and why. */
export function MovesTable({ moves, plan, title }: Props) {
  const columns = useColumns(plan)
  return (
    <DataTable
      title={title}
      name="moves"
      phone="scroll"
      rows={moves}
      columns={columns}
      rowKey={({ number }) => String(number)}
    />
  )
}

function useColumns(plan: Pick<Plan, 'names'>): readonly TableColumn<PlanMove>[] {
  const t = useTexts(planningTexts)
  const place = usePlaceText(plan)
  return useMemo(() => {
    const names = namesOf(plan)
    return [
      { id: 'number', header: t('change.number'), value: ({ number }) => number },
      {
        id: 'participant',
        header: t('change.participant'),
        value: ({ participant }) => names.get(participant) ?? '',
      },
      {
        id: 'why',
        header: t('change.why'),
        value: ({ reason }) => t(`why.${reason}`),
        filter: { of: ({ reason }) => reason, label: (code) => t(`why.${code as PlanMove['reason']}`) },
      },
      {
        id: 'before',
        header: t('change.before'),
        value: ({ before, after }) => (before ? place(before, after) : t('change.new')),
      },
      {
        id: 'after',
        header: t('change.to'),
        value: ({ before, after }) => (after ? place(after, before) : t('change.cancelled')),
      },
    ]
  }, [t, place, plan])
}

type Place = NonNullable<PlanMove['before']>

/** A place in words; what is the same on both sides is told once, by what differs. */
function usePlaceText(plan: Pick<Plan, 'names'>): (place: Place, other: Place | null) => string {
  const t = useTexts(planningTexts)
  const channel = useTexts(channelTexts)
  const format = useFormats()
  return useMemo(() => {
    const names = namesOf(plan)
    return (place, other) =>
      [
        other?.channel === place.channel ? undefined : channel(place.channel),
        other?.date === place.date
          ? undefined
          : `${format.weekday(place.date).slice(0, 3)} ${format.shortDate(place.date)}`,
        other?.date === place.date && other.from === place.from
          ? undefined
          : format.times(place.from, place.to),
        other?.observer === place.observer
          ? undefined
          : place.observer === null
            ? t('change.nobody')
            : names.get(place.observer),
      ]
        .filter(Boolean)
        .join(' · ')
  }, [plan, channel, format, t])
}
