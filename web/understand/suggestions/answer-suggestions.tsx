/** The place of suggestions on a core answer's page. */
import { useQuery } from '@tanstack/react-query'
import type { SuggestionList } from '../../../src/understand/improvements/contract.ts'
import { api } from '../../api.ts'
import { improvementTexts } from '../../i18n/improvements.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useHasRole } from '../../session.ts'
import '../improvements/improvements.css'
import { SendForm } from './send-form.tsx'
import { SuggestionItem } from './suggestion-item.tsx'

type Props = { readonly answerId: string; readonly topicId: string | null }

export function AnswerSuggestions({ answerId, topicId }: Props) {
  const t = useTexts(improvementTexts)
  const manages = useHasRole('manager', 'editor', 'admin')
  const { data } = useQuery(api.improvements.suggestions.list.queryOptions({ input: { answer: answerId } }))
  if (!data) return null
  return (
    <section className="lp-card lp-stack" aria-labelledby="answer-suggestions">
      <h2 id="answer-suggestions">{t('box.topicCard')}</h2>
      {(data as SuggestionList).items.map((suggestion) => (
        <SuggestionItem key={suggestion.suggestionId} suggestion={suggestion} manages={manages} />
      ))}
      <SendForm answerId={answerId} {...(topicId !== null && { topicId })} />
    </section>
  )
}
