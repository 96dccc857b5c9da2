/** Feedback on an edition: the organiser answers it, a participant gives it. */

import { feedbackTexts } from '../../i18n/feedback.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useHasRole } from '../../session.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { Links } from './links.tsx'
import { MyFeedback } from './my-feedback.tsx'
import { OrganiserFeedback } from './organiser-feedback.tsx'
import './feedback.css'

export function FeedbackPage() {
  const editionId = useEditionId()
  return useHasRole('organiser', 'admin') ? (
    <OrganiserFeedback editionId={editionId} />
  ) : (
    <ParticipantFeedback editionId={editionId} />
  )
}

function ParticipantFeedback({ editionId }: { readonly editionId: string }) {
  const t = useTexts(feedbackTexts)
  return (
    <EditionFrame title={t('mine.title')} subtitle={t('mine.subtitle')}>
      <MyFeedback editionId={editionId} />
      <Links editionId={editionId} title={t('mine.agents')} />
    </EditionFrame>
  )
}
