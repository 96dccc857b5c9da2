/** What an event does on its day and the open days after it, each with its interval on a shared axis. */
import type { EventKindView } from '../../../../src/plan/traffic/causes/contract.ts'
import { Axis, Interval } from '../../../design/chart/interval.tsx'
import type { Domain } from '../../../design/chart/scale.ts'
import { trafficCausesTexts } from '../../../i18n/traffic-causes.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'

type Days = NonNullable<EventKindView['learned']>['days']
type Props = { readonly kind: EventKindView; readonly days: Days; readonly domain: Domain }

/** Below this an effect is none; the days after the last one above it are not drawn. */
const worthARow = 0.02

export function EffectProfile({ kind: { name, lagFrom }, days, domain }: Props) {
  const t = useTexts(trafficCausesTexts)
  const { change, interval } = useFormats()
  const last = days.findLastIndex((day) => Math.abs(day.change) >= worthARow)
  const shown = days.slice(0, Math.max(last + 2, 3))
  const dayName = (lag: number): string => {
    if (lagFrom < 0)
      return lag === 0 ? t('profile.before', { days: -lagFrom }) : t('profile.next', { days: lag })
    return lag === 0 ? t('profile.same') : t('profile.after', { days: lag })
  }
  return (
    <table className="lp-traffic-profile lp-small">
      <caption>{t('profile.caption', { name })}</caption>
      <tbody>
        {shown.map((day, lag) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a day is known by how long after the event it is
          <tr key={lag}>
            <th scope="row">{dayName(lag)}</th>
            <td>
              <Interval
                value={day.change * 100}
                low={day.low * 100}
                high={day.high * 100}
                domain={domain}
                decimals={0}
                isHighlighted={day.low > 0 || day.high < 0}
              />
            </td>
            <td className="lp-number">
              <strong>{change(day.change * 100, 0)} %</strong>{' '}
              <span className="lp-quiet">({interval(day.low * 100, day.high * 100, 0)})</span>
            </td>
          </tr>
        ))}
        <tr>
          <td />
          <td>
            <Axis domain={domain} />
          </td>
          <td />
        </tr>
      </tbody>
    </table>
  )
}
