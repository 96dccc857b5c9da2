import { Alert, Button, Checkbox, Fieldset, Textfield, ValidationMessage } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type ApiKeyScope, apiKeyScopes } from '../../src/organisation/rules/api-key-scopes.ts'
import { api, queryClient } from '../api.ts'
import { FormDialog } from '../design/confirm-dialog.tsx'
import { useProblemText } from '../design/states.tsx'
import { useToast } from '../design/toast.tsx'
import { organisationTexts } from '../i18n/organisation.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { scopeTexts } from './key-words.ts'

type Made = { readonly name: string; readonly key: string }

/** First what for; then the key, which is shown this once. */
export function KeyDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useTexts(organisationTexts)
  const [made, setMade] = useState<Made>()
  const close = (): void => {
    setMade(undefined)
    onClose()
  }
  return (
    <FormDialog open={open} title={made === undefined ? t('keys.create') : t('keys.ready')} onClose={close}>
      {made === undefined ? <KeyForm onMade={setMade} /> : <NewKey made={made} onClose={close} />}
    </FormDialog>
  )
}

function KeyForm({ onMade }: { readonly onMade: (made: Made) => void }) {
  const t = useTexts(organisationTexts)
  const problemText = useProblemText()
  const [scopes, setScopes] = useState<readonly ApiKeyScope[]>([])
  const [gaps, setGaps] = useState({ name: false, scopes: false })
  const create = useMutation(
    api.organisation.keys.create.mutationOptions({
      onSuccess: async ({ apiKey, key }) => {
        await queryClient.invalidateQueries({ queryKey: api.organisation.keys.key() })
        onMade({ name: apiKey.name, key })
      },
    }),
  )
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name')).trim()
    setGaps({ name: name === '', scopes: scopes.length === 0 })
    if (name !== '' && scopes.length > 0) create.mutate({ name, scopes: [...scopes] })
  }
  const toggle = (toggled: ApiKeyScope): void =>
    setScopes(apiKeyScopes.filter((scope) => scopes.includes(scope) !== (scope === toggled)))
  return (
    <form className="lp-form" noValidate onSubmit={submit}>
      {create.error !== null && (
        <Alert data-color="danger" role="alert">
          {problemText(create.error)}
        </Alert>
      )}
      <Textfield
        name="name"
        label={t('keys.name')}
        description={t('keys.nameHelp')}
        autoComplete="off"
        maxLength={100}
        error={gaps.name ? t('keys.nameMissing') : undefined}
      />
      <Fieldset>
        <Fieldset.Legend>{t('keys.scopes')}</Fieldset.Legend>
        {apiKeyScopes.map((scope) => (
          <Checkbox
            key={scope}
            label={t(scopeTexts[scope])}
            description={scope}
            checked={scopes.includes(scope)}
            onChange={() => toggle(scope)}
          />
        ))}
        {gaps.scopes && <ValidationMessage>{t('keys.scopesMissing')}</ValidationMessage>}
      </Fieldset>
      <div>
        <Button type="submit" loading={create.isPending}>
          {t('keys.create')}
        </Button>
      </div>
    </form>
  )
}

type NewKeyProps = { readonly made: Made; readonly onClose: () => void }

function NewKey({ made: { name, key }, onClose }: NewKeyProps) {
  const t = useTexts(organisationTexts)
  const toast = useToast()
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(key)
    toast({ text: t('keys.copied') })
  }
  return (
    <div className="lp-form">
      <p>{t('keys.readyText', { name })}</p>
      <Textfield
        label={t('keys.key')}
        value={key}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <p>
        {t('keys.howTo')} <code>Authorization: Bearer …</code>
      </p>
      <div className="lp-row">
        <Button onClick={() => void copy()}>{t('keys.copy')}</Button>
        <Button variant="tertiary" onClick={onClose}>
          {t('keys.done')}
        </Button>
      </div>
    </div>
  )
}
