/** The first words of a core answer: its title, its topic, and the language that it is written in. */
import { Alert, Button, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { isLanguage, languages } from '../../../src/kernel/localized.ts'
import { api } from '../../api.ts'
import { useProblemText } from '../../design/states.tsx'
import { answerTexts } from '../../i18n/answers.ts'
import { useLanguage, useTexts } from '../../i18n/use-texts.ts'

type Props = {
  readonly start: { readonly topicId: string | null; readonly title: string }
  readonly topics: readonly { readonly topicId: string; readonly topic: string }[]
  /** The search without result that it answers. */
  readonly miss?: string
}

export function NewAnswer({ start, topics, miss }: Props) {
  const t = useTexts(answerTexts)
  const text = useProblemText()
  const navigate = useNavigate()
  const client = useQueryClient()
  const spoken = useLanguage()
  const [title, setTitle] = useState(start.title)
  const [topicId, setTopicId] = useState(start.topicId ?? '')
  const [language, setLanguage] = useState(spoken)
  const create = useMutation(
    api.answers.create.mutationOptions({
      onSuccess: async ({ answerId }) => {
        await client.invalidateQueries({ queryKey: api.answers.key() })
        await navigate({
          to: '/understand/answers/$answerId',
          params: { answerId },
          search: { edit: 'core' } as never,
        })
      },
    }),
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    create.mutate({
      topicId: topicId === '' ? null : topicId,
      title,
      language,
      ...(miss !== undefined && { miss }),
    })
  }
  return (
    <form className="lp-form" onSubmit={submit}>
      <Textfield
        label={t('create.field')}
        required
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Field>
        <Label>{t('create.topic')}</Label>
        <Select value={topicId} onChange={(event) => setTopicId(event.target.value)}>
          <Select.Option value="">{t('noTopic')}</Select.Option>
          {topics.map((topic) => (
            <Select.Option key={topic.topicId} value={topic.topicId}>
              {topic.topic}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Field>
        <Label>{t('create.language')}</Label>
        <Select
          value={language}
          onChange={({ target: { value } }) => isLanguage(value) && setLanguage(value)}
        >
          {languages.map((each) => (
            <Select.Option key={each} value={each}>
              {t(`language.${each}`)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      {create.error && (
        <Alert data-color="danger" role="alert">
          {text(create.error)}
        </Alert>
      )}
      <div>
        <Button type="submit" loading={create.isPending}>
          {t('create.begin')}
        </Button>
      </div>
    </form>
  )
}
