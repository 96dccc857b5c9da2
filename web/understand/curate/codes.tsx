/** What reason codes stand for: rows without a text are spread over topics by these shares. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CodeRow, CodesView } from '../../../src/understand/overview/contract.ts'
import type { TopicList } from '../../../src/understand/topics/contract.ts'
import { api } from '../../api.ts'
import { Awaited, EmptyState, useProblemText } from '../../design/states.tsx'
import { Status, Tag } from '../../design/status.tsx'
import { useToast } from '../../design/toast.tsx'
import { curateTexts } from '../../i18n/curate.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { ChooseTopic } from './choose-topic.tsx'

/** Both ways of explaining a code answer all of them. */
function useTakeIn() {
  const queries = useQueryClient()
  const toast = useToast()
  const problem = useProblemText()
  return {
    onSuccess: (codes: CodesView) =>
      queries.setQueryData(api.overview.codes.list.queryOptions().queryKey, codes),
    onError: (error: unknown) => toast({ text: problem(error) }),
  }
}

export function Codes({ list }: { readonly list: TopicList }) {
  const t = useTexts(curateTexts)
  const query = useQuery(api.overview.codes.list.queryOptions())
  const estimate = useMutation(api.overview.codes.estimate.mutationOptions(useTakeIn()))
  return (
    <Awaited query={query}>
      {({ rows }) =>
        rows.length === 0 ? (
          <EmptyState title={t('code.none')}>{t('code.noneText')}</EmptyState>
        ) : (
          <div className="lp-card">
            <div className="lp-card__head">
              <p className="lp-quiet">{t('code.explained')}</p>
              <Button
                data-size="sm"
                variant="secondary"
                loading={estimate.isPending}
                onClick={() => estimate.mutate({})}
              >
                {t('code.estimateNow')}
              </Button>
            </div>
            <ul className="lp-plain-list lp-codes">
              {rows.map((code) => (
                <CodeItem key={`${code.sourceId} ${code.code}`} code={code} list={list} />
              ))}
            </ul>
          </div>
        )
      }
    </Awaited>
  )
}

function CodeItem({ code, list }: { readonly code: CodeRow; readonly list: TopicList }) {
  const t = useTexts(curateTexts)
  const format = useFormats()
  const [asking, setAsking] = useState(false)
  const set = useMutation(api.overview.codes.set.mutationOptions(useTakeIn()))
  const { sourceId, shares } = code
  const ids = shares.map(({ topicId }) => topicId)
  /** What a person says counts in equal shares. */
  const say = (topicIds: readonly string[]): void =>
    set.mutate({
      sourceId,
      code: code.code,
      shares: topicIds.map((topicId) => ({ topicId, share: 1 / topicIds.length })),
    })
  return (
    <li className="lp-codes__row">
      <div>
        <strong>{code.code}</strong> <span className="lp-small lp-quiet">{code.source}</span>
      </div>
      <span className="lp-number">{format.number(Math.round(code.contacts))}</span>
      <div className="lp-row">
        {shares.length === 0 && <Status tone="warning">{t('code.unknown')}</Status>}
        {shares.map(({ topicId, name, share }) => (
          <Tag key={topicId}>
            {name} {format.percent(share)}
            <button
              type="button"
              className="lp-codes__remove lp-no-print"
              aria-label={t('code.remove', { name })}
              onClick={() => say(ids.filter((id) => id !== topicId))}
            >
              ×
            </button>
          </Tag>
        ))}
        {code.origin === 'estimate' && <span className="lp-small lp-quiet">{t('code.estimate')}</span>}
        <Button data-size="sm" variant="tertiary" onClick={() => setAsking(true)}>
          {t('code.add')}
        </Button>
      </div>
      <ChooseTopic
        open={asking}
        title={t('code.title', { code: code.code })}
        topics={list.items.filter(({ topicId }) => !ids.includes(topicId))}
        onChoose={(topicId) => say(code.origin === 'person' ? [...ids, topicId] : [topicId])}
        onClose={() => setAsking(false)}
      />
    </li>
  )
}
