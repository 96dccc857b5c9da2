/** How good such forecasts have been, beside two guesses that need none. */
import type { PlanOverview } from '../../../src/plan/staffing/contract.ts'
import { planOverviewTexts } from '../../i18n/plan-overview.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

export function PastCard({ past }: { readonly past: PlanOverview['past'] }) {
  const t = useTexts(planOverviewTexts)
  const { percent } = useFormats()
  const share = (value: number | null) => (value === null ? '–' : percent(value, 1))
  return (
    <section className="lp-card" aria-labelledby="past">
      <h2 id="past">{t('past.title')}</h2>
      {past === null ? (
        <p>{t('past.none')}</p>
      ) : (
        <>
          <p className="lp-small lp-quiet">{t('past.subtitle', { origins: past.origins })}</p>
          <table className="lp-plan-past">
            <tbody>
              <tr>
                <th scope="row">{t('past.ours')}</th>
                <td className="lp-number">
                  <strong>{share(past.wape)}</strong>
                </td>
              </tr>
              <tr>
                <th scope="row">{t('past.median')}</th>
                <td className="lp-number">{share(past.wapeMedian)}</td>
              </tr>
              <tr>
                <th scope="row">{t('past.naive')}</th>
                <td className="lp-number">{share(past.wapeNaive)}</td>
              </tr>
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}
