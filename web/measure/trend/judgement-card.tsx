import { Button, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import type { TrendOverview } from '../../../src/measure/trend/contract.ts'
import { api } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { trendTexts } from '../../i18n/trend.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useRefreshTrend } from './use-refresh.ts'

/** What a person knows about a year and no method says. */
export function JudgementCard({ overview }: { readonly overview: TrendOverview }) {
  const t = useTexts(trendTexts)
  const toast = useToast()
  const refresh = useRefreshTrend()
  const told = (text: string) => async () => {
    await refresh()
    toast({ text })
  }
  const judge = useMutation(api.trend.judge.mutationOptions({ onSuccess: told(t('judge.done')) }))
  const unjudge = useMutation(api.trend.unjudge.mutationOptions({ onSuccess: told(t('judge.undone')) }))
  const error = judge.error ?? unjudge.error
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const kind = fields.get('kind') === 'comparable' ? 'comparable' : 'break'
    judge.mutate({ year: Number(fields.get('year')), kind, reason: String(fields.get('reason') ?? '') })
    event.currentTarget.reset()
  }
  const latest = overview.editions.at(-1)?.year
  return (
    <section className="lp-card" aria-labelledby="judge-title">
      <h2 id="judge-title">{t('judge.title')}</h2>
      <p className="lp-quiet">{t('judge.lead')}</p>
      {overview.judgements.length === 0 && <p>{t('judge.none')}</p>}
      <ul className="lp-plain-list lp-trend__said">
        {overview.judgements.map(({ year, kind, reason }) => (
          <li key={year}>
            <span>
              <strong>{year}</strong> · {t(`judge.${kind}`)}: {reason}
            </span>
            <Button
              variant="tertiary"
              data-size="sm"
              aria-label={t('judge.removeLabel', { year })}
              onClick={() => unjudge.mutate({ year })}
            >
              {t('judge.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <form className="lp-form" onSubmit={submit}>
        <Textfield
          data-size="sm"
          name="year"
          label={t('judge.year')}
          type="number"
          min={1950}
          max={2200}
          required
          defaultValue={latest}
        />
        <Field data-size="sm">
          <Label>{t('judge.kind')}</Label>
          <Select name="kind">
            <Select.Option value="break">{t('judge.break')}</Select.Option>
            <Select.Option value="comparable">{t('judge.comparable')}</Select.Option>
          </Select>
        </Field>
        <Textfield
          data-size="sm"
          name="reason"
          label={t('judge.reason')}
          required
          minLength={3}
          maxLength={300}
        />
        <div>
          <Button type="submit" variant="secondary" loading={judge.isPending}>
            {t('judge.add')}
          </Button>
        </div>
      </form>
      {error ? <ErrorState error={error} /> : null}
    </section>
  )
}
