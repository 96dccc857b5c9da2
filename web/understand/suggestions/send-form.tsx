import { Alert, Button, Field, Label, Textarea } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { useKeptText } from '../../design/use-kept-text.ts'
import { improvementTexts } from '../../i18n/improvements.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { Choice } from '../improvements/improvement-form.tsx'

type Props = {
  /** Topics to choose from, when it is not given which one it is about. */
  readonly topics?: readonly { readonly id: string; readonly name: string }[]
  readonly topicId?: string
  readonly answerId?: string
}

export function SendForm({ topics, topicId, answerId }: Props) {
  const t = useTexts(improvementTexts)
  const client = useQueryClient()
  const [text, setText] = useKeptText(`suggestion ${topicId ?? ''} ${answerId ?? ''}`)
  const [topic, setTopic] = useState(topicId ?? '')
  const send = useMutation(
    api.improvements.suggestions.send.mutationOptions({
      onSuccess: async () => {
        setText('')
        await client.invalidateQueries({ queryKey: api.improvements.key() })
      },
    }),
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    send.mutate({ topicId: topic || null, answerId: answerId ?? null, text })
  }
  return (
    <form className="lp-stack lp-no-print" onSubmit={submit}>
      <Field>
        <Label>{t('box.text')}</Label>
        <Field.Description>{t('box.textHelp')}</Field.Description>
        <Textarea rows={3} maxLength={4000} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      {topics && (
        <Choice
          label={t('box.topic')}
          value={topic}
          onChange={setTopic}
          options={[{ id: '', name: t('box.noTopic') }, ...topics]}
        />
      )}
      {send.error ? <ErrorState error={send.error} /> : null}
      {send.isSuccess && <Alert data-color="success">{t('box.sent')}</Alert>}
      <div className="lp-row">
        <Button type="submit" loading={send.isPending} disabled={text.trim().length < 3}>
          {t('box.sendButton')}
        </Button>
      </div>
    </form>
  )
}
