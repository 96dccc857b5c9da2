/** What is stored about one customer: seen, handed out, deleted. */
import { Alert, Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, client, queryClient } from '../../api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { LinkButton } from '../../design/link-button.tsx'
import { useProblemText } from '../../design/states.tsx'
import { saveFile } from '../../design/table/save-file.ts'
import { useToast } from '../../design/toast.tsx'
import { intakeTexts } from '../../i18n/intake.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

type Found = { readonly customerKey: string; readonly rows: number; readonly withText: number }

export function Customer() {
  const t = useTexts(intakeTexts)
  const problemText = useProblemText()
  const [customer, setCustomer] = useState('')
  const find = useMutation(api.intake.customer.find.mutationOptions())
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (customer.trim() !== '') find.mutate({ customer })
  }
  return (
    <section className="lp-card" aria-labelledby="customer-title">
      <h2 id="customer-title">{t('person.title')}</h2>
      <p className="lp-quiet">{t('person.text')}</p>
      <form className="lp-row lp-intake-find" onSubmit={submit}>
        <Textfield
          label={t('person.field')}
          autoComplete="off"
          value={customer}
          onChange={({ target }) => setCustomer(target.value)}
        />
        <Button type="submit" variant="secondary" loading={find.isPending}>
          {t('person.find')}
        </Button>
      </form>
      {find.error !== null && (
        <Alert data-color="danger" role="alert">
          {problemText(find.error)}
        </Alert>
      )}
      {find.data && (
        <FoundCustomer customer={find.variables.customer} found={find.data} onErased={() => find.reset()} />
      )}
    </section>
  )
}

type FoundProps = { readonly customer: string; readonly found: Found; readonly onErased: () => void }

function FoundCustomer({ customer, found, onErased }: FoundProps) {
  const t = useTexts(intakeTexts)
  const { number } = useFormats()
  const toast = useToast()
  const [asks, setAsks] = useState(false)
  const erase = useMutation(
    api.intake.customer.erase.mutationOptions({
      onSuccess: async ({ rows }) => {
        await queryClient.invalidateQueries({ queryKey: api.intake.key() })
        toast({ text: t('person.erased', { rows: number(rows) }) })
        setAsks(false)
        onErased()
      },
    }),
  )
  const download = useMutation({
    mutationFn: async () => {
      const file = await client.intake.customer.export({ customer })
      saveFile(file.name, file)
    },
  })
  if (found.rows === 0) return <p role="status">{t('person.nothing')}</p>
  return (
    <div className="lp-stack" role="status">
      <p>{t('person.found', { rows: number(found.rows), texts: number(found.withText) })}</p>
      <div className="lp-row">
        <LinkButton
          variant="secondary"
          to="/understand/intake/enquiries"
          search={{ customer: found.customerKey } as never}
        >
          {t('person.see')}
        </LinkButton>
        <Button variant="secondary" loading={download.isPending} onClick={() => download.mutate()}>
          {t('person.export')}
        </Button>
        <Button variant="tertiary" data-color="danger" onClick={() => setAsks(true)}>
          {t('person.erase')}
        </Button>
      </div>
      <ConfirmDialog
        open={asks}
        title={t('person.eraseTitle')}
        confirm={t('person.erase')}
        dangerous
        busy={erase.isPending}
        onConfirm={() => erase.mutate({ customer })}
        onClose={() => setAsks(false)}
      >
        <p>{t('person.eraseText')}</p>
      </ConfirmDialog>
    </div>
  )
}
