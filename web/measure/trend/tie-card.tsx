import { Button, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import type { TrendOverview } from '../../../src/measure/trend/contract.ts'
import { api } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { trendTexts } from '../../i18n/trend.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useRefreshTrend } from './use-refresh.ts'

type Kind = 'participant' | 'class'
type Tie = { readonly kind: Kind; readonly name: string; readonly sameAs: string }

/** Names that are the same participant or class: proposed ones, those that are tied, and a form for more. */
export function TieCard({ overview }: { readonly overview: TrendOverview }) {
  const t = useTexts(trendTexts)
  const toast = useToast()
  const refresh = useRefreshTrend()
  const told = (text: string) => async () => {
    await refresh()
    toast({ text })
  }
  const tie = useMutation(api.trend.tie.mutationOptions({ onSuccess: told(t('ties.done')) }))
  const untie = useMutation(api.trend.untie.mutationOptions({ onSuccess: told(t('ties.undone')) }))
  const error = tie.error ?? untie.error
  return (
    <section className="lp-card" aria-labelledby="ties-title">
      <h2 id="ties-title">{t('ties.title')}</h2>
      <p className="lp-quiet">{t('ties.lead')}</p>
      <ul className="lp-plain-list lp-trend__said">
        {overview.proposals.map((proposal) => (
          <li key={`${proposal.name} ${proposal.sameAs}`}>
            <span>{t('ties.proposal', proposal)}</span>
            <Button variant="secondary" data-size="sm" onClick={() => tie.mutate(proposal)}>
              {t('ties.accept')}
            </Button>
          </li>
        ))}
        {overview.ties.map((one) => (
          <li key={`${one.kind} ${one.name} ${one.sameAs}`}>
            <span>{t('ties.same', one)}</span>
            <Button
              variant="tertiary"
              data-size="sm"
              aria-label={t('ties.removeLabel', one)}
              onClick={() => untie.mutate({ kind: one.kind, name: one.name, sameAs: one.sameAs })}
            >
              {t('ties.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {overview.ties.length === 0 && overview.proposals.length === 0 && <p>{t('ties.none')}</p>}
      <TieForm overview={overview} isBusy={tie.isPending} onTie={(one) => tie.mutate(one)} />
      {error ? <ErrorState error={error} /> : null}
    </section>
  )
}

type FormProps = {
  readonly overview: TrendOverview
  readonly isBusy: boolean
  readonly onTie: (tie: Tie) => void
}

function TieForm({ overview, isBusy, onTie }: FormProps) {
  const t = useTexts(trendTexts)
  const id = useId()
  const [kind, setKind] = useState<Kind>('participant')
  const names = kind === 'class' ? overview.classes : overview.participants.map(({ name }) => name)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const text = (name: string) => String(fields.get(name) ?? '').trim()
    onTie({ kind, name: text('name'), sameAs: text('sameAs') })
    event.currentTarget.reset()
  }
  return (
    <form className="lp-form" onSubmit={submit}>
      <Field data-size="sm">
        <Label>{t('ties.kind')}</Label>
        <Select value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
          <Select.Option value="participant">{t('ties.participant')}</Select.Option>
          <Select.Option value="class">{t('ties.class')}</Select.Option>
        </Select>
      </Field>
      <Textfield data-size="sm" name="name" label={t('ties.name')} list={id} required maxLength={200} />
      <Textfield data-size="sm" name="sameAs" label={t('ties.sameAs')} list={id} required maxLength={200} />
      <datalist id={id}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div>
        <Button type="submit" variant="secondary" loading={isBusy}>
          {t('ties.add')}
        </Button>
      </div>
    </form>
  )
}
