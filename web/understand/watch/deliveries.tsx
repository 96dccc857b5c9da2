import type { DeliveryView } from '../../../src/understand/watch/contract.ts'
import { ScrollBox } from '../../design/scroll-box.tsx'
import { Status } from '../../design/status.tsx'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { watchTexts } from '../../i18n/watch.ts'
import { useOutcome } from './outcome.ts'

const tones = { waiting: 'warning', sent: 'good', failed: 'bad' } as const

/** The log of what was sent. */
export function Deliveries({ deliveries }: { readonly deliveries: readonly DeliveryView[] }) {
  const t = useTexts(watchTexts)
  const { instant } = useFormats()
  const outcomeOf = useOutcome()
  return (
    <div className="lp-card lp-stack">
      <h2>{t('alertsPage.log')}</h2>
      {deliveries.length === 0 && <p className="lp-quiet">{t('alertsPage.logNone')}</p>}
      {deliveries.length > 0 && (
        <ScrollBox label={t('alertsPage.log')}>
          <table className="ds-table lp-table">
            <thead>
              <tr>
                <th scope="col">{t('alertsPage.when')}</th>
                <th scope="col">{t('alertsPage.to')}</th>
                <th scope="col">{t('alertsPage.what')}</th>
                <th scope="col">{t('alertsPage.result')}</th>
              </tr>
            </thead>
            <tbody>
              {deliveries.map(({ deliveryId, createdAt, to, test, alarms, state, attempts, outcome }) => (
                <tr key={deliveryId}>
                  <td className="lp-nowrap">{instant(createdAt)}</td>
                  <td>{to}</td>
                  <td>{test ? t('alertsPage.testWhat') : t('alertsPage.alarms', { count: alarms })}</td>
                  <td>
                    <Status tone={tones[state]}>{t(`alertsPage.state.${state}`)}</Status>{' '}
                    <span className="lp-small lp-quiet">
                      {[
                        ...(attempts > 1 ? [t('alertsPage.attempts', { count: attempts })] : []),
                        outcomeOf(outcome),
                      ].join(' · ')}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </div>
  )
}
