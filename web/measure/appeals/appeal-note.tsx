import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { LinkButton } from '../../design/link-button.tsx'
import { appealsTexts } from '../../i18n/appeals.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useHasRole } from '../../session.ts'

/** The way from a submission to objecting to it, for those it is about; to correcting it, for organisers. */
export function AppealNote({
  editionId,
  contactId,
}: {
  readonly editionId: string
  readonly contactId: string
}) {
  const organises = useHasRole('organiser', 'admin')
  const participates = useHasRole('participant')
  if (organises) return <CorrectNote editionId={editionId} contactId={contactId} />
  return participates ? <OwnNote editionId={editionId} contactId={contactId} /> : null
}

function CorrectNote({ editionId, contactId }: { readonly editionId: string; readonly contactId: string }) {
  const t = useTexts(appealsTexts)
  const { data } = useQuery(api.appeals.correctable.queryOptions({ input: { editionId, contactId } }))
  if (!data?.mayCorrect) return null
  return (
    <div className="lp-no-print">
      <LinkButton
        to="/measure/editions/$editionId/appeals/corrections/$contactId"
        params={{ editionId, contactId }}
        variant="secondary"
      >
        {t('correct.go')}
      </LinkButton>
    </div>
  )
}

function OwnNote({ editionId, contactId }: { readonly editionId: string; readonly contactId: string }) {
  const t = useTexts(appealsTexts)
  const { data } = useQuery(api.appeals.own.queryOptions({ input: { editionId, contactId } }))
  if (!data || (!data.appeal && !data.mayAppeal)) return null
  return (
    <div className="lp-no-print">
      <LinkButton
        to="/measure/editions/$editionId/appeals/contacts/$contactId"
        params={{ editionId, contactId }}
        variant="secondary"
      >
        {t(data.appeal ? 'own.see' : 'own.go')}
      </LinkButton>
    </div>
  )
}
