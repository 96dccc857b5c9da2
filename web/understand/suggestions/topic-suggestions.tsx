/** The place of suggestions on a topic's page: what has been suggested, and room for one more. */
import { useQuery } from '@tanstack/react-query'
import type { SuggestionList } from '../../../src/understand/improvements/contract.ts'
import { api } from '../../api.ts'
import { improvementTexts } from '../../i18n/improvements.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useHasRole } from '../../session.ts'
import '../improvements/improvements.css'
import { SendForm } from './send-form.tsx'
import { SuggestionItem } from './suggestion-item.tsx'

/** @example <TopicSuggestions topicId={topicId} /> */
export function TopicSuggestions({ topicId }: { readonly topicId: string }) {
  const t = useTexts(improvementTexts)
  const manages = useHasRole('manager', 'editor', 'admin')
  const { data } = useQuery(api.improvements.suggestions.list.queryOptions({ input: { topic: topicId } }))
  if (!data) return null
  const { items } = data as SuggestionList
  return (
    <section className="lp-card lp-stack" aria-labelledby="topic-suggestions">
      <h3 id="topic-suggestions">{t('box.topicCard')}</h3>
      {items.length === 0 && <p className="lp-quiet">{t('box.topicNone')}</p>}
      {items.map((suggestion) => (
        <SuggestionItem key={suggestion.suggestionId} suggestion={suggestion} manages={manages} />
      ))}
      <SendForm topicId={topicId} />
    </section>
  )
}
