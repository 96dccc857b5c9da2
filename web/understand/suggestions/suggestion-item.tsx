import { Button, Field, Label, Textarea } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { SuggestionView } from '../../../src/understand/improvements/contract.ts'
import type { SuggestionState } from '../../../src/understand/improvements/rules/words.ts'
import { api } from '../../api.ts'
import { linkTo } from '../../design/path-target.ts'
import { ErrorState } from '../../design/states.tsx'
import { Status, type Tone } from '../../design/status.tsx'
import { useKeptText } from '../../design/use-kept-text.ts'
import { improvementTexts } from '../../i18n/improvements.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { improvementLink } from '../improvements/links.ts'
import { topicLink } from '../overview/links.ts'

const tones: Readonly<Record<SuggestionState, Tone>> = {
  waiting: 'warning',
  answered: 'good',
  closed: 'neutral',
}

type Props = { readonly suggestion: SuggestionView; readonly manages: boolean }

/** One suggestion with what its sender was answered, and for those who manage the ways to answer it. */
export function SuggestionItem({ suggestion, manages }: Props) {
  const t = useTexts(improvementTexts)
  const { instant } = useFormats()
  const { text, sender, sentAt, state, topic, mandate, improvement, changesAnswer, events } = suggestion
  return (
    <article className="lp-suggestion">
      <p>
        <Status tone={tones[state]}>{t(`box.state.${state}`)}</Status>{' '}
        <span className="lp-small lp-quiet">{t('box.from', { name: sender, when: instant(sentAt) })}</span>{' '}
        {topic && <Link {...linkTo(topicLink(topic.id))}>{topic.name}</Link>}
      </p>
      <p className="lp-suggestion__text">{text}</p>
      {state === 'waiting' && (
        <p className="lp-small lp-quiet">
          {mandate ? t('box.mandate', { name: mandate.name }) : t('box.mandateAny')}
        </p>
      )}
      {events.length > 0 && (
        <div className="lp-suggestion__events lp-stack">
          {events.map((event) => (
            <p key={`${event.at} ${event.kind}`}>
              <strong>{t(`box.event.${event.kind}`)}</strong>{' '}
              <span className="lp-suggestion__text">{event.text}</span>{' '}
              <span className="lp-small lp-quiet">
                {t('by', { name: event.by, when: instant(event.at) })}
              </span>
            </p>
          ))}
        </div>
      )}
      {improvement && (
        <p>
          <Link {...linkTo(improvementLink(improvement.id))}>
            {t('box.becameImprovement', { title: improvement.name })}
          </Link>
        </p>
      )}
      {changesAnswer && suggestion.answerId && (
        <p>
          <Link
            {...linkTo({ to: '/understand/answers/$answerId', params: { answerId: suggestion.answerId } })}
          >
            {t('box.changesAnswer')}
          </Link>
        </p>
      )}
      {manages && state !== 'closed' && <AnswerForm suggestion={suggestion} />}
    </article>
  )
}

/** The box opens when somebody wants to answer, and stays open around what they have begun to write. */
function AnswerForm({ suggestion }: { readonly suggestion: SuggestionView }) {
  const t = useTexts(improvementTexts)
  const client = useQueryClient()
  const [text, setText] = useKeptText(`reply ${suggestion.suggestionId}`)
  const [isOpen, setOpen] = useState(text !== '')
  const after = {
    onSuccess: async () => {
      setText('')
      setOpen(false)
      await client.invalidateQueries({ queryKey: api.improvements.key() })
    },
  }
  const reply = useMutation(api.improvements.suggestions.reply.mutationOptions(after))
  const carry = useMutation(api.improvements.suggestions.carry.mutationOptions(after))
  const close = useMutation(api.improvements.suggestions.close.mutationOptions(after))
  const { suggestionId, answeredAt, improvement, topic, answerId } = suggestion
  const error = reply.error ?? carry.error ?? close.error
  const empty = text.trim().length < 3
  const busy = reply.isPending || carry.isPending || close.isPending
  const closing = answeredAt !== null && (
    <Button data-size="sm" variant="tertiary" disabled={busy} onClick={() => close.mutate({ suggestionId })}>
      {t('box.close')}
    </Button>
  )
  if (!isOpen)
    return (
      <div className="lp-stack lp-no-print">
        {error ? <ErrorState error={error} /> : null}
        <div className="lp-row">
          <Button data-size="sm" variant="secondary" onClick={() => setOpen(true)}>
            {answeredAt === null ? t('box.open') : t('box.openAgain')}
          </Button>
          {closing}
        </div>
      </div>
    )
  return (
    <div className="lp-stack lp-no-print">
      <Field>
        <Label>{t('box.answer')}</Label>
        <Textarea
          autoFocus={text === ''}
          rows={2}
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      {error ? <ErrorState error={error} /> : null}
      <div className="lp-row">
        <Button data-size="sm" disabled={empty || busy} onClick={() => reply.mutate({ suggestionId, text })}>
          {t('box.reply')}
        </Button>
        {!improvement && (
          <Button
            data-size="sm"
            variant="secondary"
            disabled={empty || busy}
            onClick={() => carry.mutate({ suggestionId, text, to: 'improvement' })}
          >
            {t('box.asImprovement')}
          </Button>
        )}
        {(answerId !== null || topic !== null) && (
          <Button
            data-size="sm"
            variant="secondary"
            disabled={empty || busy}
            onClick={() => carry.mutate({ suggestionId, text, to: 'answer' })}
          >
            {t('box.asAnswer')}
          </Button>
        )}
        {closing}
        <Button
          data-size="sm"
          variant="tertiary"
          disabled={busy}
          onClick={() => {
            setText('')
            setOpen(false)
          }}
        >
          {t('box.cancel')}
        </Button>
      </div>
    </div>
  )
}
