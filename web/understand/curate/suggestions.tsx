/** What the grouping suggests: one at a time by keyboard, best first; yes, no, or another time. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { TopicList } from '../../../src/understand/topics/contract.ts'
import { api } from '../../api.ts'
import { KeyboardSheet } from '../../design/keys.tsx'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { curateTexts } from '../../i18n/curate.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useCurateState } from './curate-views.ts'
import { SuggestionCard, useSettle } from './suggestion-card.tsx'
import type { Steps } from './use-topics.ts'

type SuggestionsProps = { readonly list: TopicList; readonly steps: Steps }

export function Suggestions({ list, steps }: SuggestionsProps) {
  const t = useTexts(curateTexts)
  const query = useQuery(api.topics.suggestions.queryOptions())
  const { take, dismiss } = useSettle(list, steps)
  const state = useCurateState()
  const [at, setAt] = useState(0)
  return (
    <Awaited query={query} lines={8}>
      {({ items }) => {
        const current = items[Math.min(at, items.length - 1)]
        const goBy = (by: number): void => setAt(Math.max(0, Math.min(items.length - 1, at + by)))
        return (
          <div className="lp-stack">
            {items.length === 0 && (
              <EmptyState title={t('suggestion.none')}>{t('suggestion.noneText')}</EmptyState>
            )}
            <h2 className="lp-visually-hidden">{t('view.suggestions')}</h2>
            {items.length > 0 && <p className="lp-quiet">{t('suggestion.explained')}</p>}
            <ol className="lp-plain-list lp-stack">
              {items.map((suggestion) => (
                <li key={suggestion.suggestionId}>
                  <SuggestionCard
                    suggestion={suggestion}
                    list={list}
                    steps={steps}
                    isCurrent={suggestion === current}
                  />
                </li>
              ))}
            </ol>
            <div className="lp-curate__acts lp-no-print">
              <KeyboardSheet
                keys={[
                  { key: 'y', does: t('suggestion.yesKey'), act: () => current && take(current) },
                  { key: 'n', does: t('suggestion.no'), act: () => current && dismiss(current) },
                  { key: 'j', does: t('key.next'), act: () => goBy(1) },
                  { key: 'k', does: t('key.previous'), act: () => goBy(-1) },
                  { key: 'u', does: t('undo'), act: () => void steps.undo() },
                  { key: 'l', does: t('view.topics'), act: () => state.go({ view: 'topics' }) },
                  { key: 't', does: t('view.tray'), act: () => state.go({ view: 'tray' }) },
                ]}
              />
            </div>
          </div>
        )
      }}
    </Awaited>
  )
}
