/** The home page's task of planners: what waits for a yes or a no. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../api.ts'
import { linkTo } from '../../design/path-target.ts'
import type { HomeCards } from '../../home/slots.ts'
import { shiftRequestTexts } from '../../i18n/shift-requests.ts'
import { useTexts } from '../../i18n/use-texts.ts'

function ToDecide() {
  const t = useTexts(shiftRequestTexts)
  const { data } = useQuery(api.shifts.requests.count.queryOptions({ input: {} }))
  const count = data ? data.absences + data.uncovered + data.swaps : 0
  if (count === 0) return null
  return (
    <p>
      <Link {...linkTo({ to: '/plan/shifts/requests' })}>{t('home', { count })}</Link>
    </p>
  )
}

export const requestsHome: HomeCards = {
  tasks: [{ id: 'shift-requests', roles: ['planner', 'manager', 'admin'], component: ToDecide }],
}
