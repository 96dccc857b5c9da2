/** Kinds of events with what they have been found to do, day by day. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { EventKindView } from '../../../../src/plan/traffic/causes/contract.ts'
import type { TrafficView } from '../../../../src/plan/traffic/contract.ts'
import { api } from '../../../api.ts'
import { niceDomain } from '../../../design/chart/scale.ts'
import { ConfirmDialog, FormDialog } from '../../../design/confirm-dialog.tsx'
import { EmptyState, ErrorState } from '../../../design/states.tsx'
import { Tag } from '../../../design/status.tsx'
import { trafficCausesTexts } from '../../../i18n/traffic-causes.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { useHasRole } from '../../../session.ts'
import { useAfterChange } from '../use-traffic-change.ts'
import { EffectProfile } from './effect-profile.tsx'
import { KindForm } from './kind-form.tsx'

export function KindsCard({ view }: { readonly view: TrafficView }) {
  const t = useTexts(trafficCausesTexts)
  const plans = useHasRole('manager', 'planner', 'admin')
  const [editing, setEditing] = useState<EventKindView | 'new'>()
  const own = view.kinds.filter(
    ({ queueIds }) => queueIds.length === 0 || (view.queueId !== null && queueIds.includes(view.queueId)),
  )
  const learned = own.flatMap((kind) => kind.learned?.days ?? [])
  const domain = niceDomain([0, ...learned.flatMap(({ low, high }) => [low * 100, high * 100])])
  return (
    <section className="lp-stack" aria-labelledby="kinds">
      <div className="lp-card__head">
        <h2 id="kinds">{t('kinds.title')}</h2>
        {plans && (
          <Button variant="secondary" data-size="sm" onClick={() => setEditing('new')}>
            {t('kinds.add')}
          </Button>
        )}
      </div>
      {own.length === 0 ? (
        <div className="lp-card">
          <EmptyState title={t('kinds.empty')}>{t('kinds.emptyText')}</EmptyState>
        </div>
      ) : (
        <div className="lp-columns lp-columns--wide">
          {own.map((kind) => (
            <KindCard
              key={kind.kindId}
              kind={kind}
              view={view}
              domain={domain}
              onEdit={() => setEditing(kind)}
            />
          ))}
        </div>
      )}
      <FormDialog
        open={editing !== undefined}
        title={editing === 'new' ? t('kinds.add') : t('kinds.edit')}
        onClose={() => setEditing(undefined)}
      >
        <KindForm
          {...(editing !== 'new' && editing && { kind: editing })}
          queues={view.queues}
          onDone={() => setEditing(undefined)}
        />
      </FormDialog>
    </section>
  )
}

type CardProps = {
  readonly kind: EventKindView
  readonly view: TrafficView
  readonly domain: ReturnType<typeof niceDomain>
  readonly onEdit: () => void
}

function KindCard({ kind, view, domain, onEdit }: CardProps) {
  const t = useTexts(trafficCausesTexts)
  const { number, interval } = useFormats()
  const plans = useHasRole('manager', 'planner', 'admin')
  const { learned } = kind
  const times = view.events.filter(({ kindId }) => kindId === kind.kindId)
  const planned = times.filter(({ day }) => day >= view.today).length
  return (
    <article className="lp-card">
      <div className="lp-card__head">
        <h3>{kind.name}</h3>
        <Tag>{t(`category.${kind.category}`)}</Tag>
      </div>
      {learned === null ? (
        <p>{t('kinds.unknown')}</p>
      ) : (
        <>
          <p>
            {learned.basis === 'learned'
              ? t('kinds.learned', { occurrences: learned.occurrences })
              : t('kinds.prior')}{' '}
            {t('kinds.total', {
              share: number(learned.total.change * 100, 0),
              between: interval(learned.total.low * 100, learned.total.high * 100, 0),
            })}
          </p>
          <EffectProfile kind={kind} days={learned.days} domain={domain} />
        </>
      )}
      <p className="lp-small lp-quiet">{t('kinds.planned', { planned })}</p>
      {plans && (
        <div className="lp-row lp-no-print">
          <Button variant="tertiary" data-size="sm" onClick={onEdit}>
            {t('edit')}
          </Button>
          <RemoveKind kind={kind} />
        </div>
      )}
    </article>
  )
}

function RemoveKind({ kind }: { readonly kind: EventKindView }) {
  const t = useTexts(trafficCausesTexts)
  const [asking, setAsking] = useState(false)
  const after = useAfterChange()
  const remove = useMutation(
    api.traffic.events.removeKind.mutationOptions(after(t('kinds.removed'), () => setAsking(false))),
  )
  return (
    <>
      <Button variant="tertiary" data-color="danger" data-size="sm" onClick={() => setAsking(true)}>
        {t('remove')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('kinds.removeTitle', { name: kind.name })}
        confirm={t('remove')}
        dangerous
        busy={remove.isPending}
        onConfirm={() => remove.mutate({ kindId: kind.kindId })}
        onClose={() => setAsking(false)}
      >
        <p>{t('kinds.removeText')}</p>
        {remove.error && <ErrorState error={remove.error} />}
      </ConfirmDialog>
    </>
  )
}
