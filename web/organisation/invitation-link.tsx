import { Button, Textfield } from '@digdir/designsystemet-react'
import { useToast } from '../design/toast.tsx'
import { organisationTexts } from '../i18n/organisation.ts'
import { useTexts } from '../i18n/use-texts.ts'

type InvitationLinkProps = { readonly name: string; readonly link: string; readonly onClose: () => void }

export function InvitationLink({ name, link, onClose }: InvitationLinkProps) {
  const t = useTexts(organisationTexts)
  const toast = useToast()
  const url = new URL(link, window.location.origin).href
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(url)
    toast({ text: t('invitations.copied') })
  }
  return (
    <div className="lp-form">
      <p>{t('invitations.linkText', { name })}</p>
      <Textfield
        label={t('invitations.link')}
        value={url}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="lp-row">
        <Button onClick={() => void copy()}>{t('invitations.copy')}</Button>
        <Button variant="tertiary" onClick={onClose}>
          {t('invitations.done')}
        </Button>
      </div>
    </div>
  )
}
