/** Two topics that may be one, or one that may be two, with the reason and texts of both. */
import { Button } from '@digdir/designsystemet-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Suggestion, TopicLine, TopicList } from '../../../src/understand/topics/contract.ts'
import { api, client } from '../../api.ts'
import { useProblemText } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { curateTexts } from '../../i18n/curate.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useCurateState } from './curate-views.ts'
import type { Steps } from './use-topics.ts'

type CardProps = {
  readonly suggestion: Suggestion
  readonly list: TopicList
  readonly steps: Steps
  readonly isCurrent?: boolean
  /** Inside the topic's own card: the reason without the examples. */
  readonly isSmall?: boolean
}

export function SuggestionCard({ suggestion, list, steps, isCurrent = false, isSmall = false }: CardProps) {
  const t = useTexts(curateTexts)
  const { take, dismiss } = useSettle(list, steps)
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isCurrent) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const one = list.items.find(({ topicId }) => topicId === suggestion.topicId)
  const other = list.items.find(({ topicId }) => topicId === suggestion.otherId)
  if (!one || (suggestion.kind === 'merge' && !other)) return null
  return (
    <section
      ref={card}
      className={isSmall ? 'lp-suggestion lp-suggestion--small' : 'lp-card lp-suggestion'}
      {...(isCurrent ? { 'aria-current': 'true' as const } : {})}
    >
      <p>
        {suggestion.kind === 'merge'
          ? t('suggestion.merge', { one: one.name, other: other?.name ?? '' })
          : t('suggestion.split', { name: one.name, part: suggestion.reason.partName ?? '' })}
      </p>
      <Reason reason={suggestion.reason} />
      {!isSmall && (
        <div className="lp-columns">
          <Side line={one} />
          {other && <Side line={other} />}
        </div>
      )}
      <div className="lp-row lp-no-print">
        <Button data-size="sm" onClick={() => take(suggestion)}>
          {t(suggestion.kind === 'merge' ? 'suggestion.yesMerge' : 'suggestion.yesSplit')}
        </Button>
        <Button data-size="sm" variant="tertiary" onClick={() => dismiss(suggestion)}>
          {t('suggestion.no')}
        </Button>
      </div>
    </section>
  )
}

function Reason({ reason }: { readonly reason: Suggestion['reason'] }) {
  const t = useTexts(curateTexts)
  const said = [
    reason.words.length > 0 &&
      t('suggestion.words', { words: reason.words.map((word) => `«${word}»`).join(', ') }),
    reason.neighbours !== null &&
      reason.neighbours > 0 &&
      t('suggestion.neighbours', { count: reason.neighbours }),
  ].filter(Boolean)
  return said.length === 0 ? null : <p className="lp-small lp-quiet">{said.join(' ')}</p>
}

function Side({ line }: { readonly line: TopicLine }) {
  const { go } = useCurateState()
  const format = useFormats()
  return (
    <div>
      <h3>
        <button
          type="button"
          className="lp-link-like"
          onClick={() => go({ view: 'topics', topic: line.topicId, q: '' })}
        >
          {line.name}
        </button>{' '}
        <span className="lp-small lp-quiet lp-number">{format.number(Math.round(line.contacts))}</span>
      </h3>
      <ul className="lp-small">
        {line.examples.map((example) => (
          <li key={example}>{example}</li>
        ))}
      </ul>
    </div>
  )
}

/** Yes carries it out as one step; no takes it off the list, and it is not suggested again. */
export function useSettle(list: TopicList, steps: Steps) {
  const t = useTexts(curateTexts)
  const toast = useToast()
  const problem = useProblemText()
  const queries = useQueryClient()
  const key = api.topics.suggestions.queryOptions().queryKey
  const takeOff = (isGone: (suggestion: Suggestion) => boolean): void => {
    queries.setQueryData(
      key,
      (now: { items: Suggestion[] } | undefined) =>
        now && { items: now.items.filter((each) => !isGone(each)) },
    )
  }
  const nameOf = (topicId: string) => list.items.find((line) => line.topicId === topicId)?.name ?? ''
  return {
    take: async (suggestion: Suggestion): Promise<void> => {
      const { suggestionId, topicId, otherId, kind, reason } = suggestion
      takeOff((each) => each === suggestion)
      if (kind === 'split') {
        const decision = { kind, topicId, textKeys: reason.part ?? [], name: reason.partName ?? '' } as const
        if (await steps.decide(decision, { suggestionId }))
          toast({ text: t('did.split', { name: decision.name }) })
        else await queries.invalidateQueries({ queryKey: key })
        return
      }
      // The smaller goes into the larger.
      const into = sizeOf(list, topicId) >= sizeOf(list, otherId) ? topicId : otherId!
      const from = into === topicId ? otherId! : topicId
      if (await steps.decide({ kind, topicIds: [from], into }, { suggestionId })) {
        takeOff((each) => each.topicId === from || each.otherId === from)
        toast({ text: t('did.merge', { count: 1, name: nameOf(into) }) })
      } else await queries.invalidateQueries({ queryKey: key })
    },
    dismiss: async (suggestion: Suggestion): Promise<void> => {
      takeOff((each) => each === suggestion)
      try {
        await client.topics.dismiss({ suggestionId: suggestion.suggestionId })
      } catch (error) {
        toast({ text: problem(error) })
        await queries.invalidateQueries({ queryKey: key })
      }
    },
  }
}

function sizeOf(list: TopicList, topicId: string | null): number {
  return list.items.find((line) => line.topicId === topicId)?.contacts ?? 0
}
