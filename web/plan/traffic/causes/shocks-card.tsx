/** Lasting turns of the level: proposals to accept, adjust or reject, and the planner's own. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ShockView } from '../../../../src/plan/traffic/causes/contract.ts'
import type { TrafficView } from '../../../../src/plan/traffic/contract.ts'
import { api } from '../../../api.ts'
import { FormDialog } from '../../../design/confirm-dialog.tsx'
import { EmptyState, ErrorState } from '../../../design/states.tsx'
import { Status, type Tone } from '../../../design/status.tsx'
import { trafficTexts } from '../../../i18n/traffic.ts'
import { trafficCausesTexts } from '../../../i18n/traffic-causes.ts'
import { useTexts } from '../../../i18n/use-texts.ts'
import { useHasRole } from '../../../session.ts'
import { useAfterChange } from '../use-traffic-change.ts'
import { ShockForm } from './shock-form.tsx'
import { useShockWords } from './use-shock-words.ts'

type Props = { readonly view: TrafficView; readonly queueId: string }
const order: Readonly<Record<ShockView['state'], number>> = { proposed: 0, accepted: 1, dismissed: 2 }
const tones: Readonly<Record<ShockView['state'], Tone>> = {
  proposed: 'warning',
  accepted: 'good',
  dismissed: 'neutral',
}

export function ShocksCard({ view, queueId }: Props) {
  const t = useTexts(trafficCausesTexts)
  const plans = useHasRole('manager', 'planner', 'admin')
  const [editing, setEditing] = useState<ShockView | 'new'>()
  const shocks = view.shocks.toSorted((a, b) => order[a.state] - order[b.state] || b.day.localeCompare(a.day))
  return (
    <section className="lp-card" aria-labelledby="shocks">
      <div className="lp-card__head">
        <h2 id="shocks">{t('shocks.title')}</h2>
        {plans && (
          <Button variant="secondary" data-size="sm" onClick={() => setEditing('new')}>
            {t('shocks.add')}
          </Button>
        )}
      </div>
      <p className="lp-quiet">{t('shocks.text')}</p>
      {shocks.length === 0 && <EmptyState title={t('shocks.empty')}>{t('shocks.emptyText')}</EmptyState>}
      {shocks.length > 0 && (
        <ul className="lp-plain-list">
          {shocks.map((shock) => (
            <Shock key={shock.shockId} shock={shock} plans={plans} onEdit={() => setEditing(shock)} />
          ))}
        </ul>
      )}
      <FormDialog
        open={editing !== undefined}
        title={t(editing === 'new' ? 'shocks.add' : 'shocks.edit')}
        onClose={() => setEditing(undefined)}
      >
        <ShockForm
          {...(editing !== 'new' && editing && { shock: editing })}
          queueId={queueId}
          today={view.today}
          onDone={() => setEditing(undefined)}
        />
      </FormDialog>
    </section>
  )
}

type ShockProps = { readonly shock: ShockView; readonly plans: boolean; readonly onEdit: () => void }

function Shock({ shock, plans, onEdit }: ShockProps) {
  const t = useTexts(trafficCausesTexts)
  const words = useTexts(trafficTexts)
  const after = useAfterChange()
  const settle = useMutation(api.traffic.shocks.settle.mutationOptions(after(t('shocks.settled'))))
  const { shockId, name, multiplier, halfLifeDays, state } = shock
  const say = (next: 'accepted' | 'dismissed') =>
    settle.mutate({ shockId, name, multiplier, halfLifeDays, state: next })
  return (
    <li className="lp-traffic-item">
      <div className="lp-row">
        <strong>{name || words('unnamedShock')}</strong>
        <Status tone={tones[state]}>{t(`shocks.state.${state}`)}</Status>
      </div>
      <p>{useShockWords()(shock)}</p>
      {plans && (
        <div className="lp-row lp-no-print">
          {state !== 'accepted' && (
            <Button data-size="sm" loading={settle.isPending} onClick={() => say('accepted')}>
              {t('shocks.accept')}
            </Button>
          )}
          <Button variant="secondary" data-size="sm" onClick={onEdit}>
            {t('shocks.adjust')}
          </Button>
          {state !== 'dismissed' && (
            <Button
              variant="tertiary"
              data-color="danger"
              data-size="sm"
              loading={settle.isPending}
              onClick={() => say('dismissed')}
            >
              {t('shocks.dismiss')}
            </Button>
          )}
        </div>
      )}
      {settle.error && <ErrorState error={settle.error} />}
    </li>
  )
}
