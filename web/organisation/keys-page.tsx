import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { ApiKey } from '../../src/organisation/contract.ts'
import { api, queryClient } from '../api.ts'
import { ConfirmDialog } from '../design/confirm-dialog.tsx'
import { Page } from '../design/page.tsx'
import { EmptyState } from '../design/states.tsx'
import { Status } from '../design/status.tsx'
import type { TableColumn } from '../design/table/column.ts'
import { DataTable } from '../design/table/data-table.tsx'
import { useToast } from '../design/toast.tsx'
import { organisationTexts } from '../i18n/organisation.ts'
import { useFormats, useTexts } from '../i18n/use-texts.ts'
import { useMe } from '../session.ts'
import { KeyDialog } from './key-dialog.tsx'
import { scopeTexts } from './key-words.ts'

/** Which programs may call the API, and what each may do. */
export function KeysPage() {
  const t = useTexts(organisationTexts)
  const { organisation } = useMe()
  const [making, setMaking] = useState(false)
  const [revoked, setRevoked] = useState<ApiKey>()
  const keys = useQuery(api.organisation.keys.list.queryOptions())
  const make = <Button onClick={() => setMaking(true)}>{t('keys.create')}</Button>
  return (
    <Page
      title={t('keys.title')}
      subtitle={t('keys.subtitle', { organisation: organisation.name })}
      actions={make}
    >
      <div className="lp-card">
        <DataTable
          title={t('keys.table')}
          rows={keys.data?.items}
          error={keys.error}
          onAgain={() => void keys.refetch()}
          columns={useKeyColumns(setRevoked)}
          rowKey={(key) => key.apiKeyId}
          name="keys"
          empty={<EmptyState title={t('keys.none')}>{t('keys.noneText')}</EmptyState>}
        />
      </div>
      <KeyDialog open={making} onClose={() => setMaking(false)} />
      <RevokeDialog revoked={revoked} onClose={() => setRevoked(undefined)} />
    </Page>
  )
}

function RevokeDialog(props: { readonly revoked: ApiKey | undefined; readonly onClose: () => void }) {
  const t = useTexts(organisationTexts)
  const toast = useToast()
  const { revoked, onClose } = props
  const revoke = useMutation(
    api.organisation.keys.revoke.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.organisation.keys.key() })
        toast({ text: t('keys.withdrawn') })
      },
      onSettled: onClose,
    }),
  )
  return (
    <ConfirmDialog
      open={revoked !== undefined}
      title={t('keys.revokeTitle', { name: revoked?.name ?? '' })}
      confirm={t('keys.revoke')}
      dangerous
      busy={revoke.isPending}
      onConfirm={() => revoked && revoke.mutate({ apiKeyId: revoked.apiKeyId })}
      onClose={onClose}
    >
      <p>{t('keys.revokeText')}</p>
    </ConfirmDialog>
  )
}

function useKeyColumns(onRevoke: (key: ApiKey) => void): readonly TableColumn<ApiKey>[] {
  const t = useTexts(organisationTexts)
  const formats = useFormats()
  return useMemo(
    () => [
      { id: 'name', header: t('keys.name'), value: ({ name }) => name },
      { id: 'hint', header: t('keys.hint'), value: ({ hint }) => `…${hint}` },
      {
        id: 'scopes',
        header: t('keys.scopes'),
        value: ({ scopes }) => scopes.map((scope) => t(scopeTexts[scope])).join(', '),
      },
      {
        id: 'state',
        header: t('keys.state'),
        value: ({ revokedAt }) => t(revokedAt === null ? 'keys.open' : 'keys.revoked'),
        cell: ({ revokedAt }) => (
          <Status tone={revokedAt === null ? 'good' : 'neutral'}>
            {t(revokedAt === null ? 'keys.open' : 'keys.revoked')}
          </Status>
        ),
      },
      {
        id: 'used',
        header: t('keys.used'),
        value: ({ lastUsedAt }) => lastUsedAt,
        cell: ({ lastUsedAt }) => (lastUsedAt === null ? t('keys.never') : formats.instant(lastUsedAt)),
      },
      {
        id: 'made',
        header: t('keys.made'),
        value: ({ createdAt }) => createdAt,
        cell: ({ createdAt }) => formats.instant(createdAt),
      },
      { id: 'by', header: t('keys.by'), value: ({ createdBy }) => createdBy.name },
      {
        id: 'revoke',
        header: t('keys.revoke'),
        value: () => null,
        isAction: true,
        cell: (key) =>
          key.revokedAt === null && (
            <Button
              variant="tertiary"
              data-color="danger"
              aria-label={t('keys.revokeKey', { name: key.name })}
              onClick={() => onRevoke(key)}
            >
              {t('keys.revoke')}
            </Button>
          ),
      },
    ],
    [t, formats, onRevoke],
  )
}
