import { Alert, Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { api, queryClient } from '../api.ts'
import { useProblemText } from '../design/states.tsx'
import { useToast } from '../design/toast.tsx'
import { organisationTexts } from '../i18n/organisation.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { ProblemError } from '../problem.ts'

const shortestPassword = 10

export function PasswordForm() {
  const t = useTexts(organisationTexts)
  const problemText = useProblemText()
  const toast = useToast()
  const form = useRef<HTMLFormElement>(null)
  const [gaps, setGaps] = useState({ current: false, next: false })
  const change = useMutation(
    api.session.changePassword.mutationOptions({
      onSuccess: async () => {
        form.current?.reset()
        toast({ text: t('account.changed') })
        await queryClient.invalidateQueries({ queryKey: api.session.list.key() })
      },
    }),
  )
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const [currentPassword, newPassword] = [String(fields.get('current')), String(fields.get('next'))]
    const found = { current: currentPassword === '', next: newPassword.length < shortestPassword }
    setGaps(found)
    if (!found.current && !found.next) change.mutate({ currentPassword, newPassword })
  }
  const isWrong = change.error instanceof ProblemError && change.error.code === 'sign-in-failed'
  return (
    <form ref={form} className="lp-form" noValidate onSubmit={submit}>
      {change.error !== null && (
        <Alert data-color="danger" role="alert">
          {isWrong ? t('account.wrong') : problemText(change.error)}
        </Alert>
      )}
      <Textfield
        name="current"
        type="password"
        label={t('account.current')}
        autoComplete="current-password"
        error={gaps.current ? t('account.missing') : undefined}
      />
      <Textfield
        name="next"
        type="password"
        label={t('account.next')}
        description={t('account.nextHelp')}
        autoComplete="new-password"
        error={gaps.next ? t('account.tooShort') : undefined}
      />
      <div>
        <Button type="submit" variant="secondary" loading={change.isPending}>
          {t('account.change')}
        </Button>
      </div>
    </form>
  )
}
