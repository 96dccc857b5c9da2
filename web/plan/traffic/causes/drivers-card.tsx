/** Values from outside that traffic follows: what has been seen, what may come, and which of it is reckoned with. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DriverView } from '../../../../src/plan/traffic/causes/contract.ts'
import type { QueueView } from '../../../../src/plan/traffic/queues/contract.ts'
import { api } from '../../../api.ts'
import { ConfirmDialog, FormDialog } from '../../../design/confirm-dialog.tsx'
import { Awaited, EmptyState, ErrorState } from '../../../design/states.tsx'
import { trafficCausesTexts } from '../../../i18n/traffic-causes.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { useHasRole } from '../../../session.ts'
import { useAfterChange } from '../use-traffic-change.ts'
import { DriverFile } from './driver-file.tsx'
import { DriverForm } from './driver-form.tsx'

export function DriversCard({ queues }: { readonly queues: readonly QueueView[] }) {
  const t = useTexts(trafficCausesTexts)
  const plans = useHasRole('manager', 'planner', 'admin')
  const query = useQuery(api.traffic.drivers.list.queryOptions({ input: {} }))
  const [bringing, setBringing] = useState<DriverView | 'new'>()
  return (
    <section className="lp-card" aria-labelledby="drivers">
      <div className="lp-card__head">
        <h2 id="drivers">{t('drivers.title')}</h2>
        {plans && (
          <Button variant="secondary" data-size="sm" onClick={() => setBringing('new')}>
            {t('drivers.add')}
          </Button>
        )}
      </div>
      <p className="lp-quiet">{t('drivers.text')}</p>
      <Awaited query={query} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('drivers.empty')}>{t('drivers.emptyText')}</EmptyState>
          ) : (
            <ul className="lp-plain-list">
              {items.map((driver: DriverView) => (
                <Driver
                  key={driver.driverId}
                  driver={driver}
                  queues={queues}
                  plans={plans}
                  onFile={() => setBringing(driver)}
                />
              ))}
            </ul>
          )
        }
      </Awaited>
      <FormDialog
        open={bringing !== undefined}
        title={bringing === 'new' ? t('drivers.add') : t('drivers.more')}
        onClose={() => setBringing(undefined)}
      >
        <DriverFile
          {...(bringing !== 'new' && bringing && { driver: bringing })}
          onDone={() => setBringing(undefined)}
        />
      </FormDialog>
    </section>
  )
}

type DriverProps = {
  readonly driver: DriverView
  readonly queues: readonly QueueView[]
  readonly plans: boolean
  readonly onFile: () => void
}

function Driver({ driver, queues, plans, onFile }: DriverProps) {
  const t = useTexts(trafficCausesTexts)
  return (
    <li className="lp-traffic-item">
      <h3>
        {driver.name} {driver.unit && <span className="lp-quiet">({driver.unit})</span>}
      </h3>
      <Ranges driver={driver} />
      {plans ? (
        <DriverForm driver={driver} queues={queues} />
      ) : (
        <p>{t('drivers.reckoned', { scenario: t(`scenario.${driver.scenario}`) })}</p>
      )}
      {plans && (
        <div className="lp-row lp-no-print">
          <Button variant="tertiary" data-size="sm" onClick={onFile}>
            {t('drivers.more')}
          </Button>
          <RemoveDriver driver={driver} />
        </div>
      )}
    </li>
  )
}

/** What has been seen, what may come, and where the forecast goes no further than what has been seen. */
function Ranges({ driver: { seen, ahead, notes, unit } }: { readonly driver: DriverView }) {
  const t = useTexts(trafficCausesTexts)
  const { number, date } = useFormats()
  return (
    <>
      <p>
        {seen.first === null || seen.last === null || seen.least === null || seen.most === null
          ? t('drivers.unseen')
          : t('drivers.seen', {
              values: seen.values,
              from: date(seen.first),
              to: date(seen.last),
              least: number(seen.least),
              most: number(seen.most),
            })}{' '}
        {ahead
          .map(({ scenario, least, most, last }) =>
            t('drivers.ahead', {
              scenario: t(`scenario.${scenario}`),
              least: number(least),
              most: number(most),
              to: date(last),
            }),
          )
          .join(' ')}
      </p>
      {notes.length > 0 && (
        <ul>
          {notes.map(({ code, from, value, edge }) => (
            <li key={code}>
              {t(`drivers.note.${noteCodes.find((each) => each === code) ?? 'last-value-held'}`, {
                from: date(from),
                value: number(value),
                edge: number(edge),
                unit,
              })}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const noteCodes = ['held-at-edge', 'beyond-seen', 'last-value-held', 'too-few-values'] as const

function RemoveDriver({ driver }: { readonly driver: DriverView }) {
  const t = useTexts(trafficCausesTexts)
  const [asking, setAsking] = useState(false)
  const after = useAfterChange()
  const remove = useMutation(
    api.traffic.drivers.remove.mutationOptions(after(t('drivers.removed'), () => setAsking(false))),
  )
  return (
    <>
      <Button variant="tertiary" data-color="danger" data-size="sm" onClick={() => setAsking(true)}>
        {t('remove')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('drivers.removeTitle', { name: driver.name })}
        confirm={t('remove')}
        dangerous
        busy={remove.isPending}
        onConfirm={() => remove.mutate({ driverId: driver.driverId })}
        onClose={() => setAsking(false)}
      >
        <p>{t('drivers.removeText')}</p>
        {remove.error && <ErrorState error={remove.error} />}
      </ConfirmDialog>
    </>
  )
}
