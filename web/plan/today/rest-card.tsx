/** The rest of the day half hour by half hour: who is needed, who is on, and the chance of missing the target. */
import { Link } from '@tanstack/react-router'
import { linkTo } from '../../design/path-target.ts'
import { ScrollBox } from '../../design/scroll-box.tsx'
import { Status } from '../../design/status.tsx'
import { todayTexts } from '../../i18n/today.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { halfHours } from './half-hours.ts'
import type { TodayPlan } from './use-today.ts'

export function RestCard({ plan }: { readonly plan: TodayPlan }) {
  const t = useTexts(todayTexts)
  const title = useRestTitle(plan)
  return (
    <section className="lp-card" aria-labelledby="rest">
      <h2 id="rest">{title}</h2>
      <Told plan={plan} />
      <p className="lp-row">
        <Link {...linkTo({ to: '/plan/staffing', search: { queue: plan.queueId, from: plan.today } })}>
          {t('rest.toStaffing')}
        </Link>
        <Link {...linkTo({ to: '/plan/shifts' })}>{t('rest.toShifts')}</Link>
      </p>
    </section>
  )
}

function useRestTitle({ worst, lacks, scheduledFrom, cells }: TodayPlan): string {
  const t = useTexts(todayTexts)
  const { times } = useFormats()
  if (lacks !== null || cells.length === 0) return t('rest.title')
  if (scheduledFrom === 'none') return t('rest.nobody')
  return worst ? t('rest.short', { span: times(worst.from, worst.to), n: worst.missing }) : t('rest.enough')
}

function Told({ plan }: { readonly plan: TodayPlan }) {
  const t = useTexts(todayTexts)
  const { lacks, cells, scheduledFrom } = plan
  if (lacks !== null) return <p>{lacks === 'forecast' ? t('rest.lacksForecast') : t('rest.lacksHandle')}</p>
  if (cells.length === 0) return <p>{t('rest.over')}</p>
  return (
    <>
      <p className="lp-small lp-quiet">{t('rest.subtitle')}</p>
      {scheduledFrom === 'none' && <p>{t('rest.nobodyText')}</p>}
      <RestTable plan={plan} />
    </>
  )
}

function RestTable({ plan }: { readonly plan: TodayPlan }) {
  const t = useTexts(todayTexts)
  const { time, number, percent, clock, change } = useFormats()
  const people = (count: number | null) => (count === null ? '–' : number(count, count % 1 === 0 ? 0 : 1))
  const isTasks = plan.cells.every(({ waitSeconds }) => waitSeconds === null)
  const columns = [
    'time',
    'mean',
    'needed',
    'on',
    'gap',
    'risk',
    ...(isTasks ? [] : (['wait'] as const)),
  ] as const
  return (
    <ScrollBox label={t('rest.title')}>
      <table className="ds-table lp-today-rest">
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col" className={name === 'time' ? undefined : 'lp-end'}>
                {t(`rest.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {halfHours(plan.cells).map((cell) => (
            <tr key={cell.time} data-short={cell.missing > 0 || undefined}>
              <th scope="row" className="lp-number">
                {time(cell.time)}
              </th>
              <td className="lp-end lp-number">{number(cell.mean, 0)}</td>
              <td className="lp-end lp-number">{cell.needed}</td>
              <td className="lp-end lp-number">{people(cell.on)}</td>
              <td className="lp-end lp-number">
                {cell.on === null ? (
                  '–'
                ) : cell.missing > 0 ? (
                  <Status tone="warning">{change(-cell.missing, 0)}</Status>
                ) : (
                  change(Math.floor(cell.on - cell.needed + 1e-6), 0)
                )}
              </td>
              <td className="lp-end lp-number">{cell.risk === null ? '–' : percent(cell.risk)}</td>
              {!isTasks && (
                <td className="lp-end lp-number">
                  {cell.waitSeconds === null
                    ? cell.on === null
                      ? '–'
                      : t('rest.growing')
                    : clock(Math.round(cell.waitSeconds))}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
