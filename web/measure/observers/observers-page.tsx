/** The observers of an edition: who is ready, qualified and impartial, and how the work has been. */
import { Alert, Button } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { PoolObserver } from '../../../src/measure/observers/contract.ts'
import { api } from '../../api.ts'
import { linkTo, type PathTarget } from '../../design/path-target.ts'
import { EmptyState } from '../../design/states.tsx'
import { DataTable } from '../../design/table/data-table.tsx'
import { observerTexts } from '../../i18n/observers.ts'
import { poolTexts } from '../../i18n/pool.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { ObserverDialog } from '../planning/observer-dialog.tsx'
import { ObserverImportDialog } from '../planning/observer-import-dialog.tsx'
import { ObserverNav } from './observer-nav.tsx'
import { isAway, usePoolColumns } from './pool-columns.tsx'
import { useSeverities } from './severity.tsx'
import './observers.css'

type Open = 'add' | 'import'

export function ObserversPage() {
  const t = useTexts(poolTexts)
  const edit = useTexts(observerTexts)
  const editionId = useEditionId()
  const pool = useQuery(api.observers.pool.queryOptions({ input: { editionId } }))
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const severities = useSeverities(editionId).known
  const adding = (
    <>
      <Button onClick={() => setOpen('add')}>{edit('add')}</Button>
      <Button variant="secondary" onClick={() => setOpen('import')}>
        {edit('import')}
      </Button>
    </>
  )
  const columns = usePoolColumns(pool.data?.items, severities)
  return (
    <EditionFrame
      title={useTitle(pool.data)}
      subtitle={t('subtitle')}
      width="wide"
      actions={
        <>
          {adding}
          <ObserverNav here="toPool" />
        </>
      }
    >
      <ConflictNotices items={pool.data?.items ?? []} />
      <div className="lp-card">
        <DataTable
          title={t('title.waiting')}
          titleHidden
          rows={pool.data?.items}
          error={pool.error}
          onAgain={() => void pool.refetch()}
          columns={columns}
          rowKey={({ observerId }) => observerId}
          rowLink={({ observerId }) => observerLink(editionId, observerId)}
          empty={
            <EmptyState title={edit('emptyTitle')} actions={adding}>
              {edit('empty')}
            </EmptyState>
          }
        />
        {pool.data !== undefined && pool.data.items.length > 0 && (
          <>
            <p className="lp-quiet lp-small">{t('gradeNote')}</p>
            <SeverityNote />
          </>
        )}
      </div>
      <ObserverDialog open={open === 'add'} onClose={close} />
      <ObserverImportDialog open={open === 'import'} onClose={close} />
    </EditionFrame>
  )
}

export function observerLink(editionId: string, observerId: string): PathTarget {
  return { to: '/measure/editions/$editionId/observers/$observerId', params: { editionId, observerId } }
}

type Pool = { readonly items: readonly PoolObserver[]; readonly briefing: { readonly required: boolean } }

/** What must be done first, then who is there. */
function useTitle(pool: Pool | undefined): string {
  const t = useTexts(poolTexts)
  if (!pool) return t('title.waiting')
  const active = pool.items.filter((one) => one.active)
  const all = active.length
  if (all === 0) return t('title.none')
  const partial = active.filter(({ conflicts }) => conflicts.some(({ ahead }) => ahead > 0)).length
  if (partial > 0) return t('title.conflict', { count: partial })
  const untested = pool.briefing.required ? active.filter(({ briefing }) => briefing !== 'passed').length : 0
  if (untested > 0) return t('title.test', { count: untested, all })
  const away = active.filter(isAway).length
  return away > 0 ? t('title.away', { count: away, all }) : t('title.ready', { count: all })
}

/** Contacts that were given before a conflict was told: the plan must be changed. */
function ConflictNotices({ items }: { readonly items: readonly PoolObserver[] }) {
  const t = useTexts(poolTexts)
  const editionId = useEditionId()
  const found = items.flatMap(({ observerId, name, conflicts }) =>
    conflicts.filter(({ ahead }) => ahead > 0).map((conflict) => ({ observerId, name, ...conflict })),
  )
  if (found.length === 0) return null
  return (
    <Alert data-color="warning">
      <ul className="lp-plain-list">
        {found.map(({ conflictId, name, participant, ahead }) => (
          <li key={conflictId}>{t('conflictNotice', { name, participant, count: ahead })}</li>
        ))}
      </ul>
      <Link {...linkTo({ to: '/measure/editions/$editionId/plan/change', params: { editionId } })}>
        {t('changePlan')}
      </Link>
    </Alert>
  )
}

/** Severity is measured by its own page; without that page nothing is said of it. */
export function SeverityNote() {
  const t = useTexts(poolTexts)
  const editionId = useEditionId()
  const path = '/measure/editions/$editionId/quality'
  const known = useRouter().routesByPath as Readonly<Record<string, unknown>>
  if (!(path in known)) return null
  return (
    <p className="lp-quiet lp-small">
      {t('severityNote')}{' '}
      <Link {...linkTo({ to: path as PathTarget['to'], params: { editionId } })}>{t('toQuality')}</Link>
    </p>
  )
}
