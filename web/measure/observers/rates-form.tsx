import { Alert, Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Payments, Rates } from '../../../src/measure/observers/contract.ts'
import { api } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { channelTexts } from '../../i18n/channels.ts'
import { poolTexts } from '../../i18n/pool.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useEditionId } from '../edition/edition-frame.tsx'
import { kronerText, oreOf } from './kroner.ts'
import { useRefreshObservers } from './use-refresh.ts'

const outcomes = ['answered', 'unanswered'] as const

/** What an approved contact pays, by channel and outcome. */
export function RatesForm({ payments: { rates, channels } }: { readonly payments: Payments }) {
  const t = useTexts(poolTexts)
  const channel = useTexts(channelTexts)
  const editionId = useEditionId()
  const toast = useToast()
  const refresh = useRefreshObservers()
  const [isWrong, setIsWrong] = useState(false)
  const save = useMutation(
    api.observers.payments.saveRates.mutationOptions({
      onSuccess: async () => {
        await refresh()
        toast({ text: t('pay.ratesSaved') })
      },
    }),
  )
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const given: Rates = {}
    for (const id of channels) {
      const [answered, unanswered] = outcomes.map((outcome) => oreOf(String(fields.get(`${id}-${outcome}`))))
      if (answered !== undefined && unanswered !== undefined && answered >= 0 && unanswered >= 0)
        given[id] = { answered, unanswered }
    }
    const isWhole = channels.every((id) => given[id])
    setIsWrong(!isWhole)
    if (isWhole) save.mutate({ editionId, rates: given })
  }
  return (
    <form className="lp-card lp-form" onSubmit={submit} aria-label={t('pay.rates')}>
      <h2>{t('pay.rates')}</h2>
      <p className="lp-quiet">{t('pay.ratesHint')}</p>
      <div className="lp-rates">
        {channels.map((id) => (
          <fieldset key={id} className="lp-rates__channel">
            <legend>{channel(id)}</legend>
            {outcomes.map((outcome) => (
              <Textfield
                key={outcome}
                name={`${id}-${outcome}`}
                inputMode="decimal"
                label={t(`pay.${outcome}`)}
                defaultValue={rates?.[id] ? kronerText(rates[id][outcome]) : ''}
              />
            ))}
          </fieldset>
        ))}
      </div>
      {isWrong && <Alert data-color="danger">{t('pay.amountWrong')}</Alert>}
      {save.error ? <ErrorState error={save.error} /> : null}
      <div>
        <Button type="submit" loading={save.isPending}>
          {t('pay.saveRates')}
        </Button>
      </div>
    </form>
  )
}
