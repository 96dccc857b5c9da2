/** An agreed answer as it is given to a customer, with what to copy and a way to say that something is wrong. */
import { Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { ReadAnswer } from '../../../../src/understand/answers/contract.ts'
import type { AnswerChannel } from '../../../../src/understand/answers/rules/answer-words.ts'
import { api } from '../../../api.ts'
import { ErrorState } from '../../../design/states.tsx'
import { Status } from '../../../design/status.tsx'
import { useToast } from '../../../design/toast.tsx'
import { answerTexts } from '../../../i18n/answers.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { RichText } from '../rich-view.tsx'
import { chooseText } from './choose-text.ts'

type Props = {
  readonly answer: ReadAnswer
  readonly channel: AnswerChannel | undefined
  readonly actions: ReactNode
}

export function AnswerToGive({ answer, channel, actions }: Props) {
  const t = useTexts(answerTexts)
  const format = useFormats()
  const { answerId, title, topic, agreedAt, owner, facts } = answer
  const { text, instead } = chooseText(answer, channel)
  const name = channel === undefined ? '' : t(`channel.${channel}`)
  const about = [
    topic,
    t('findPage.agreed', { at: format.shortDate(agreedAt) }),
    owner && t('findPage.by', { owner }),
  ].filter(Boolean)
  return (
    <article className="lp-card lp-find__answer" aria-labelledby="given">
      <h2 id="given">
        <Link to="/understand/answers/$answerId" params={{ answerId }}>
          {title}
        </Link>
      </h2>
      <p className="lp-small lp-quiet">{about.join(' · ')}</p>
      {instead === 'noVersion' && (
        <p className="lp-small lp-quiet">{t('findPage.noVersion', { channel: name })}</p>
      )}
      {instead === 'stale' && <Status tone="warning">{t('findPage.stale')}</Status>}
      {instead === 'wrong' && <Status tone="bad">{t('findPage.wrong')}</Status>}
      <div lang={text.language}>
        <RichText text={text.rich} facts={facts} />
      </div>
      <div className="lp-row lp-no-print lp-find__acts">{actions}</div>
      <SayFrom answerId={answerId} channel={channel} />
    </article>
  )
}

/** An agent who sees that something is wrong says so here; it lands with the answer's owner. */
function SayFrom({
  answerId,
  channel,
}: {
  readonly answerId: string
  readonly channel: AnswerChannel | undefined
}) {
  const t = useTexts(answerTexts)
  const toast = useToast()
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const send = useMutation(
    api.answers.comment.mutationOptions({
      onSuccess: () => {
        toast({ text: t('findPage.sent') })
        setText('')
        setOpen(false)
      },
    }),
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    send.mutate({ answerId, channel: channel ?? null, quote: null, text })
  }
  if (!isOpen)
    return (
      <div className="lp-no-print">
        <Button variant="tertiary" data-size="sm" onClick={() => setOpen(true)}>
          {t('findPage.comment')}
        </Button>
      </div>
    )
  return (
    <form className="lp-stack lp-no-print" onSubmit={submit}>
      <Textfield
        multiline
        rows={2}
        required
        maxLength={2000}
        label={t('comments.write')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {send.error ? <ErrorState error={send.error} /> : null}
      <div>
        <Button type="submit" variant="secondary" data-size="sm" loading={send.isPending}>
          {t('comments.send')}
        </Button>
      </div>
    </form>
  )
}
