import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { Page } from '../design/page.tsx'
import { signInTexts } from '../i18n/sign-in.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { Frame } from '../shell/frame.tsx'
import { DemoSignIns } from './demo-sign-ins.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { useSignIn } from './use-sign-in.ts'
import './sign-in.css'

export function SignInPage() {
  const t = useTexts(signInTexts)
  const signIn = useSignIn()
  const { data: welcome } = useQuery(api.session.welcome.queryOptions())
  const signIns = welcome?.demo === true ? welcome.signIns : []
  return (
    <Frame me={null}>
      <Page title={t('title')} subtitle={t('subtitle')} width={signIns.length > 0 ? 'normal' : 'narrow'}>
        <div className="lp-sign-in">
          <section className="lp-card" aria-label={t('title')}>
            <SignInForm signIn={signIn} />
          </section>
          {signIns.length > 0 && <DemoSignIns signIns={signIns} signIn={signIn} />}
        </div>
      </Page>
    </Frame>
  )
}
