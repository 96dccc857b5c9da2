import { Page } from '../../design/page.tsx'
import { expectationTexts } from '../../i18n/expectations.ts'
import { feedbackTexts } from '../../i18n/feedback.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { MyFeedback } from './my-feedback.tsx'
import './feedback.css'

/** What an observer thinks of the programme, and the replies. */
export function ObserverFeedbackPage() {
  const t = useTexts(feedbackTexts)
  const back = useTexts(expectationTexts)
  return (
    <Page
      title={t('mine.titleObserver')}
      subtitle={t('mine.subtitle')}
      width="narrow"
      trail={[{ label: back('mine.back'), to: '/observe' }]}
    >
      <MyFeedback />
    </Page>
  )
}
