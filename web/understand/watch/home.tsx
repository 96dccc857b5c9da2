/** The home page's place: what is unusual now. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { WatchView } from '../../../src/understand/watch/contract.ts'
import { api } from '../../api.ts'
import type { HomeCards } from '../../home/slots.ts'
import { useFormats } from '../../i18n/use-texts.ts'
import { useAlarmWords } from './alarm-words.ts'

function Unusual() {
  const words = useAlarmWords()
  const { date } = useFormats()
  const { data } = useQuery(api.watch.get.queryOptions({ input: { state: 'open' } }))
  const items = (data as WatchView | undefined)?.items ?? []
  if (items.length === 0) return null
  return (
    <ul className="lp-plain-list lp-home-tasks">
      {items.slice(0, 4).map((alarm) => (
        <li key={alarm.alarmId}>
          <Link to="/understand/watch">{words(alarm).said}</Link>{' '}
          <span className="lp-quiet lp-small">{date(alarm.lastDay)}</span>
        </li>
      ))}
    </ul>
  )
}

export const watchHome: HomeCards = {
  feed: [{ id: 'watch', roles: ['manager', 'editor', 'planner'], component: Unusual }],
}
