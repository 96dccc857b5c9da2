import { Alert, Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Role } from '../../src/organisation/rules/roles.ts'
import { api, queryClient } from '../api.ts'
import { FormDialog } from '../design/confirm-dialog.tsx'
import { useProblemText } from '../design/states.tsx'
import { organisationTexts } from '../i18n/organisation.ts'
import { useLanguage, useTexts } from '../i18n/use-texts.ts'
import { InvitationLink } from './invitation-link.tsx'
import { RoleChoice } from './role-choice.tsx'

type Invited = { readonly name: string; readonly link: string }

/** First who and as what; then the link, which is shown this once. */
export function InviteDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useTexts(organisationTexts)
  const [invited, setInvited] = useState<Invited>()
  const close = (): void => {
    setInvited(undefined)
    onClose()
  }
  return (
    <FormDialog
      open={open}
      title={invited === undefined ? t('invitations.invite') : t('invitations.linkTitle')}
      onClose={close}
    >
      {invited === undefined ? (
        <InviteForm onInvited={setInvited} />
      ) : (
        <InvitationLink {...invited} onClose={close} />
      )}
    </FormDialog>
  )
}

type Gaps = { readonly name: boolean; readonly email: boolean; readonly roles: boolean }
const noGaps: Gaps = { name: false, email: false, roles: false }

function InviteForm({ onInvited }: { readonly onInvited: (invited: Invited) => void }) {
  const t = useTexts(organisationTexts)
  const problemText = useProblemText()
  const language = useLanguage()
  const [roles, setRoles] = useState<readonly Role[]>([])
  const [gaps, setGaps] = useState(noGaps)
  const invite = useMutation(
    api.organisation.invitations.create.mutationOptions({
      onSuccess: async ({ invitation, link }) => {
        await queryClient.invalidateQueries({ queryKey: api.organisation.invitations.key() })
        onInvited({ name: invitation.name, link })
      },
    }),
  )
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const [name, email] = [String(fields.get('name')).trim(), String(fields.get('email')).trim()]
    const found = { name: name === '', email: !/^\S+@\S+\.\S+$/.test(email), roles: roles.length === 0 }
    setGaps(found)
    if (!found.name && !found.email && !found.roles)
      invite.mutate({ name, email, language, roles: [...roles] })
  }
  return (
    <form className="lp-form" noValidate onSubmit={submit}>
      {invite.error !== null && (
        <Alert data-color="danger" role="alert">
          {problemText(invite.error)}
        </Alert>
      )}
      <Textfield
        name="name"
        label={t('people.name')}
        autoComplete="off"
        error={gaps.name ? t('invitations.nameMissing') : undefined}
      />
      <Textfield
        name="email"
        type="email"
        label={t('people.email')}
        autoComplete="off"
        error={gaps.email ? t('invitations.emailMissing') : undefined}
      />
      <RoleChoice
        held={roles}
        onChange={setRoles}
        error={gaps.roles ? t('invitations.rolesMissing') : undefined}
      />
      <div>
        <Button type="submit" loading={invite.isPending}>
          {t('invitations.send')}
        </Button>
      </div>
    </form>
  )
}
