/** What the organisation is called everywhere in the product. */
import { Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../api.ts'
import { FormDialog } from '../design/confirm-dialog.tsx'
import { ErrorState } from '../design/states.tsx'
import { useToast } from '../design/toast.tsx'
import { organisationTexts } from '../i18n/organisation.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { meQuery, useMe } from '../session.ts'

export type RenameDialogProps = { readonly open: boolean; readonly onClose: () => void }

export function RenameDialog({ open, onClose }: RenameDialogProps) {
  const t = useTexts(organisationTexts)
  return (
    <FormDialog open={open} title={t('rename.title')} onClose={onClose}>
      <RenameForm onDone={onClose} />
    </FormDialog>
  )
}

function RenameForm({ onDone }: { readonly onDone: () => void }) {
  const t = useTexts(organisationTexts)
  const toast = useToast()
  const client = useQueryClient()
  const { organisation } = useMe()
  const [name, setName] = useState(organisation.name)
  const rename = useMutation({
    ...api.organisation.rename.mutationOptions(),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: meQuery.queryKey })
      toast({ text: t('rename.done') })
      onDone()
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    rename.mutate({ name })
  }
  return (
    <form className="lp-stack" onSubmit={submit}>
      <Textfield
        data-autofocus
        label={t('rename.name')}
        description={t('rename.text')}
        required
        maxLength={200}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      {rename.error && <ErrorState error={rename.error} />}
      <div className="lp-row">
        <Button type="submit" loading={rename.isPending} disabled={name.trim() === ''}>
          {t('rename.save')}
        </Button>
      </div>
    </form>
  )
}
