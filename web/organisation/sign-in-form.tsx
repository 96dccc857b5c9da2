import { Alert, Button, Textfield } from '@digdir/designsystemet-react'
import { type FormEvent, useState } from 'react'
import { useProblemText } from '../design/states.tsx'
import { signInTexts } from '../i18n/sign-in.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { ProblemError } from '../problem.ts'
import type { Credentials, SignIn } from './use-sign-in.ts'

function fieldsOf(form: HTMLFormElement): Credentials {
  const fields = new FormData(form)
  return { email: String(fields.get('email')).trim(), password: String(fields.get('password')) }
}

export function SignInForm({ signIn }: { readonly signIn: SignIn }) {
  const t = useTexts(signInTexts)
  const [missing, setMissing] = useState<{ readonly email: boolean; readonly password: boolean }>()
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const credentials = fieldsOf(event.currentTarget)
    const gaps = { email: !credentials.email.includes('@'), password: credentials.password === '' }
    setMissing(gaps)
    const firstGap = gaps.email ? 'email' : gaps.password ? 'password' : undefined
    if (firstGap === undefined) signIn.mutate(credentials)
    else event.currentTarget.querySelector<HTMLInputElement>(`[name=${firstGap}]`)?.focus()
  }
  return (
    <form className="lp-form" noValidate onSubmit={submit}>
      <SignInProblem error={signIn.error} />
      <Textfield
        name="email"
        type="email"
        label={t('email')}
        autoComplete="username"
        error={missing?.email === true ? t('emailMissing') : undefined}
      />
      <Textfield
        name="password"
        type="password"
        label={t('password')}
        autoComplete="current-password"
        error={missing?.password === true ? t('passwordMissing') : undefined}
      />
      <div>
        <Button type="submit" loading={signIn.isPending}>
          {t('submit')}
        </Button>
      </div>
      <p className="lp-small lp-quiet">{t('access')}</p>
    </form>
  )
}

/** Wrong, locked for a while, or something else; never whether the account exists. */
function SignInProblem({ error }: { readonly error: unknown }) {
  const t = useTexts(signInTexts)
  const text = useProblemText()
  if (error === null) return null
  return (
    <Alert data-color="danger" role="alert">
      {error instanceof ProblemError ? refusal(error) : text(error)}
    </Alert>
  )

  function refusal(problem: ProblemError): string {
    const seconds = Number(problem.params.seconds ?? 0)
    if (problem.status === 429 && seconds > 90) return t('waitMinutes', { count: Math.ceil(seconds / 60) })
    if (problem.status === 429 && seconds > 0) return t('wait', { count: seconds })
    return text(problem)
  }
}
