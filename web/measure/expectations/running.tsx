/** A survey that is being answered: how many have, until when, and what can be done about it. */
import { Alert, Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Survey, SurveyAnswer } from '../../../src/measure/expectations/contract.ts'
import { api } from '../../api.ts'
import { ConfirmDialog, FormDialog } from '../../design/confirm-dialog.tsx'
import { Figure } from '../../design/figure.tsx'
import { useProblemText } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { expectationTexts } from '../../i18n/expectations.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'

export function Running({ survey }: { readonly survey: Survey }) {
  const t = useTexts(expectationTexts)
  const format = useFormats()
  const language = useLanguage()
  const { answered, invited, closesOn, remindedAt, items } = survey
  const counts = { answered: format.number(answered), invited: format.number(invited) }
  return (
    <>
      <div className="lp-columns">
        <Figure
          label={t('running.rate')}
          value={format.percent(invited === 0 ? 0 : answered / invited)}
          note={t('running.rateNote', counts)}
        />
        <Figure
          label={t('running.days')}
          value={format.shortDate(closesOn)}
          {...(remindedAt ? { note: t('running.lastReminder', { at: format.instant(remindedAt) }) } : {})}
        />
      </div>
      <Anonymity />
      <div className="lp-card">
        <h2>{t('running.questions')}</h2>
        <ol className="lp-expectation-list">
          {items.map(({ id, text }) => (
            <li key={id}>{text[language]}</li>
          ))}
        </ol>
      </div>
    </>
  )
}

export function Anonymity() {
  const t = useTexts(expectationTexts)
  return (
    <div className="lp-card">
      <h2>{t('running.anonymous')}</h2>
      <p className="lp-prose">{t('running.anonymousText')}</p>
    </div>
  )
}

export function RunningActions({ answer }: { readonly answer: SurveyAnswer }) {
  const t = useTexts(expectationTexts)
  const { editionId, survey } = answer
  const [asking, setAsking] = useState<'extend' | 'close'>()
  const text = useProblemText()
  const act = useActs(() => setAsking(undefined))
  if (!survey) return null
  return (
    <>
      {survey.phase === 'open' && (
        <Button
          variant="secondary"
          loading={act.remind.isPending}
          onClick={() => act.remind.mutate({ editionId })}
        >
          {t('running.remind')}
        </Button>
      )}
      <Button variant="tertiary" onClick={() => setAsking('extend')}>
        {t('running.extend')}
      </Button>
      <Button variant="tertiary" onClick={() => setAsking('close')}>
        {t('running.close')}
      </Button>
      {act.error ? (
        <Alert data-color="danger" role="alert">
          {text(act.error)}
        </Alert>
      ) : null}
      <FormDialog open={asking === 'extend'} title={t('running.extend')} onClose={() => setAsking(undefined)}>
        <LastDay
          from={survey.opensOn}
          day={survey.closesOn}
          onDay={(closesOn) => act.extend.mutate({ editionId, closesOn })}
        />
      </FormDialog>
      <ConfirmDialog
        open={asking === 'close'}
        title={t('running.closeTitle')}
        confirm={t('running.close')}
        busy={act.close.isPending}
        onConfirm={() => act.close.mutate({ editionId })}
        onClose={() => setAsking(undefined)}
      >
        <p>{t('running.closeText')}</p>
      </ConfirmDialog>
    </>
  )
}

type LastDayProps = {
  readonly from: string
  readonly day: string
  readonly onDay: (day: string) => void
}

function LastDay({ from, day, onDay }: LastDayProps) {
  const t = useTexts(expectationTexts)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    onDay(String(new FormData(event.currentTarget).get('day')))
  }
  return (
    <form className="lp-form" onSubmit={submit}>
      <Textfield name="day" type="date" label={t('make.closesOn')} min={from} defaultValue={day} required />
      <div>
        <Button type="submit">{t('running.extend')}</Button>
      </div>
    </form>
  )
}

function useActs(onDone: () => void) {
  const t = useTexts(expectationTexts)
  const toast = useToast()
  const client = useQueryClient()
  const done = async (text: string): Promise<void> => {
    await client.invalidateQueries({ queryKey: api.expectations.key() })
    toast({ text })
    onDone()
  }
  const remind = useMutation(
    api.expectations.remind.mutationOptions({
      onSuccess: ({ letters }) => done(t('running.reminded', { count: letters })),
    }),
  )
  const extend = useMutation(
    api.expectations.extend.mutationOptions({ onSuccess: () => done(t('running.extended')) }),
  )
  const close = useMutation(
    api.expectations.close.mutationOptions({ onSuccess: () => done(t('running.closed')) }),
  )
  return { remind, extend, close, error: remind.error ?? extend.error ?? close.error }
}
