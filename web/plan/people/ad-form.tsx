/** An advertisement and what came of it. */
import { Button, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Ad, AdFields } from '../../../src/plan/headcount/contract.ts'
import { type AdChannel, adChannels, funnelFault } from '../../../src/plan/headcount/rules/recruitment.ts'
import { api } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { headcountTexts } from '../../i18n/headcount.ts'
import { useTexts } from '../../i18n/use-texts.ts'

type Props = { readonly ad: Ad | undefined; readonly onDone: () => void }

const required = ['positions', 'cost', 'applicants', 'interviewed', 'offered', 'hired'] as const
const later = ['here6', 'here12'] as const
type Counted = (typeof required)[number] | (typeof later)[number]

export function AdForm({ ad, onDone }: Props) {
  const t = useTexts(headcountTexts)
  const [title, setTitle] = useState(ad?.title ?? '')
  const [channel, setChannel] = useState<AdChannel>(ad?.channel ?? 'jobBoard')
  const [publishedOn, setPublishedOn] = useState(ad?.publishedOn ?? '')
  const [values, setValues] = useState(
    () =>
      Object.fromEntries([
        ...required.map((name) => [name, String(ad?.[name] ?? (name === 'positions' ? 1 : 0))]),
        ...later.map((name) => [name, ad?.[name] == null ? '' : String(ad[name])]),
      ]) as Record<Counted, string>,
  )
  const { send, remove, error, pending } = useSaving({ ad, onDone })
  const number = (name: Counted) => Number(values[name])
  const known = (name: (typeof later)[number]) => (values[name] === '' ? null : number(name))
  const fields: AdFields = {
    title,
    channel,
    publishedOn,
    positions: number('positions'),
    cost: number('cost'),
    applicants: number('applicants'),
    interviewed: number('interviewed'),
    offered: number('offered'),
    hired: number('hired'),
    here6: known('here6'),
    here12: known('here12'),
  }
  const fault = funnelFault(fields)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!fault) send(fields)
  }
  return (
    <form className="lp-stack" onSubmit={submit}>
      <Textfield
        label={t('recruit.field.title')}
        required
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <div className="lp-form-line">
        <Field>
          <Label>{t('recruit.field.channel')}</Label>
          <Select value={channel} onChange={(event) => setChannel(event.target.value as AdChannel)}>
            {adChannels.map((each) => (
              <Select.Option key={each} value={each}>
                {t(`recruit.channel.${each}`)}
              </Select.Option>
            ))}
          </Select>
        </Field>
        <Textfield
          type="date"
          required
          label={t('recruit.field.publishedOn')}
          value={publishedOn}
          onChange={(event) => setPublishedOn(event.target.value)}
        />
      </div>
      <p className="lp-quiet lp-small">{t('recruit.order')}</p>
      <div className="lp-form-line">
        {[...required, ...later].map((name) => (
          <Textfield
            key={name}
            type="number"
            min={0}
            required={name !== 'here6' && name !== 'here12'}
            label={t(`recruit.field.${name}`)}
            error={fault === name ? t('recruit.order') : undefined}
            value={values[name]}
            onChange={(event) => setValues({ ...values, [name]: event.target.value })}
          />
        ))}
      </div>
      {error ? <ErrorState error={error} /> : null}
      <div className="lp-row">
        <Button type="submit" loading={pending}>
          {t('recruit.save')}
        </Button>
        {ad && (
          <Button type="button" variant="tertiary" data-color="danger" onClick={() => remove(ad.adId)}>
            {t('recruit.removeAd')}
          </Button>
        )}
      </div>
    </form>
  )
}

function useSaving({ ad, onDone }: Props) {
  const client = useQueryClient()
  const after = {
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: api.headcount.recruitment.key() })
      onDone()
    },
  }
  const add = useMutation(api.headcount.recruitment.addAd.mutationOptions(after))
  const save = useMutation(api.headcount.recruitment.saveAd.mutationOptions(after))
  const remove = useMutation(api.headcount.recruitment.removeAd.mutationOptions(after))
  return {
    error: add.error ?? save.error ?? remove.error,
    pending: add.isPending || save.isPending,
    send: (fields: AdFields) => (ad ? save.mutate({ ...fields, adId: ad.adId }) : add.mutate(fields)),
    remove: (adId: string) => remove.mutate({ adId }),
  }
}
