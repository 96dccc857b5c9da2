/** The pool of observers: who is ready, who is away, who is a customer where. */
import { Button } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Observer } from '../../../src/measure/planning/contract.ts'
import { api } from '../../api.ts'
import { EmptyState } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { observerTexts } from '../../i18n/observers.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { EditionFrame } from '../edition/edition-frame.tsx'
import { ObserverDialog } from './observer-dialog.tsx'
import { ObserverImportDialog } from './observer-import-dialog.tsx'
import { today } from './today.ts'
import './planning.css'

type Open =
  | { readonly kind: 'add' }
  | { readonly kind: 'import' }
  | { readonly kind: 'edit'; readonly id: string }

export function ObserversPage() {
  const t = useTexts(observerTexts)
  const observers = useQuery(api.planning.observers.list.queryOptions())
  const [open, setOpen] = useState<Open>()
  const items = observers.data?.items
  const edited = open?.kind === 'edit' ? items?.find(({ observerId }) => observerId === open.id) : undefined
  const close = () => setOpen(undefined)
  const columns = useColumns((id) => setOpen({ kind: 'edit', id }))
  return (
    <EditionFrame
      title={useTitle(items)}
      subtitle={t('subtitle')}
      width="wide"
      actions={
        <>
          <Button onClick={() => setOpen({ kind: 'add' })}>{t('add')}</Button>
          <Button variant="secondary" onClick={() => setOpen({ kind: 'import' })}>
            {t('import')}
          </Button>
        </>
      }
    >
      <div className="lp-card">
        <DataTable
          title={t('title.waiting')}
          titleHidden
          rows={items}
          error={observers.error}
          onAgain={() => void observers.refetch()}
          columns={columns}
          rowKey={({ observerId }) => observerId}
          empty={<EmptyState title={t('title.none')}>{t('empty')}</EmptyState>}
        />
      </div>
      <ObserverDialog
        open={open?.kind === 'add' || edited !== undefined}
        {...(edited ? { observer: edited } : {})}
        onClose={close}
      />
      <ObserverImportDialog open={open?.kind === 'import'} onClose={close} />
    </EditionFrame>
  )
}

function useTitle(items: readonly Observer[] | undefined): string {
  const t = useTexts(observerTexts)
  if (!items) return t('title.waiting')
  const active = items.filter((one) => one.active)
  if (active.length === 0) return t('title.none')
  const away = active.filter(isAway).length
  return away > 0
    ? t('title.away', { count: away, all: active.length })
    : t('title.ready', { count: active.length })
}

function isAway({ absences }: Observer): boolean {
  const date = today()
  return absences.some(({ from, to }) => from <= date && date <= to)
}

function stateOf(observer: Observer): 'active' | 'inactive' | 'away' {
  if (!observer.active) return 'inactive'
  return isAway(observer) ? 'away' : 'active'
}

const tones = { active: 'good', inactive: 'neutral', away: 'warning' } as const

function useColumns(onEdit: (observerId: string) => void): readonly TableColumn<Observer>[] {
  const t = useTexts(observerTexts)
  const format = useFormats()
  // biome-ignore lint/correctness/useExhaustiveDependencies: opening a dialog is the same act whenever it was made
  return useMemo(
    () => [
      { id: 'name', header: t('column.name'), value: ({ name }) => name },
      {
        id: 'state',
        header: t('column.state'),
        value: (row) => t(stateOf(row)),
        cell: (row) => <Status tone={tones[stateOf(row)]}>{t(stateOf(row))}</Status>,
        filter: { of: stateOf, label: (code) => t(code as 'active') },
      },
      {
        id: 'perWeek',
        header: t('column.contactsPerWeek'),
        value: ({ contactsPerWeek }) => contactsPerWeek,
        align: 'end',
      },
      { id: 'ahead', header: t('column.ahead'), value: ({ ahead }) => ahead, align: 'end' },
      {
        id: 'customerOf',
        header: t('column.customerOf'),
        value: ({ customerOf }) => customerOf.join(', '),
      },
      {
        id: 'absences',
        header: t('column.absences'),
        value: ({ absences }) =>
          absences.map(({ from, to }) => `${format.shortDate(from)}–${format.date(to)}`).join(', '),
      },
      {
        id: 'person',
        header: t('column.signsIn'),
        value: ({ person }) => person?.email ?? t('nobody'),
      },
      {
        id: 'edit',
        header: t('column.actions'),
        value: () => null,
        isAction: true,
        cell: ({ observerId, name }) => (
          <Button
            variant="tertiary"
            data-size="sm"
            aria-label={t('edit', { name })}
            onClick={() => onEdit(observerId)}
          >
            {t('editShort')}
          </Button>
        ),
      },
    ],
    [t, format],
  )
}
