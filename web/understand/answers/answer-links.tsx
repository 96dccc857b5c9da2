/** What belongs to the core answers beside the list of them. */
import { Link } from '@tanstack/react-router'
import { answerTexts } from '../../i18n/answers.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useHasRole } from '../../session.ts'

export function AnswerLinks() {
  const t = useTexts(answerTexts)
  const leads = useHasRole('editor', 'manager', 'admin')
  return (
    <nav className="lp-answer-links lp-no-print" aria-label={t('name')}>
      <Link to="/understand/answers/facts">{t('facts.name')}</Link>
      {leads && <Link to="/understand/answers/use">{t('use.name')}</Link>}
      {leads && <Link to="/understand/answers/settings">{t('settings.name')}</Link>}
    </nav>
  )
}
