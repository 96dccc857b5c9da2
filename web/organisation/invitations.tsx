import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Invitation } from '../../src/organisation/contract.ts'
import { api, queryClient } from '../api.ts'
import { ConfirmDialog } from '../design/confirm-dialog.tsx'
import { EmptyState } from '../design/states.tsx'
import { Status, type Tone } from '../design/status.tsx'
import type { TableColumn } from '../design/table/column.ts'
import { DataTable } from '../design/table/data-table.tsx'
import { useToast } from '../design/toast.tsx'
import { organisationTexts } from '../i18n/organisation.ts'
import { roleTexts } from '../i18n/roles.ts'
import { useFormats, useTexts } from '../i18n/use-texts.ts'

const tones: Readonly<Record<Invitation['state'], Tone>> = {
  open: 'information',
  accepted: 'good',
  revoked: 'neutral',
  expired: 'warning',
}

export function Invitations({ isAdmin }: { readonly isAdmin: boolean }) {
  const t = useTexts(organisationTexts)
  const toast = useToast()
  const [withdrawn, setWithdrawn] = useState<Invitation>()
  const invitations = useQuery(api.organisation.invitations.list.queryOptions())
  const revoke = useMutation(
    api.organisation.invitations.revoke.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.organisation.invitations.key() })
        toast({ text: t('invitations.withdrawn') })
      },
      onSettled: () => setWithdrawn(undefined),
    }),
  )
  return (
    <>
      <DataTable
        title={t('invitations.title')}
        rows={invitations.data?.items}
        error={invitations.error}
        onAgain={() => void invitations.refetch()}
        columns={useInvitationColumns(isAdmin ? setWithdrawn : undefined)}
        rowKey={(invitation) => invitation.invitationId}
        name="invitations"
        empty={<EmptyState title={t('invitations.none')}>{t('invitations.noneText')}</EmptyState>}
      />
      <ConfirmDialog
        open={withdrawn !== undefined}
        title={t('invitations.revokeTitle', { name: withdrawn?.name ?? '' })}
        confirm={t('invitations.revoke')}
        dangerous
        busy={revoke.isPending}
        onConfirm={() => withdrawn && revoke.mutate({ invitationId: withdrawn.invitationId })}
        onClose={() => setWithdrawn(undefined)}
      >
        <p>{t('invitations.revokeText')}</p>
      </ConfirmDialog>
    </>
  )
}

function useInvitationColumns(
  onWithdraw: ((invitation: Invitation) => void) | undefined,
): readonly TableColumn<Invitation>[] {
  const t = useTexts(organisationTexts)
  const role = useTexts(roleTexts)
  const formats = useFormats()
  return useMemo(() => {
    const columns: readonly TableColumn<Invitation>[] = [
      { id: 'name', header: t('people.name'), value: (invitation) => invitation.name },
      { id: 'email', header: t('people.email'), value: (invitation) => invitation.email },
      {
        id: 'roles',
        header: t('people.roles'),
        value: (invitation) => invitation.roles.map((held) => role(held)).join(', '),
      },
      {
        id: 'state',
        header: t('invitations.state'),
        value: ({ state }) => t(`invitations.${state}`),
        cell: ({ state }) => <Status tone={tones[state]}>{t(`invitations.${state}`)}</Status>,
      },
      {
        id: 'expires',
        header: t('invitations.expires'),
        value: (invitation) => invitation.expiresAt,
        cell: (invitation) => formats.instant(invitation.expiresAt),
      },
    ]
    if (onWithdraw === undefined) return columns
    const withdraw: TableColumn<Invitation> = {
      id: 'withdraw',
      header: t('invitations.revoke'),
      value: () => null,
      isAction: true,
      cell: (invitation) =>
        invitation.state === 'open' && (
          <Button variant="tertiary" data-color="danger" onClick={() => onWithdraw(invitation)}>
            {t('invitations.revoke')}
          </Button>
        ),
    }
    return [...columns, withdraw]
  }, [t, role, formats, onWithdraw])
}
