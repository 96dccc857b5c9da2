/** A signed-in sender's own: what to say, what has been said, and the replies. */
import { Alert, Button, Field, Label, Select } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import { Awaited, EmptyState, useProblemText } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { feedbackTexts } from '../../i18n/feedback.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { FeedbackFields, nothingSaid } from './feedback-fields.tsx'
import { OwnThread } from './thread.tsx'

/** With an edition: about that one; else the person chooses among the own ones. */
export function MyFeedback({ editionId }: { readonly editionId?: string }) {
  const t = useTexts(feedbackTexts)
  const query = useQuery(api.feedback.mine.queryOptions())
  return (
    <Awaited query={query}>
      {({ editions, items }) => {
        const own = items.filter((item) => editionId === undefined || item.editionId === editionId)
        return (
          <>
            <div className="lp-card">
              {editions.length === 0 ? (
                <EmptyState title={t('mine.noPart')} />
              ) : (
                <SendForm
                  editions={editionId === undefined ? editions : []}
                  first={editionId ?? editions[0]?.editionId ?? ''}
                />
              )}
            </div>
            <section className="lp-stack" aria-labelledby="sent-title">
              <h2 id="sent-title">{t('mine.earlier')}</h2>
              {own.length === 0 && <p className="lp-quiet">{t('mine.nothing')}</p>}
              {own.map((item) => (
                <div key={item.feedbackId} className="lp-card">
                  <OwnThread feedback={item} />
                </div>
              ))}
            </section>
          </>
        )
      }}
    </Awaited>
  )
}

type FormProps = {
  /** To choose among; none: the edition is given. */
  readonly editions: readonly { readonly editionId: string; readonly edition: string }[]
  readonly first: string
}

function SendForm({ editions, first }: FormProps) {
  const t = useTexts(feedbackTexts)
  const text = useProblemText()
  const toast = useToast()
  const client = useQueryClient()
  const [editionId, setEdition] = useState(first)
  const [said, setSaid] = useState(nothingSaid)
  const send = useMutation(
    api.feedback.send.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: api.feedback.mine.key() })
        setSaid(nothingSaid)
        toast({ text: t('mine.sent') })
      },
    }),
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    send.mutate({ editionId, ...said })
  }
  return (
    <form className="lp-form" onSubmit={submit}>
      {editions.length > 1 && (
        <Field>
          <Label>{t('mine.edition')}</Label>
          <Select value={editionId} onChange={(event) => setEdition(event.target.value)}>
            {editions.map(({ editionId: id, edition }) => (
              <Select.Option key={id} value={id}>
                {edition}
              </Select.Option>
            ))}
          </Select>
        </Field>
      )}
      <FeedbackFields said={said} onSaid={setSaid} />
      {send.error && (
        <Alert data-color="danger" role="alert">
          {text(send.error)}
        </Alert>
      )}
      <div>
        <Button type="submit" loading={send.isPending}>
          {t('mine.send')}
        </Button>
      </div>
    </form>
  )
}
