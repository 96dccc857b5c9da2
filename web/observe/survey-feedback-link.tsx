import { Link } from '@tanstack/react-router'
import { feedbackTexts } from '../i18n/feedback.ts'
import { useTexts } from '../i18n/use-texts.ts'

/** Under the assignments: the way to say something about the programme itself. */
export function FeedbackLink() {
  const t = useTexts(feedbackTexts)
  return (
    <p>
      <Link to="/observe/feedback">{t('mine.link')}</Link>
    </p>
  )
}
