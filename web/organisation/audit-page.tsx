import { Button } from '@digdir/designsystemet-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { AuditEntry } from '../../src/organisation/contract.ts'
import { api } from '../api.ts'
import { Page } from '../design/page.tsx'
import { EmptyState } from '../design/states.tsx'
import type { TableColumn } from '../design/table/column.ts'
import { DataTable } from '../design/table/data-table.tsx'
import { designTexts } from '../i18n/design.ts'
import { organisationTexts } from '../i18n/organisation.ts'
import { useFormats, useTexts } from '../i18n/use-texts.ts'
import { auditDetail, useActionText } from './audit-text.ts'

/** What has been done, by whom, newest first. */
export function AuditPage() {
  const t = useTexts(organisationTexts)
  const design = useTexts(designTexts)
  const audit = useInfiniteQuery(
    api.organisation.audit.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: 200, ...(cursor !== undefined && { cursor }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next,
    }),
  )
  const rows = useMemo(() => audit.data?.pages.flatMap((page) => page.items), [audit.data])
  return (
    <Page title={t('audit.title')} subtitle={t('audit.subtitle')}>
      <div className="lp-card">
        <DataTable
          title={t('audit.title')}
          titleHidden
          rows={rows}
          error={audit.error}
          onAgain={() => void audit.refetch()}
          columns={useAuditColumns()}
          rowKey={(entry) => entry.auditId}
          empty={<EmptyState title={t('audit.empty')} />}
        />
        {audit.hasNextPage && (
          <Button
            variant="secondary"
            loading={audit.isFetchingNextPage}
            onClick={() => void audit.fetchNextPage()}
          >
            {design('table.more')}
          </Button>
        )}
      </div>
    </Page>
  )
}

function useAuditColumns(): readonly TableColumn<AuditEntry>[] {
  const t = useTexts(organisationTexts)
  const actionText = useActionText()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        id: 'at',
        header: t('audit.at'),
        value: (entry) => entry.at,
        cell: (entry) => <span className="lp-nowrap lp-number">{formats.instant(entry.at)}</span>,
      },
      { id: 'person', header: t('audit.person'), value: (entry) => entry.person?.name ?? t('audit.system') },
      {
        id: 'action',
        header: t('audit.action'),
        value: (entry) => actionText(entry.action),
        filter: { of: (entry) => entry.action, label: actionText },
      },
      { id: 'detail', header: t('audit.detail'), value: (entry) => auditDetail(entry.detail) },
      {
        id: 'subject',
        header: t('audit.subject'),
        value: (entry) => `${entry.subject.kind} ${entry.subject.id}`,
        hidden: true,
      },
    ],
    [t, actionText, formats],
  )
}
