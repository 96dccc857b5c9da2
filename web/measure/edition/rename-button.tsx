import { Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { EditionView } from '../../../src/measure/edition/contract.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { useProblemText } from '../../design/states.tsx'
import { editionTexts } from '../../i18n/edition.ts'
import { useTexts } from '../../i18n/use-texts.ts'

export function RenameButton({ edition: { editionId, name } }: { readonly edition: EditionView }) {
  const t = useTexts(editionTexts)
  const text = useProblemText()
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const [missing, setMissing] = useState(false)
  const rename = useMutation(
    api.edition.rename.mutationOptions({
      onSuccess: async () => {
        setOpen(false)
        await queries.invalidateQueries({ queryKey: api.edition.key() })
      },
    }),
  )
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const given = String(new FormData(event.currentTarget).get('name')).trim()
    setMissing(given === '')
    if (given !== '') rename.mutate({ editionId, name: given })
  }
  return (
    <>
      <Button variant="tertiary" onClick={() => setOpen(true)}>
        {t('page.rename')}
      </Button>
      <FormDialog open={open} title={t('page.rename')} onClose={() => setOpen(false)}>
        <form className="lp-form" noValidate onSubmit={submit}>
          {rename.error && <p role="alert">{text(rename.error)}</p>}
          <Textfield
            name="name"
            label={t('create.name')}
            defaultValue={name}
            maxLength={120}
            error={missing ? t('create.nameMissing') : undefined}
          />
          <div>
            <Button type="submit" loading={rename.isPending}>
              {t('page.save')}
            </Button>
          </div>
        </form>
      </FormDialog>
    </>
  )
}
