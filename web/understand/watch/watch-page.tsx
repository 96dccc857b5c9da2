/** What is unusual today? */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { WatchView } from '../../../src/understand/watch/contract.ts'
import { alarmKinds } from '../../../src/understand/watch/rules/kinds.ts'
import { api } from '../../api.ts'
import { LinkButton } from '../../design/link-button.tsx'
import { Awaited, EmptyState, ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { watchTexts } from '../../i18n/watch.ts'
import type { Search } from '../../search.ts'
import { useHasRole } from '../../session.ts'
import { Choice } from '../improvements/improvement-form.tsx'
import { UnderstandFrame } from '../understand-frame.tsx'
import { AlarmItem } from './alarm-item.tsx'
import './watch.css'

const shown = ['open', 'seen', 'closed', 'all'] as const

export function WatchPage() {
  const t = useTexts(watchTexts)
  const { number, date } = useFormats()
  const search = useSearch({ strict: false }) as Search
  const state = shown.find((each) => each === search.state)
  const kind = alarmKinds.find((each) => each === search.kind)
  const query = useQuery(
    api.watch.get.queryOptions({ input: { ...(state && { state }), ...(kind && { kind }) } }),
  )
  const view = query.data as WatchView | undefined
  const subtitle =
    view?.lastDay == null
      ? t('subtitleNone')
      : t('subtitle', {
          day: date(view.lastDay),
          series: number(view.series),
          budget: number(view.falseAlarmsAMonth),
        })
  return (
    <UnderstandFrame
      part="watch"
      title={!view || view.open === 0 ? t('titleNone') : t('title', { count: view.open })}
      subtitle={subtitle}
      actions={<Actions />}
    >
      <Awaited query={query}>{(answer) => <Filled view={answer as WatchView} search={search} />}</Awaited>
    </UnderstandFrame>
  )
}

function Actions() {
  const t = useTexts(watchTexts)
  const toast = useToast()
  const client = useQueryClient()
  const manages = useHasRole('manager', 'editor', 'admin')
  const run = useMutation(
    api.watch.run.mutationOptions({
      onSuccess: async ({ days, raised }) => {
        await client.invalidateQueries({ queryKey: api.watch.key() })
        toast({ text: t('ran', { count: days, raised }) })
      },
    }),
  )
  return (
    <>
      {manages && (
        <Button variant="secondary" loading={run.isPending} onClick={() => run.mutate({})}>
          {t('run')}
        </Button>
      )}
      <LinkButton to="/understand/watch/alerts" variant="secondary">
        {t('alerts')}
      </LinkButton>
      {run.error ? <ErrorState error={run.error} /> : null}
    </>
  )
}

function Filled({ view, search }: { readonly view: WatchView; readonly search: Search }) {
  const t = useTexts(watchTexts)
  const { number } = useFormats()
  const manages = useHasRole('manager', 'editor', 'admin')
  const navigate = useNavigate()
  const choose = (change: Readonly<Record<string, string>>) =>
    void navigate({
      to: '.',
      search: ((before: Search) => ({ ...before, ...change })) as never,
      replace: true,
    })
  return (
    <section className="lp-card lp-stack" aria-labelledby="alarms">
      <h2 id="alarms">{t('list')}</h2>
      <div className="lp-row lp-no-print">
        <Choice
          label={t('filterState')}
          value={search.state ?? ''}
          onChange={(state) => choose({ state })}
          options={[
            { id: '', name: t('show.current') },
            ...shown.map((id) => ({ id, name: t(`show.${id}`) })),
          ]}
        />
        <Choice
          label={t('filterKind')}
          value={search.kind ?? ''}
          onChange={(kind) => choose({ kind })}
          options={[{ id: '', name: t('all') }, ...alarmKinds.map((id) => ({ id, name: t(`kind.${id}`) }))]}
        />
      </div>
      {view.items.length === 0 && <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
      {view.items.map((alarm) => (
        <AlarmItem key={alarm.alarmId} alarm={alarm} manages={manages} />
      ))}
      <p className="lp-small lp-quiet">
        {t('history', { days: view.daysLooked, spikes: number(view.spikesRaised) })}
      </p>
    </section>
  )
}
