import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../api.ts'
import { answerTexts } from '../../i18n/answers.ts'
import { useTexts } from '../../i18n/use-texts.ts'

/** Searches that led to nothing and wait for somebody to write an answer. */
export function UseTasks() {
  const t = useTexts(answerTexts)
  const count = useQuery(api.answers.find.report.queryOptions({ input: {} })).data?.misses.length ?? 0
  if (count === 0) return null
  return (
    <p>
      <Link to="/understand/answers/use">{t('home.misses', { count })}</Link>
    </p>
  )
}
