import { Button } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { EditionState, EditionSummary } from '../../../src/measure/edition/contract.ts'
import { api } from '../../api.ts'
import { Page } from '../../design/page.tsx'
import { EmptyState } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { editionTexts } from '../../i18n/edition.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useHasRole } from '../../session.ts'
import { CreateDialog } from './create-dialog.tsx'
import { stateTones } from './state-tones.ts'
import { useEditionTarget } from './use-edition-target.ts'

/** Every edition, and a new one. */
export function EditionsPage() {
  const t = useTexts(editionTexts)
  const mayCreate = useHasRole('organiser', 'admin')
  const [creating, setCreating] = useState(false)
  const editions = useQuery(api.edition.list.queryOptions())
  const targetOf = useEditionTarget()
  const create = mayCreate && <Button onClick={() => setCreating(true)}>{t('list.create')}</Button>
  return (
    <Page
      title={useListTitle(editions.data?.items)}
      subtitle={t('list.subtitle')}
      trail={[{ to: '/measure', label: t('measure') }]}
      actions={create}
    >
      <div className="lp-card">
        <DataTable
          title={t('list.table')}
          titleHidden
          rows={editions.data?.items}
          error={editions.error}
          onAgain={() => void editions.refetch()}
          columns={useColumns()}
          rowKey={({ editionId }) => editionId}
          rowLink={({ editionId }) => targetOf(editionId)}
          empty={
            <EmptyState title={t('list.empty')} actions={create}>
              {t('list.emptyBody')}
            </EmptyState>
          }
        />
      </div>
      <CreateDialog
        open={creating}
        editions={editions.data?.items ?? []}
        onClose={() => setCreating(false)}
      />
    </Page>
  )
}

/** The most pressing edition decides what the page says. */
function useListTitle(editions: readonly EditionSummary[] | undefined): string {
  const t = useTexts(editionTexts)
  if (editions === undefined) return t('editions')
  const first = (...states: readonly EditionState[]) => editions.find(({ state }) => states.includes(state))
  const running = first('fieldwork', 'paused')
  if (running) return t('list.title.running', { name: running.name })
  const reviewed = first('review')
  if (reviewed) return t('list.title.review', { name: reviewed.name })
  const preparing = first('preparing')
  if (preparing) return t('list.title.preparing', { name: preparing.name })
  return editions.length > 0 ? t('list.title.published') : t('list.title.none')
}

function useColumns(): readonly TableColumn<EditionSummary>[] {
  const t = useTexts(editionTexts)
  const format = useFormats()
  return useMemo(
    () => [
      { id: 'name', header: t('list.name'), value: ({ name }) => name },
      {
        id: 'state',
        header: t('list.state'),
        value: ({ state }) => t(`state.${state}`),
        cell: ({ state }) => <Status tone={stateTones[state]}>{t(`state.${state}`)}</Status>,
      },
      {
        id: 'season',
        header: t('list.season'),
        value: ({ from }) => from,
        cell: ({ from, to }) => `${format.date(from)} – ${format.date(to)}`,
      },
      { id: 'participants', header: t('list.participants'), value: ({ participants }) => participants },
      { id: 'version', header: t('list.version'), value: ({ methodVersion }) => methodVersion, hidden: true },
    ],
    [t, format],
  )
}
