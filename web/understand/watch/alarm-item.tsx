import { Button, Field, Label, Textarea } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { AlarmView } from '../../../src/understand/watch/contract.ts'
import type { AlarmState } from '../../../src/understand/watch/rules/kinds.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { linkTo, type PathTarget } from '../../design/path-target.ts'
import { ErrorState } from '../../design/states.tsx'
import { Status, Tag, type Tone } from '../../design/status.tsx'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { watchTexts } from '../../i18n/watch.ts'
import { recordLink, recordsLink, topicLink } from '../overview/links.ts'
import { useAlarmWords } from './alarm-words.ts'

const tones: Readonly<Record<AlarmState, Tone>> = { open: 'warning', seen: 'information', closed: 'neutral' }

export function AlarmItem({ alarm, manages }: { readonly alarm: AlarmView; readonly manages: boolean }) {
  const t = useTexts(watchTexts)
  const { shortDate, date, instant } = useFormats()
  const { said, detail } = useAlarmWords()(alarm)
  const { firstDay, lastDay, settledAt, settledBy } = alarm
  return (
    <article className="lp-alarm">
      <p>
        <Status tone={tones[alarm.state]}>{t(`state.${alarm.state}`)}</Status>{' '}
        <Tag>{t(`kind.${alarm.kind}`)}</Tag>{' '}
        <span className="lp-small lp-quiet">
          {firstDay === lastDay
            ? date(lastDay)
            : t('days', { first: shortDate(firstDay), last: date(lastDay) })}
        </span>
      </p>
      <h3>{said}</h3>
      {detail !== '' && <p className="lp-quiet">{detail}</p>}
      <Links alarm={alarm} />
      {alarm.note !== '' && <p className="lp-alarm__note">{alarm.note}</p>}
      {settledAt !== null && (
        <p className="lp-small lp-quiet">
          {settledBy === null
            ? t('overByItself', { when: instant(settledAt) })
            : t('settled', { name: settledBy, when: instant(settledAt) })}
        </p>
      )}
      {manages && <Settle alarm={alarm} />}
    </article>
  )
}

function Links({ alarm }: { readonly alarm: AlarmView }) {
  const t = useTexts(watchTexts)
  const { number } = useFormats()
  const { kind, topic, channel, source, answerId, firstDay, lastDay, records } = alarm
  const links: { readonly text: string; readonly target: PathTarget }[] = []
  if (kind === 'spike' && topic)
    links.push({
      text: t('records'),
      target: recordsLink({ from: firstDay, to: lastDay }, { topicId: topic.id, channel }),
    })
  if (topic) links.push({ text: t('topic'), target: topicLink(topic.id) })
  if (answerId)
    links.push({ text: t('answer'), target: { to: '/understand/answers/$answerId', params: { answerId } } })
  if (source)
    links.push({
      text: t('source'),
      target: { to: '/understand/intake/sources/$sourceId', params: { sourceId: source.id } },
    })
  for (const [at, id] of records.slice(0, 10).entries())
    links.push({ text: t('record', { number: number(at + 1) }), target: recordLink(id) })
  return (
    <p className="lp-row">
      {links.map(({ text, target }) => (
        <Link key={text} {...linkTo(target)}>
          {text}
        </Link>
      ))}
    </p>
  )
}

function Settle({ alarm }: { readonly alarm: AlarmView }) {
  const t = useTexts(watchTexts)
  const client = useQueryClient()
  const [closing, setClosing] = useState(false)
  const [note, setNote] = useState(alarm.note)
  const settle = useMutation(
    api.watch.settle.mutationOptions({
      onSuccess: async () => {
        setClosing(false)
        await client.invalidateQueries({ queryKey: api.watch.key() })
      },
    }),
  )
  const { alarmId, state } = alarm
  const go = (to: AlarmState, text = alarm.note) => settle.mutate({ alarmId, state: to, note: text })
  return (
    <div className="lp-row lp-no-print">
      {state === 'open' && (
        <Button data-size="sm" variant="secondary" disabled={settle.isPending} onClick={() => go('seen')}>
          {t('see')}
        </Button>
      )}
      {state !== 'closed' && (
        <Button data-size="sm" variant="tertiary" onClick={() => setClosing(true)}>
          {t('close')}
        </Button>
      )}
      {state !== 'open' && (
        <Button data-size="sm" variant="tertiary" disabled={settle.isPending} onClick={() => go('open')}>
          {t('reopen')}
        </Button>
      )}
      <FormDialog open={closing} title={t('closeTitle')} onClose={() => setClosing(false)}>
        <Field>
          <Label>{t('note')}</Label>
          <Textarea
            rows={3}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Field>
        {settle.error ? <ErrorState error={settle.error} /> : null}
        <Button loading={settle.isPending} disabled={note.trim() === ''} onClick={() => go('closed', note)}>
          {t('close')}
        </Button>
      </FormDialog>
    </div>
  )
}
