import { Alert, Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../api.ts'
import { useProblemText } from '../design/states.tsx'
import { signInTexts } from '../i18n/sign-in.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { useEnter } from './use-sign-in.ts'

const shortestPassword = 10

export type InvitationFormProps = {
  readonly token: string
  readonly invitation: { readonly name: string; readonly email: string; readonly hasAccount: boolean }
}

export function InvitationForm({ token, invitation }: InvitationFormProps) {
  const t = useTexts(signInTexts)
  const problemText = useProblemText()
  const enter = useEnter()
  const accept = useMutation(api.organisation.invitations.accept.mutationOptions({ onSuccess: enter }))
  const [gaps, setGaps] = useState({ name: false, password: false })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const [name, password] = [String(fields.get('name')).trim(), String(fields.get('password'))]
    const found = { name: name === '', password: password.length < shortestPassword }
    setGaps(found)
    if (!found.name && !found.password) accept.mutate({ token, name, password })
  }
  return (
    <form className="lp-form" noValidate onSubmit={submit}>
      {accept.error !== null && (
        <Alert data-color="danger" role="alert">
          {problemText(accept.error)}
        </Alert>
      )}
      <Textfield label={t('email')} value={invitation.email} autoComplete="username" readOnly />
      <Textfield
        name="name"
        label={t('invitation.name')}
        defaultValue={invitation.name}
        autoComplete="name"
        error={gaps.name ? t('invitation.nameMissing') : undefined}
      />
      <Textfield
        name="password"
        type="password"
        label={invitation.hasAccount ? t('invitation.ownPassword') : t('invitation.newPassword')}
        description={invitation.hasAccount ? undefined : t('invitation.newPasswordHelp')}
        autoComplete={invitation.hasAccount ? 'current-password' : 'new-password'}
        error={gaps.password ? t('invitation.tooShort') : undefined}
      />
      <div>
        <Button type="submit" loading={accept.isPending}>
          {t('invitation.submit')}
        </Button>
      </div>
    </form>
  )
}
