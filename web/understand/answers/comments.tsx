/** What people say about the answer, and what was done about it. */
import { Button, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { AnswerComment, AnswerDetail } from '../../../src/understand/answers/contract.ts'
import { answerChannels } from '../../../src/understand/answers/rules/answer-words.ts'
import { api } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { answerTexts } from '../../i18n/answers.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useKeepAnswer } from './use-acts.ts'

export function Comments({ answer }: { readonly answer: AnswerDetail }) {
  const t = useTexts(answerTexts)
  const [all, setAll] = useState(false)
  const open = answer.comments.filter(({ resolvedAt }) => resolvedAt === null)
  const resolved = answer.comments.length - open.length
  const shown = all ? answer.comments : open
  return (
    <section className="lp-card" aria-labelledby="comments">
      <h2 id="comments">{t('comments.title')}</h2>
      {answer.comments.length === 0 && <p className="lp-quiet">{t('comments.none')}</p>}
      {shown.length > 0 && (
        <ul className="lp-comments">
          {shown.map((comment) => (
            <CommentView key={comment.commentId} answer={answer} comment={comment} />
          ))}
        </ul>
      )}
      {resolved > 0 && !all && (
        <Button variant="tertiary" data-size="sm" onClick={() => setAll(true)}>
          {t('comments.showResolved', { count: resolved })}
        </Button>
      )}
      <Write answer={answer} />
    </section>
  )
}

function CommentView({
  answer,
  comment,
}: {
  readonly answer: AnswerDetail
  readonly comment: AnswerComment
}) {
  const t = useTexts(answerTexts)
  const format = useFormats()
  const keep = useKeepAnswer()
  const [resolution, setResolution] = useState('')
  const [asking, setAsking] = useState(false)
  const resolve = useMutation(
    api.answers.resolve.mutationOptions({
      onSuccess: (resolved) => keep(resolved as AnswerDetail, t('step.done')),
    }),
  )
  const { answerId } = answer
  const { commentId, channel, quote, text, by, at, resolvedAt, resolvedBy } = comment
  const about = channel === null ? t('comments.core') : t(`channel.${channel}`)
  return (
    <li>
      <p className="lp-small lp-quiet">
        {by ?? t('page.someone')} · {about} · {format.instant(at)}
      </p>
      {quote !== null && <blockquote>«{quote}»</blockquote>}
      <p>{text}</p>
      {resolvedAt !== null && (
        <p className="lp-small lp-quiet">
          {t('comments.resolved', { by: resolvedBy ?? t('page.someone'), at: format.instant(resolvedAt) })}
          {comment.resolution !== null && `: ${comment.resolution}`}
        </p>
      )}
      {resolvedAt === null && answer.may.approve && !asking && (
        <div className="lp-no-print">
          <Button variant="tertiary" data-size="sm" onClick={() => setAsking(true)}>
            {t('comments.resolve')}
          </Button>
        </div>
      )}
      {asking && resolvedAt === null && (
        <form
          className="lp-row lp-no-print"
          onSubmit={(event) => {
            event.preventDefault()
            resolve.mutate({ answerId, commentId, resolution })
          }}
        >
          <Textfield
            label={t('comments.resolution')}
            maxLength={1000}
            value={resolution}
            onChange={(event) => setResolution(event.target.value)}
          />
          <Button type="submit" data-size="sm" loading={resolve.isPending}>
            {t('comments.resolve')}
          </Button>
        </form>
      )}
      {resolve.error ? <ErrorState error={resolve.error} /> : null}
    </li>
  )
}

function Write({ answer }: { readonly answer: AnswerDetail }) {
  const t = useTexts(answerTexts)
  const keep = useKeepAnswer()
  const [text, setText] = useState('')
  const [about, setAbout] = useState('')
  const send = useMutation(
    api.answers.comment.mutationOptions({
      onSuccess: (commented) => {
        keep(commented as AnswerDetail)
        setText('')
      },
    }),
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const channel = answerChannels.find((each) => each === about) ?? null
    send.mutate({ answerId: answer.answerId, channel, quote: null, text })
  }
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
      <div className="lp-row">
        <Field>
          <Label>{t('comments.about')}</Label>
          <Select value={about} onChange={(event) => setAbout(event.target.value)}>
            <Select.Option value="">{t('comments.core')}</Select.Option>
            {answer.content.channels.map((channel) => (
              <Select.Option key={channel} value={channel}>
                {t(`channel.${channel}`)}
              </Select.Option>
            ))}
          </Select>
        </Field>
        <Button type="submit" variant="secondary" loading={send.isPending}>
          {t('comments.send')}
        </Button>
      </div>
      {send.error ? <ErrorState error={send.error} /> : null}
    </form>
  )
}
