import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../api.ts'
import { LinkButton } from '../design/link-button.tsx'
import { Page } from '../design/page.tsx'
import { Loading } from '../design/states.tsx'
import { roleTexts } from '../i18n/roles.ts'
import { signInTexts } from '../i18n/sign-in.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { Frame } from '../shell/frame.tsx'
import { InvitationForm } from './invitation-form.tsx'

const route = getRouteApi('/invitation/$token')

export function InvitationPage() {
  const { token } = route.useParams()
  return (
    <Frame me={null}>
      <Invitation token={token} />
    </Frame>
  )
}

function Invitation({ token }: { readonly token: string }) {
  const t = useTexts(signInTexts)
  const role = useTexts(roleTexts)
  const look = useQuery(api.organisation.invitations.look.queryOptions({ input: { token }, retry: false }))
  if (look.error) return <Gone />
  if (look.data === undefined)
    return (
      <Page title={t('invitation.loading')} width="narrow">
        <Loading />
      </Page>
    )
  const roles = look.data.roles.map((held) => role(held).toLocaleLowerCase('nb')).join(', ')
  return (
    <Page
      title={t('invitation.title', { organisation: look.data.organisation })}
      subtitle={t('invitation.subtitle', { roles })}
      width="narrow"
    >
      <div className="lp-card">
        <InvitationForm token={token} invitation={look.data} />
      </div>
    </Page>
  )
}

function Gone() {
  const t = useTexts(signInTexts)
  return (
    <Page title={t('invitation.gone')} subtitle={t('invitation.goneText')} width="narrow">
      <div>
        <LinkButton to="/sign-in">{t('title')}</LinkButton>
      </div>
    </Page>
  )
}
