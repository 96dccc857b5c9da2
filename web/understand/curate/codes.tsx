/** What reason codes stand for: rows without a text are spread over topics by these shares. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CodeLine, TopicList } from '../../../src/understand/topics/contract.ts'
import { api } from '../../api.ts'
import { Awaited, EmptyState, useProblemText } from '../../design/states.tsx'
import { Status, Tag } from '../../design/status.tsx'
import { useToast } from '../../design/toast.tsx'
import { curateTexts } from '../../i18n/curate.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { ChooseTopic } from './choose-topic.tsx'
import { nameOf } from './text-row.tsx'

export function Codes({ list }: { readonly list: TopicList }) {
  const t = useTexts(curateTexts)
  const query = useQuery(api.topics.codes.list.queryOptions())
  return (
    <Awaited query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title={t('code.none')}>{t('code.noneText')}</EmptyState>
        ) : (
          <div className="lp-card">
            <p className="lp-quiet">{t('code.explained')}</p>
            <ul className="lp-plain-list lp-codes">
              {items.map((code) => (
                <CodeRow key={`${code.sourceId} ${code.reasonCode}`} code={code} list={list} />
              ))}
            </ul>
          </div>
        )
      }
    </Awaited>
  )
}

function CodeRow({ code, list }: { readonly code: CodeLine; readonly list: TopicList }) {
  const t = useTexts(curateTexts)
  const format = useFormats()
  const toast = useToast()
  const problem = useProblemText()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const set = useMutation(
    api.topics.codes.set.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.topics.codes.list.key() }),
      onError: (error) => toast({ text: problem(error) }),
    }),
  )
  const { sourceId, reasonCode, topics } = code
  /** Shares stay in proportion when one more is said or one is taken away. */
  const say = (topicIds: readonly string[]): void =>
    set.mutate({
      sourceId,
      reasonCode,
      topics: topicIds.map((topicId) => ({ topicId, share: 1 / topicIds.length })),
    })
  const ids = topics.map(({ topicId }) => topicId)
  return (
    <li className="lp-codes__row">
      <div>
        <strong>{reasonCode}</strong> <span className="lp-small lp-quiet">{code.source}</span>
      </div>
      <span className="lp-number">{format.number(code.contacts)}</span>
      <div className="lp-row">
        {topics.length === 0 && <Status tone="warning">{t('code.unknown')}</Status>}
        {topics.map(({ topicId, share }) => (
          <Tag key={topicId}>
            {nameOf(list, topicId)} {format.percent(share)}
            <button
              type="button"
              className="lp-codes__remove lp-no-print"
              aria-label={t('code.remove', { name: nameOf(list, topicId) })}
              onClick={() => say(ids.filter((id) => id !== topicId))}
            >
              ×
            </button>
          </Tag>
        ))}
        {topics[0]?.origin === 'estimate' && <span className="lp-small lp-quiet">{t('code.estimate')}</span>}
        <Button data-size="sm" variant="tertiary" onClick={() => setAsking(true)}>
          {t('code.add')}
        </Button>
      </div>
      <ChooseTopic
        open={asking}
        title={t('code.title', { code: reasonCode })}
        topics={list.items.filter(({ topicId }) => !ids.includes(topicId))}
        onChoose={(topicId) => say(topics[0]?.origin === 'person' ? [...ids, topicId] : [topicId])}
        onClose={() => setAsking(false)}
      />
    </li>
  )
}
