/** One piece of feedback: what was said, what came of it, and the organiser's three steps. */
import { Alert, Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { FeedbackLine } from '../../../src/measure/feedback/contract.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { useProblemText } from '../../design/states.tsx'
import { Status, Tag } from '../../design/status.tsx'
import { useToast } from '../../design/toast.tsx'
import { feedbackTexts } from '../../i18n/feedback.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { PreparationForm } from './preparation-form.tsx'
import { ReasonForm } from './reason-form.tsx'
import { Events, stateTones } from './thread.tsx'
import { isWaiting, useSenderName } from './words.ts'

type Props = { readonly editionId: string; readonly feedback: FeedbackLine }

export function FeedbackDetail({ editionId, feedback }: Props) {
  const t = useTexts(feedbackTexts)
  const format = useFormats()
  const nameOf = useSenderName()
  const { topic, text, state, wantsReply, hasAddress, receivedAt, events } = feedback
  return (
    <article className="lp-stack">
      <header className="lp-feedback-thread">
        <h2>{nameOf(feedback)}</h2>
        <p className="lp-row">
          <Tag>{t(`topic.${topic}`)}</Tag>
          <Status tone={isWaiting(feedback) ? 'bad' : stateTones[state]}>
            {isWaiting(feedback) ? t('waits') : t(`state.${state}`)}
          </Status>
          <span className="lp-small lp-quiet">{format.instant(receivedAt)}</span>
        </p>
      </header>
      <p className="lp-feedback-words">{text}</p>
      {wantsReply && (
        <p className="lp-small lp-quiet">
          {t('wantsReply')}. {hasAddress && t('hasAddress')}
        </p>
      )}
      <Events events={events} />
      {state !== 'closed' && <Steps editionId={editionId} feedback={feedback} />}
    </article>
  )
}

function Steps({ editionId, feedback }: Props) {
  const t = useTexts(feedbackTexts)
  const text = useProblemText()
  const [asking, setAsking] = useState<'carry' | 'close'>()
  const [words, setWords] = useState('')
  const act = useActs(() => {
    setAsking(undefined)
    setWords('')
  })
  const of = { editionId, feedbackId: feedback.feedbackId }
  const waiting = isWaiting(feedback)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    act.reply.mutate({ ...of, text: words })
  }
  return (
    <>
      <form className="lp-form lp-no-print" onSubmit={submit}>
        <Textfield
          multiline
          rows={4}
          maxLength={4000}
          required
          label={t('reply.label')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {act.error ? (
          <Alert data-color="danger" role="alert">
            {text(act.error)}
          </Alert>
        ) : null}
        <div className="lp-row">
          <Button type="submit" loading={act.reply.isPending}>
            {t('reply.send')}
          </Button>
          {feedback.state !== 'carried' && (
            <Button type="button" variant="secondary" onClick={() => setAsking('carry')}>
              {t('carry.action')}
            </Button>
          )}
          <Button type="button" variant="tertiary" disabled={waiting} onClick={() => setAsking('close')}>
            {t('close.action')}
          </Button>
        </div>
        {waiting && <p className="lp-small lp-quiet">{t('close.replyFirst')}</p>}
      </form>
      <FormDialog open={asking === 'carry'} title={t('carry.action')} onClose={() => setAsking(undefined)}>
        <PreparationForm
          editionId={editionId}
          start={{ title: '', detail: feedback.text, ownerId: null, dueOn: null }}
          busy={act.carry.isPending}
          error={act.carry.error}
          onFields={(fields) => act.carry.mutate({ ...of, ...fields })}
        />
      </FormDialog>
      <FormDialog open={asking === 'close'} title={t('close.title')} onClose={() => setAsking(undefined)}>
        <p>{t('close.text')}</p>
        <ReasonForm
          label={t('close.reason')}
          send={t('close.action')}
          busy={act.close.isPending}
          error={act.close.error}
          onReason={(reason) => act.close.mutate({ ...of, reason })}
        />
      </FormDialog>
    </>
  )
}

function useActs(onDone: () => void) {
  const t = useTexts(feedbackTexts)
  const toast = useToast()
  const client = useQueryClient()
  const done = async (text: string): Promise<void> => {
    await client.invalidateQueries({ queryKey: api.feedback.key() })
    toast({ text })
    onDone()
  }
  const reply = useMutation(api.feedback.reply.mutationOptions({ onSuccess: () => done(t('reply.sent')) }))
  const carry = useMutation(api.feedback.carry.mutationOptions({ onSuccess: () => done(t('carry.done')) }))
  const close = useMutation(api.feedback.close.mutationOptions({ onSuccess: () => done(t('close.done')) }))
  return { reply, carry, close, error: reply.error }
}
