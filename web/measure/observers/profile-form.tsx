import { Button, Checkbox, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { channelIds } from '../../../src/measure/edition/contract.ts'
import { type OneObserver, observerLanguages } from '../../../src/measure/observers/contract.ts'
import { api } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { channelTexts } from '../../i18n/channels.ts'
import { poolTexts } from '../../i18n/pool.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useRefreshObservers } from './use-refresh.ts'

/** Where the observer is, in which languages, and on which channels. */
export function ProfileForm({ one }: { readonly one: OneObserver }) {
  const t = useTexts(poolTexts)
  const channel = useTexts(channelTexts)
  const toast = useToast()
  const refresh = useRefreshObservers()
  const [languages, setLanguages] = useState(one.languages)
  const [channels, setChannels] = useState(one.channels)
  const save = useMutation(
    api.observers.saveProfile.mutationOptions({
      onSuccess: async () => {
        await refresh()
        toast({ text: t('one.saved') })
      },
    }),
  )
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const region = String(new FormData(event.currentTarget).get('region') ?? '').trim()
    save.mutate({ observerId: one.observerId, region, languages, channels })
  }
  return (
    <form className="lp-card lp-form" onSubmit={submit} aria-label={t('one.profile')}>
      <h2>{t('one.profile')}</h2>
      <Textfield name="region" maxLength={100} label={t('one.region')} defaultValue={one.region} />
      <fieldset className="lp-choices lp-observer__choices">
        <legend>{t('one.languages')}</legend>
        {observerLanguages.map((code) => (
          <Checkbox
            key={code}
            label={t(`language.${code}`)}
            checked={languages.includes(code)}
            onChange={(event) => setLanguages(turned(languages, code, event.target.checked))}
          />
        ))}
      </fieldset>
      <fieldset className="lp-choices lp-observer__choices">
        <legend>{t('one.channels')}</legend>
        <p className="lp-quiet lp-small">{t('one.channelsHint')}</p>
        {channelIds.map((id) => (
          <Checkbox
            key={id}
            label={channel(id)}
            checked={channels.includes(id)}
            onChange={(event) => setChannels(turned(channels, id, event.target.checked))}
          />
        ))}
      </fieldset>
      {save.error ? <ErrorState error={save.error} /> : null}
      <div>
        <Button type="submit" loading={save.isPending}>
          {t('one.save')}
        </Button>
      </div>
    </form>
  )
}

function turned<Item>(list: readonly Item[], item: Item, isChosen: boolean): Item[] {
  const others = list.filter((one) => one !== item)
  return isChosen ? [...others, item] : others
}
