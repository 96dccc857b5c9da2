import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Progress, ProgressGroup } from '../../../src/measure/fieldwork/contract.ts'
import type { PathTarget } from '../../design/path-target.ts'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { channelTexts } from '../../i18n/channels.ts'
import { fieldworkTexts } from '../../i18n/fieldwork.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'
import { Choice } from '../../shell/choice.tsx'

export const dimensions = ['participant', 'channel', 'week', 'observer'] as const
export type Dimension = (typeof dimensions)[number]

const rowsOf = {
  participant: 'byParticipant',
  channel: 'byChannel',
  week: 'byWeek',
  observer: 'byObserver',
} as const satisfies Record<Dimension, keyof Progress>

/** Progress for each participant, channel, week or observer; the choice stands in the address. */
export function GroupTable({
  editionId,
  progress,
}: {
  readonly editionId: string
  readonly progress: Progress
}) {
  const t = useTexts(fieldworkTexts)
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Search
  const by = dimensions.find((dimension) => dimension === search.by) ?? 'participant'
  const choose = (chosen: string): void => {
    void navigate({ to: '.', search: { by: chosen } as never, replace: true, resetScroll: false })
  }
  const rowLink = by === 'week' ? undefined : (group: ProgressGroup) => lateOf(group, by, editionId)
  return (
    <div className="lp-card">
      <div className="lp-no-print">
        <Choice
          legend={t('by.label')}
          value={by}
          options={dimensions.map((dimension) => ({ value: dimension, label: t(`by.${dimension}`) }))}
          onChoose={choose}
        />
      </div>
      <DataTable
        key={by}
        title={`${t('table.groups')} ${t(`by.${by}`).toLowerCase()}`}
        name="groups"
        rows={progress[rowsOf[by]]}
        columns={useGroupColumns(by)}
        rowKey={({ key }) => key}
        usualSorting={
          by === 'week' ? { column: 'name', descending: false } : { column: 'late', descending: true }
        }
        {...(rowLink && { rowLink })}
      />
    </div>
  )
}

/** The late contacts of a group: the same page with its filter. */
function lateOf(group: ProgressGroup, by: Exclude<Dimension, 'week'>, editionId: string): PathTarget {
  return {
    to: '/measure/editions/$editionId/fieldwork',
    params: { editionId },
    search: { by, [`late.f.${by}`]: by === 'channel' ? group.key : group.name },
  }
}

function useGroupColumns(by: Dimension): readonly TableColumn<ProgressGroup>[] {
  const t = useTexts(fieldworkTexts)
  const channel = useTexts(channelTexts)
  const format = useFormats()
  return useMemo(() => {
    const nameOf = ({ key, name }: ProgressGroup): string => {
      if (by === 'channel') return channel(key as 'phone')
      return name === '' ? t('by.none') : name
    }
    return [
      { id: 'name', header: t(`by.${by}`), value: nameOf },
      { id: 'planned', header: t('table.planned'), value: ({ planned }) => planned },
      { id: 'due', header: t('table.due'), value: ({ dueByNow }) => dueByNow },
      { id: 'done', header: t('table.done'), value: ({ done }) => done },
      {
        id: 'share',
        header: t('table.share'),
        value: ({ done, planned }) => (planned === 0 ? null : done / planned),
        cell: ({ done, planned }) => (planned === 0 ? '' : format.percent(done / planned)),
      },
      { id: 'approved', header: t('table.approved'), value: ({ approved }) => approved },
      { id: 'waiting', header: t('table.waiting'), value: ({ waitingForReview }) => waitingForReview },
      { id: 'returned', header: t('table.returned'), value: ({ returned }) => returned },
      { id: 'late', header: t('table.late'), value: ({ late }) => late },
      { id: 'excluded', header: t('table.excluded'), value: ({ excluded }) => excluded, hidden: true },
    ]
  }, [t, channel, format, by])
}
