/** Which topic the answer is for, and who keeps it right. */
import { Button, Field, Label, Select } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AnswerDetail } from '../../../src/understand/answers/contract.ts'
import { api } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { answerTexts } from '../../i18n/answers.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useKeepAnswer } from './use-acts.ts'

export function PlaceCard({ answer }: { readonly answer: AnswerDetail }) {
  const t = useTexts(answerTexts)
  const keep = useKeepAnswer()
  const { answerId, topic } = answer
  const [topicId, setTopicId] = useState(answer.topicId ?? '')
  const [ownerId, setOwnerId] = useState(answer.ownerId ?? '')
  const list = useQuery(api.answers.list.queryOptions({ input: {} }))
  const settings = useQuery(api.answers.settings.get.queryOptions())
  const save = useMutation(
    api.answers.setTopic.mutationOptions({
      onSuccess: (saved) => keep(saved as AnswerDetail, t('step.done')),
    }),
  )
  const changed = topicId !== (answer.topicId ?? '') || ownerId !== (answer.ownerId ?? '')
  const topics = list.data?.unanswered ?? []
  return (
    <section className="lp-card lp-no-print" aria-labelledby="place">
      <h2 id="place">{t('core.place')}</h2>
      <Field>
        <Label>{t('create.topic')}</Label>
        <Select value={topicId} onChange={(event) => setTopicId(event.target.value)}>
          <Select.Option value="">{t('noTopic')}</Select.Option>
          {answer.topicId !== null && <Select.Option value={answer.topicId}>{topic}</Select.Option>}
          {topics.map((each) => (
            <Select.Option key={each.topicId} value={each.topicId}>
              {each.topic}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Field>
        <Label>{t('core.owner')}</Label>
        <Select value={ownerId} onChange={(event) => setOwnerId(event.target.value)}>
          <Select.Option value="">{t('core.nobody')}</Select.Option>
          {settings.data?.people.map(({ personId, name }) => (
            <Select.Option key={personId} value={personId}>
              {name}
            </Select.Option>
          ))}
        </Select>
      </Field>
      {save.error ? <ErrorState error={save.error} /> : null}
      <Button
        variant="secondary"
        disabled={!changed}
        loading={save.isPending}
        onClick={() => save.mutate({ answerId, topicId: topicId || null, ownerId: ownerId || null })}
      >
        {t('edit.save')}
      </Button>
    </section>
  )
}
