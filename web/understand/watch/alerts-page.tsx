/** Who is told of what is unusual, by letter or by webhook, and how did it go? */
import { Alert, Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { AlertsView, DeliveryView, SubscriptionView } from '../../../src/understand/watch/contract.ts'
import { type AlarmKind, alarmKinds } from '../../../src/understand/watch/rules/kinds.ts'
import { api } from '../../api.ts'
import { Awaited, ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { watchTexts } from '../../i18n/watch.ts'
import { useHasRole, useMe } from '../../session.ts'
import { UnderstandFrame } from '../understand-frame.tsx'
import { Deliveries } from './deliveries.tsx'
import { KindChoice } from './kind-choice.tsx'
import { useOutcome } from './outcome.ts'
import './watch.css'

export function AlertsPage() {
  const t = useTexts(watchTexts)
  const query = useQuery(api.watch.alerts.list.queryOptions({ input: {} }))
  const manages = useHasRole('manager', 'editor', 'admin')
  return (
    <UnderstandFrame
      part="watch"
      trail={[{ to: '/understand/watch', label: t('list') }]}
      title={t('alertsPage.title')}
      subtitle={t('alertsPage.subtitle')}
    >
      <Awaited query={query}>
        {(answer) => {
          const view = answer as AlertsView
          return (
            <>
              <Letters subscription={view.subscriptions.find(({ way, own }) => way === 'email' && own)} />
              {manages && (
                <Webhooks subscriptions={view.subscriptions.filter(({ way }) => way === 'webhook')} />
              )}
              <Deliveries deliveries={view.deliveries} />
            </>
          )
        }}
      </Awaited>
    </UnderstandFrame>
  )
}

function useRefresh() {
  const client = useQueryClient()
  return { onSuccess: () => client.invalidateQueries({ queryKey: api.watch.alerts.key() }) }
}

function Letters({ subscription }: { readonly subscription: SubscriptionView | undefined }) {
  const t = useTexts(watchTexts)
  const toast = useToast()
  const { person } = useMe()
  const [kinds, setKinds] = useState<readonly AlarmKind[]>(subscription?.kinds ?? alarmKinds)
  const after = useRefresh()
  const saved = async () => {
    await after.onSuccess()
    toast({ text: t('alertsPage.saved') })
  }
  const start = useMutation(api.watch.alerts.subscribe.mutationOptions({ onSuccess: saved }))
  const change = useMutation(api.watch.alerts.change.mutationOptions({ onSuccess: saved }))
  const end = useMutation(api.watch.alerts.end.mutationOptions({ onSuccess: saved }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (subscription) change.mutate({ subscriptionId: subscription.subscriptionId, kinds: [...kinds] })
    else start.mutate({ way: 'email', url: null, kinds: [...kinds] })
  }
  const error = start.error ?? change.error ?? end.error
  return (
    <form className="lp-card lp-stack" onSubmit={submit}>
      <h2>{t('alertsPage.mine')}</h2>
      <p className="lp-quiet">{t('alertsPage.mineText', { email: person.email })}</p>
      <KindChoice chosen={kinds} onChange={setKinds} />
      {error ? <ErrorState error={error} /> : null}
      <div className="lp-row">
        <Button type="submit" disabled={kinds.length === 0} loading={start.isPending || change.isPending}>
          {subscription ? t('alertsPage.save') : t('alertsPage.start')}
        </Button>
        {subscription && (
          <>
            <TestButton subscriptionId={subscription.subscriptionId} />
            <Button
              type="button"
              variant="tertiary"
              onClick={() => end.mutate({ subscriptionId: subscription.subscriptionId })}
            >
              {t('alertsPage.stop')}
            </Button>
          </>
        )}
      </div>
    </form>
  )
}

function TestButton({ subscriptionId }: { readonly subscriptionId: string }) {
  const t = useTexts(watchTexts)
  const toast = useToast()
  const outcomeOf = useOutcome()
  const after = useRefresh()
  const test = useMutation(
    api.watch.alerts.test.mutationOptions({
      onSuccess: async (sent) => {
        const { state, outcome } = sent as DeliveryView
        await after.onSuccess()
        toast({ text: t(`alertsPage.tested.${state}`, { outcome: outcomeOf(outcome) }) })
      },
    }),
  )
  return (
    <>
      <Button
        type="button"
        variant="secondary"
        loading={test.isPending}
        onClick={() => test.mutate({ subscriptionId })}
      >
        {t('alertsPage.test')}
      </Button>
      {test.error ? <ErrorState error={test.error} /> : null}
    </>
  )
}

function Webhooks({ subscriptions }: { readonly subscriptions: readonly SubscriptionView[] }) {
  const t = useTexts(watchTexts)
  const { instant } = useFormats()
  const end = useMutation(api.watch.alerts.end.mutationOptions(useRefresh()))
  return (
    <section className="lp-card lp-stack" aria-labelledby="webhooks">
      <h2 id="webhooks">{t('alertsPage.webhooks')}</h2>
      <p className="lp-quiet">{t('alertsPage.webhookText')}</p>
      {subscriptions.length === 0 && <p>{t('alertsPage.none')}</p>}
      {subscriptions.map(({ subscriptionId, to, kinds, person, createdAt }) => (
        <div key={subscriptionId} className="lp-alert-row">
          <strong>{to}</strong>
          <span>{kinds.map((kind) => t(`kind.${kind}`)).join(', ')}</span>
          <span className="lp-small lp-quiet">
            {t('alertsPage.by', { name: person, when: instant(createdAt) })}
          </span>
          <div className="lp-row">
            <TestButton subscriptionId={subscriptionId} />
            <Button variant="tertiary" onClick={() => end.mutate({ subscriptionId })}>
              {t('alertsPage.remove')}
            </Button>
          </div>
        </div>
      ))}
      {end.error ? <ErrorState error={end.error} /> : null}
      <WebhookForm />
    </section>
  )
}

function WebhookForm() {
  const t = useTexts(watchTexts)
  const toast = useToast()
  const [url, setUrl] = useState('')
  const [kinds, setKinds] = useState<readonly AlarmKind[]>(alarmKinds)
  const after = useRefresh()
  const add = useMutation(
    api.watch.alerts.subscribe.mutationOptions({
      onSuccess: async () => {
        setUrl('')
        await after.onSuccess()
      },
    }),
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    add.mutate({ way: 'webhook', url, kinds: [...kinds] })
  }
  const secret = add.data?.secret
  return (
    <form className="lp-stack" onSubmit={submit}>
      <Textfield
        type="url"
        required
        maxLength={500}
        label={t('alertsPage.url')}
        description={t('alertsPage.urlHelp')}
        value={url}
        onChange={(event) => setUrl(event.target.value)}
      />
      <KindChoice chosen={kinds} onChange={setKinds} />
      {add.error ? <ErrorState error={add.error} /> : null}
      <div className="lp-row">
        <Button
          type="submit"
          variant="secondary"
          loading={add.isPending}
          disabled={url === '' || kinds.length === 0}
        >
          {t('alertsPage.add')}
        </Button>
      </div>
      {secret && (
        <Alert data-color="warning">
          <h3>{t('alertsPage.secretTitle')}</h3>
          <p>{t('alertsPage.secretText')}</p>
          <p>
            <code className="lp-code">{secret}</code>
          </p>
          <Button
            type="button"
            variant="secondary"
            onClick={() =>
              void navigator.clipboard.writeText(secret).then(() => toast({ text: t('alertsPage.copied') }))
            }
          >
            {t('alertsPage.copy')}
          </Button>
        </Alert>
      )}
    </form>
  )
}
