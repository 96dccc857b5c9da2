import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PointsProposal, ProposalInput } from '../../../src/measure/expectations/contract.ts'
import { api } from '../../api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { expectationTexts } from '../../i18n/expectations.ts'
import { useTexts } from '../../i18n/use-texts.ts'

type Props = { readonly proposal: PointsProposal; readonly input: ProposalInput }

/** Puts what is shown into the edition in preparation, as a new revision of its method. */
export function AcceptButton({ proposal, input }: Props) {
  const t = useTexts(expectationTexts)
  const toast = useToast()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const { name: edition, revision } = proposal.into
  const count = proposal.lines.filter(({ today, proposed }) => today !== proposed).length
  const accept = useMutation(
    api.expectations.accept.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: api.expectations.key() })
        await client.invalidateQueries({ queryKey: api.edition.key() })
        toast({ text: t('points.accepted', { edition }) })
        setOpen(false)
      },
    }),
  )
  return (
    <>
      <Button disabled={count === 0} onClick={() => setOpen(true)}>
        {t('points.accept', { edition })}
      </Button>
      <ConfirmDialog
        open={open}
        title={t('points.acceptTitle', { edition })}
        confirm={t('points.accept', { edition })}
        busy={accept.isPending}
        onConfirm={() => accept.mutate({ ...input, revision })}
        onClose={() => setOpen(false)}
      >
        <p>{t('points.acceptText', { count })}</p>
        {accept.error ? <ErrorState error={accept.error} /> : null}
      </ConfirmDialog>
    </>
  )
}
